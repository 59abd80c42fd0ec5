package dev.chipledger.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.chipledger.Shared;
import dev.chipledger.read.Article;
import dev.chipledger.read.InMemory;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import dev.chipledger.read.Skipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarcRecordsTest {
  private static final String TEXT =
      "Meta has ordered the next chips from Nvidia for its data centre in Ohio, two people who know of the order said on Thursday.";

  @Test
  void an_answer_that_holds_a_page_is_an_article() throws IOException {
    Article article = (Article) read(response("https://www.news.example/2024/12/12/a?utm_source=x", "text/html", page(TEXT))).get(0);
    assertThat(article.text()).contains(TEXT);
    assertThat(article.url()).isEqualTo("https://www.news.example/2024/12/12/a?utm_source=x");
    assertThat(article.publisher()).isEqualTo("news.example");
    assertThat(article.title()).isEqualTo("Meta orders chips");
    assertThat(article.publishedAt()).hasToString("2024-12-12T00:00:00Z");
    assertThat(article.publishedBasis()).isEqualTo("url");
    assertThat(article.language()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      200, text/html,                http://a.example/,  page
      200, TEXT/HTML;charset=utf-8,  http://a.example/,  page
      200, application/xhtml+xml,    http://a.example/,  page
      203, text/html,                http://a.example/,  page
      200, '',                       http://a.example/,  page
      200, image/png,                http://a.example/,  -not_html
      200, application/json,         http://a.example/,  -not_html
      404, text/html,                http://a.example/,  -http_404
      301, text/html,                http://a.example/,  -http_301
      200, text/html,                dns:a.example,      -not_http
      """)
  void what_an_answer_is(int status, String type, String target, String word) throws IOException {
    byte[] http = InMemory.joined(
        ("HTTP/1.1 " + status + " X\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n").getBytes(UTF_8), page(TEXT));
    String is = InMemory.words(read(record("response", target, http))).get(0);
    assertThat(is.startsWith("-") ? is : "page").isEqualTo(word);
  }

  @Test
  void other_records_are_skipped_by_their_kind() throws IOException {
    byte[] all = InMemory.joined(
        record("warcinfo", null, "software: x\r\n".getBytes(UTF_8)), record("request", "http://a.example/", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)),
        record("revisit", "http://a.example/", "HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8)),
        record("metadata", "http://a.example/", "x: y\r\n".getBytes(UTF_8)));
    assertThat(InMemory.words(read(all))).containsExactly("-warcinfo", "-request", "-revisit", "-metadata");
  }

  @Test
  void words_of_the_file_do_not_become_reasons() throws IOException {
    assertThat(InMemory.words(read(record("x".repeat(2_000), "http://a.example/", new byte[0])))).containsExactly("-other_record");
  }

  @Test
  void a_header_without_end_costs_its_record() throws IOException {
    String endless = "WARC/1.0\r\nWARC-Type: response\r\nX: " + "x".repeat(3 << 20) + "\r\n\r\n";
    List<String> words = InMemory.words(read(InMemory.joined(good("http://a.example/"), endless.getBytes(UTF_8), good("http://b.example/"))));
    assertThat(words.get(0)).contains(TEXT);
    assertThat(words.get(1)).isEqualTo("!bad_record");
    assertThat(words.get(words.size() - 1)).contains(TEXT);
  }

  @ParameterizedTest
  @CsvSource({"gzip", "gzip but plain", "deflate", "br", "zstd", "chunked", "utf-8", "rot13"})
  void codings_of_the_answer(String coding) throws IOException {
    byte[] page = page(TEXT);
    byte[] body = switch (coding) {
      case "gzip" -> InMemory.gzip(page);
      case "deflate" -> deflated(page);
      case "zstd" -> Zstd.compress(page);
      case "rot13" -> new byte[] {1, 2, 3};
      // The shortest brotli: an uncompressed block of up to 64 KiB (RFC 7932, 9.2), then the empty last one.
      case "br" -> InMemory.joined(uncompressedBrotli(page), new byte[] {3});
      case "chunked" -> InMemory.joined(
          (Integer.toHexString(page.length) + "\r\n").getBytes(UTF_8), page, "\r\n0\r\n\r\n".getBytes(UTF_8));
      default -> page;
    };
    String header = coding.equals("chunked") ? "Transfer-Encoding: chunked" : "Content-Encoding: " + coding.split(" ")[0];
    byte[] http = InMemory.joined(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n\r\n").getBytes(UTF_8), body);
    List<String> words = InMemory.words(read(InMemory.joined(record("response", "http://a.example/", http), good("http://b.example/"))));
    assertThat(words).hasSize(2);
    if (coding.equals("rot13")) {
      assertThat(words.get(0)).isEqualTo("!bad_http");
    } else {
      assertThat(words.get(0)).contains(TEXT);
    }
    assertThat(words.get(1)).contains(TEXT);
  }

  @Test
  void plain_packed_by_record_and_packed_as_a_whole() throws IOException {
    byte[] first = good("http://a.example/");
    byte[] second = good("http://b.example/");
    byte[] whole = InMemory.joined(first, second);
    for (byte[] file : List.of(whole, InMemory.gzip(whole), InMemory.joined(InMemory.gzip(first), InMemory.gzip(second)),
        Zstd.compress(whole), InMemory.joined(Zstd.compress(first), Zstd.compress(second)))) {
      List<Outcome> outcomes = InMemory.read("x", file);
      assertThat(outcomes).hasSize(2).extracting(o -> ((Article) o).position()).containsExactly(0L, (long) first.length);
    }
  }

  @Test
  void a_dictionary_before_zstd_records() throws IOException {
    byte[] dictionary = InMemory.joined(page(TEXT), page(TEXT));
    byte[] record = good("http://a.example/");
    byte[] packed = Zstd.compressUsingDict(record, dictionary, 3);
    byte[] frame = InMemory.joined(new byte[] {0x5d, 0x2a, 0x4d, 0x18},
        java.nio.ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(dictionary.length).array(), dictionary);
    assertThat(InMemory.words(InMemory.read("x.warc.zst", InMemory.joined(frame, packed)))).hasSize(1).first().asString().contains(TEXT);
  }

  @Test
  void an_arc() throws IOException {
    byte[] http = InMemory.joined("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(UTF_8), page(TEXT));
    byte[] info = "1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n".getBytes(UTF_8);
    byte[] arc = InMemory.joined(("filedesc://x.arc 0.0.0.0 20080430204825 text/plain " + info.length + "\n").getBytes(UTF_8), info, "\n".getBytes(UTF_8),
        ("http://a.example/ 1.2.3.4 20080430204825 text/html " + http.length + "\n").getBytes(UTF_8), http, "\n".getBytes(UTF_8));
    List<String> words = InMemory.words(InMemory.read("x.arc", arc));
    assertThat(words).hasSize(2);
    assertThat(words.get(1)).contains(TEXT);
  }

  @Test
  void a_wet_gives_its_texts() throws IOException {
    byte[] wet = warc("conversion", "http://a.example/", "text/plain", TEXT.getBytes(UTF_8));
    assertThat(InMemory.words(read(wet))).containsExactly(TEXT);
  }

  @Test
  void behind_a_broken_record_it_goes_on() throws IOException {
    byte[] good = good("http://a.example/");
    String long1 = new String(good, UTF_8).replaceFirst("Content-Length: \\d+", "Content-Length: 20");
    String lost = new String(good, UTF_8).replaceFirst("Content-Length: \\d+", "Content-Length: many");
    for (String broken : List.of(long1, lost, "rubbish\r\n\r\n", "WARC/1.0\r\nWARC-Type\r\n")) {
      List<String> words = InMemory.words(read(InMemory.joined(good, broken.getBytes(UTF_8), "\r\n".getBytes(UTF_8), good("http://c.example/"))));
      assertThat(words.get(0)).contains(TEXT);
      assertThat(words.subList(1, words.size() - 1)).as(broken).isNotEmpty().anyMatch(word -> word.startsWith("!"));
      assertThat(words.get(words.size() - 1)).contains(TEXT);
    }
  }

  @Test
  void a_cut_archive_ends_in_a_reject() throws IOException {
    byte[] good = good("http://a.example/");
    for (int cut : new int[] {10, good.length / 2, good.length - 60}) {
      List<String> words = InMemory.words(read(InMemory.joined(good, Arrays.copyOf(good, cut))));
      assertThat(words.get(0)).contains(TEXT);
      assertThat(words.get(words.size() - 1)).as("cut at " + cut).startsWith("!");
      byte[] packed = InMemory.gzip(good);
      words = InMemory.words(InMemory.read("x", InMemory.joined(packed, Arrays.copyOf(packed, packed.length / 2))));
      assertThat(words.get(0)).contains(TEXT);
      assertThat(words.get(words.size() - 1)).startsWith("!");
    }
  }

  @Test
  void a_broken_member_costs_its_record() throws IOException {
    byte[] broken = InMemory.gzip(good("http://b.example/"));
    Arrays.fill(broken, 30, 60, (byte) 0xff);
    List<String> words = InMemory.words(InMemory.read("x", InMemory.joined(
        InMemory.gzip(good("http://a.example/")), broken, InMemory.gzip(good("http://c.example/")))));
    assertThat(words.get(0)).contains(TEXT);
    assertThat(words).anyMatch(word -> word.startsWith("!"));
    assertThat(words.get(words.size() - 1)).contains(TEXT);
  }

  @Test
  void a_page_too_long_is_a_reject() throws IOException {
    byte[] huge = response("http://a.example/", "text/html", page("x ".repeat(9 << 20)));
    List<String> words = InMemory.words(read(InMemory.joined(huge, good("http://b.example/"))));
    assertThat(words).hasSize(2).first().isEqualTo("!too_long");
    assertThat(words.get(1)).contains(TEXT);
  }

  @Test
  void real_archives_good_and_broken() throws IOException {
    Path folder = Path.of("../shared/corpus/warc");
    Shared.needs(folder);
    Map<String, String> found = new TreeMap<>();
    List<String> rejects = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path path : files.sorted().toList()) {
        List<Outcome> outcomes = InMemory.read(path.getFileName().toString(), Files.readAllBytes(path));
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach(o -> counts.merge(o instanceof Article ? "article" : o instanceof Reject r ? "!" + r.reason() : ((Skipped) o).reason(), 1, Integer::sum));
        outcomes.stream().filter(Reject.class::isInstance).map(Object::toString).forEach(rejects::add);
        found.put(path.getFileName().toString(), counts.toString());
      }
    }
    System.out.println(String.join("\n", found.entrySet().stream().map(Object::toString).toList()) + "\n" + String.join("\n", rejects));
    assertThat(found.values()).filteredOn(counts -> counts.contains("article")).hasSizeGreaterThan(4);
  }

  private static List<Outcome> read(byte[] warc) throws IOException {
    return InMemory.read("x.warc", warc);
  }

  private static byte[] good(String target) {
    return response(target, "text/html", page(TEXT));
  }

  private static byte[] page(String text) {
    return ("<!DOCTYPE html><html><head><title>Meta orders chips</title></head><body><nav><a href=/>Home</a></nav><article><h1>Meta orders chips</h1><p>"
        + text + "</p><p>" + text + "</p></article></body></html>").getBytes(UTF_8);
  }

  private static byte[] response(String target, String type, byte[] body) {
    return record("response", target, InMemory.joined(
        ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8), body));
  }

  private static byte[] record(String kind, String target, byte[] block) {
    return warc(kind, target, kind.equals("response") ? "application/http;msgtype=response" : "application/x", block);
  }

  private static byte[] warc(String kind, String target, String type, byte[] block) {
    String header = "WARC/1.0\r\nWARC-Type: " + kind + "\r\n" + (target == null ? "" : "WARC-Target-URI: " + target + "\r\n")
        + "WARC-Date: 2024-12-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: " + type
        + "\r\nContent-Length: " + block.length + "\r\n\r\n";
    return InMemory.joined(header.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  /** A brotli stream's window size, and one uncompressed meta-block. */
  private static byte[] uncompressedBrotli(byte[] bytes) {
    // Bits from the lowest: window 16 (0), not last (0), length in 4 nibbles (00), length - 1, uncompressed (1).
    int bits = (bytes.length - 1) << 4 | 1 << 20;
    return InMemory.joined(new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16)}, bytes);
  }
}
