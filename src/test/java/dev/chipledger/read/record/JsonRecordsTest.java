package dev.chipledger.read.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.chipledger.read.Article;
import dev.chipledger.read.Dump;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.read.Hashes;
import dev.chipledger.read.InMemory;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import dev.chipledger.read.Skipped;
import dev.chipledger.read.packed.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordsTest {
  private static final String GOOD = "{\"text\":\"A text.\"}";
  private static final String OTHER = "{\"text\":\"Another.\"}";

  @Test
  void every_field_of_a_record() throws IOException {
    String line = """
        {"url":"https://www.a.example/x?utm_source=y","title":" T ","text":"Words.","published":"2024-12-12T10:00:00Z","publisher":"P","language":"en"}""";
    Article article = (Article) read(line).get(0);
    assertThat(article).isEqualTo(new Article(
        Hashes.of("https://a.example/x"), "f.jsonl", 0, Instant.parse("2024-12-12T10:00:00Z"), "field",
        "https://www.a.example/x?utm_source=y", "P", "en", "T", "Words.", Hashes.of("T\nWords."), List.of()));
  }

  @Test
  void only_the_text_is_needed() throws IOException {
    Article article = (Article) read(GOOD).get(0);
    assertThat(article.articleId()).isEqualTo(Hashes.of("\nA text."));
    assertThat(article.publishedAt()).isNull();
    assertThat(article.publishedBasis()).isNull();
    assertThat(article.publisher()).isNull();
    assertThat(article.title()).isNull();
  }

  @Test
  void a_publisher_is_the_host_where_none_is_named() throws IOException {
    Article article = (Article) read("{\"text\":\"x\",\"url\":\"http://www.News.example/1\"}").get(0);
    assertThat(article.publisher()).isEqualTo("news.example");
  }

  @Test
  void columns_of_other_names() throws IOException {
    FieldMap map = FieldMap.of(List.of("text=maintext", "published=date_publish"));
    String line = "{\"maintext\":\"x\",\"date_publish\":\"2017-05-09 08:50:32\",\"text\":\"not this\"}";
    Article article = (Article) read(line.getBytes(UTF_8), map).get(0);
    assertThat(article.text()).isEqualTo("x");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2017-05-09T08:50:32Z"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"text":            | bad_json
      {"text":"x"} tail   | bad_json
      {"text":"x"}{}      | bad_json
      {'text':'x'}        | bad_json
      {"text":"x","a":[1  | bad_json
      nonsense            | bad_json
      [1, 2]              | not_an_object
      "text"              | not_an_object
      17                  | not_an_object
      {}                  | no_text
      {"text":null}       | no_text
      {"text":"  "}       | no_text
      {"text":["x"]}      | no_text
      {"text":"x","published":"soon"} | bad_date
      {"text":"x","published":"2013"} | bad_date
      {"text":"x","published":["2024-12-12"]} | bad_date
      """)
  void what_cannot_be_used_is_a_reject_and_reading_goes_on(String bad, String reason) throws IOException {
    List<Outcome> outcomes = read(GOOD + "\n" + bad + "\n" + OTHER + "\n");
    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0)).isInstanceOf(Article.class);
    Reject reject = (Reject) outcomes.get(1);
    assertThat(reject.reason()).isEqualTo(reason);
    assertThat(reject.position()).isEqualTo(GOOD.length() + 1);
    assertThat(reject.firstBytes()).isEqualTo(bad);
    assertThat(reject.detail()).isNotBlank().doesNotContain("\n");
    assertThat(outcomes.get(2)).isInstanceOf(Article.class);
  }

  @Test
  void blank_lines_are_skipped_and_counted() throws IOException {
    assertThat(read("\n" + GOOD + "\n  \r\n\n")).hasOnlyElementsOfTypes(Skipped.class, Article.class).hasSize(4);
  }

  @Test
  void no_bytes_are_no_records() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read(gzip(""), FieldMap.none())).isEmpty();
  }

  @Test
  void byte_order_mark_and_windows_line_ends() throws IOException {
    List<Outcome> outcomes = read("\uFEFF" + GOOD + "\r\n" + OTHER + "\r\n");
    assertThat(outcomes).extracting(JsonRecordsTest::position).containsExactly(3L, 3L + GOOD.length() + 2);
    assertThat(outcomes).hasOnlyElementsOfType(Article.class);
  }

  @Test
  void bad_utf8_is_a_reject_with_the_sign_for_it() throws IOException {
    byte[] line = "{\"text\":\"caf?\"}".getBytes(UTF_8);
    line[12] = (byte) 0xE9;
    Reject reject = (Reject) read(line, FieldMap.none()).get(0);
    assertThat(reject.reason()).isEqualTo("bad_utf8");
    assertThat(reject.firstBytes()).isEqualTo("{\"text\":\"caf\uFFFD\"}");
  }

  @Test
  void half_a_surrogate_pair_becomes_the_replacement_sign() throws IOException {
    Article article = (Article) read("{\"text\":\"a\\ud83dz \\ud83d\\ude00\"}").get(0);
    assertThat(article.text()).isEqualTo("a\uFFFDz \uD83D\uDE00");
  }

  @Test
  void a_line_longer_than_memory_is_a_reject_and_the_next_is_read() throws IOException {
    long length = 300L << 20; // more than the heap would hold twice
    InputStream endless = new java.io.SequenceInputStream(java.util.Collections.enumeration(List.of(
        new ByteArrayInputStream("{\"text\":\"".getBytes(UTF_8)), new Repeated('x', length),
        new ByteArrayInputStream(("\n" + GOOD).getBytes(UTF_8)))));
    List<Outcome> outcomes = read(endless, FieldMap.none());
    assertThat(outcomes).hasSize(2);
    assertThat(((Reject) outcomes.get(0)).reason()).isEqualTo("too_long");
    assertThat(((Reject) outcomes.get(0)).firstBytes()).hasSize(200);
    assertThat(position(outcomes.get(1))).isEqualTo(9 + length + 1);
  }

  @Test
  void json_nested_too_deep_is_a_reject() throws IOException {
    String deep = "{\"text\":\"x\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(((Reject) read(deep).get(0)).reason()).isEqualTo("bad_json");
  }

  @Test
  void gzip_of_several_members() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip(GOOD + "\n"));
    both.write(gzip(OTHER + "\n"));
    assertThat(read(both.toByteArray(), FieldMap.none())).hasSize(2).hasOnlyElementsOfType(Article.class)
        .extracting(JsonRecordsTest::position).containsExactly(0L, GOOD.length() + 1L);
  }

  @Test
  void a_cut_gzip_keeps_what_was_read_and_ends_in_a_reject() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      lines.append("{\"text\":\"").append(Hashes.of("t" + i)).append("\"}\n");
    }
    byte[] whole = gzip(lines.toString());
    List<Outcome> outcomes = read(Arrays.copyOf(whole, whole.length / 2), FieldMap.none());
    assertThat(outcomes.size()).isBetween(1_000, 4_000);
    assertThat(outcomes.subList(0, outcomes.size() - 1)).hasOnlyElementsOfType(Article.class);
    Reject last = (Reject) outcomes.get(outcomes.size() - 1);
    assertThat(last.reason()).isEqualTo("bad_gzip");
    assertThat(last.position()).isEqualTo((outcomes.size() - 1) * 28L);
  }

  @Test
  void broken_gzip_bytes_and_header() throws IOException {
    byte[] broken = gzip(GOOD + "\n");
    broken[broken.length - 6] ^= 0x55; // the checksum
    assertThat(read(broken, FieldMap.none())).last().extracting(o -> ((Reject) o).reason()).isEqualTo("bad_gzip");
    byte[] header = {0x1f, (byte) 0x8b, 8};
    assertThat(read(header, FieldMap.none())).extracting(o -> ((Reject) o).reason(), JsonRecordsTest::position)
        .containsExactly(tuple("bad_gzip", 0L));
  }

  @Test
  void storage_that_fails_is_no_reject() throws IOException {
    InputStream failing = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("disk gone");
      }
    };
    assertThatThrownBy(() -> new Dump(null, InMemory.maker(FieldMap.none())).open(InMemory.stream(failing), "f.jsonl").hasNext())
        .isInstanceOfAny(IOException.class, UncheckedIOException.class).hasMessageContaining("disk gone");
  }

  @Test
  void odd_dates_and_languages_are_flagged() throws IOException {
    List<Outcome> outcomes = read("""
        {"text":"x","published":"2024-12-13","language":"en-GB"}
        {"text":"x","published":"2024-12-14","language":"de"}
        {"text":"x","published":"1989-12-31","language":""}
        """);
    assertThat(outcomes).extracting(o -> ((Article) o).flags())
        .containsExactly(List.of(), List.of("future_date", "not_english"), List.of("old_date"));
  }

  @Property(tries = 300)
  void any_bytes_end_as_records_that_cover_the_file(@ForAll byte[] bytes, @ForAll boolean zipped) throws IOException {
    List<Outcome> outcomes = read(zipped ? gzip(bytes) : bytes, FieldMap.none());
    String latin = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    boolean looksPacked = !zipped && Packing.of(bytes) != Packing.NONE;
    if (!looksPacked) {
      long lines = latin.chars().filter(c -> c == '\n').count() + (latin.isEmpty() || latin.endsWith("\n") ? 0 : 1);
      assertThat(outcomes).hasSize((int) lines);
    }
  }

  @Property(tries = 100)
  void positions_lead_back_to_the_lines(@ForAll @Size(max = 20) List<String> texts) throws IOException {
    StringBuilder file = new StringBuilder();
    for (String text : texts) {
      file.append("{\"text\":").append(quoted("x" + text)).append("}\n");
    }
    byte[] bytes = file.toString().getBytes(UTF_8);
    List<Outcome> outcomes = read(bytes, FieldMap.none());
    assertThat(outcomes).hasSize(texts.size());
    for (Outcome outcome : outcomes) {
      long position = position(outcome);
      assertThat(bytes[(int) position]).isEqualTo((byte) '{');
      assertThat(position == 0 || bytes[(int) position - 1] == '\n').isTrue();
    }
  }

  @Property(tries = 100)
  void parts_together_give_what_the_whole_gives(@ForAll @Size(max = 20) List<String> texts, @ForAll @IntRange(min = 1, max = 60) int size)
      throws IOException {
    StringBuilder file = new StringBuilder();
    texts.forEach(text -> file.append("{\"text\":").append(quoted("x" + text)).append("}\n"));
    byte[] bytes = file.toString().getBytes(UTF_8);
    List<Outcome> parts = new ArrayList<>();
    Dump dump = new Dump(null, InMemory.maker(FieldMap.none()));
    for (int start = 0; start < bytes.length; start += size) {
      parts.addAll(InMemory.all(dump.open(InMemory.stored(bytes), "f.jsonl", Format.JSONL, start, Math.min(bytes.length, start + size))));
    }
    assertThat(parts).isEqualTo(read(bytes, FieldMap.none()));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
    return json.append('"').toString();
  }

  private static long position(Outcome outcome) {
    return outcome instanceof Article article ? article.position()
        : outcome instanceof Reject reject ? reject.position() : -1;
  }

  private static List<Outcome> read(String text) throws IOException {
    return read(text.getBytes(UTF_8), FieldMap.none());
  }

  private static List<Outcome> read(byte[] bytes, FieldMap map) throws IOException {
    return read(new ByteArrayInputStream(bytes), map);
  }

  private static List<Outcome> read(InputStream in, FieldMap map) throws IOException {
    return InMemory.all(new Dump(Format.JSONL, InMemory.maker(map)).open(InMemory.stream(in), "f.jsonl"));
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    return InMemory.gzip(bytes);
  }

  /** So many times one byte. */
  private static final class Repeated extends InputStream {
    private final int value;
    private long left;

    Repeated(int value, long left) {
      this.value = value;
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int n = (int) Math.min(length, left);
      Arrays.fill(target, offset, offset + Math.max(n, 0), (byte) value);
      left -= n;
      return n > 0 ? n : -1;
    }
  }
}
