package dev.chipledger.read.web;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.Limits;
import dev.chipledger.read.Lookahead;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Rejects;
import dev.chipledger.read.Skipped;
import dev.chipledger.read.packed.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Web archives: WARC 1.0 and 1.1, ARC, WET. Answers of status 2xx that hold HTML, and texts that a WET holds, become
 * articles; the rest is skipped by kind. Behind a record that can't be read it looks for the next header.
 */
public final class WarcRecords extends Lookahead {
  /** WARC 1.1, 5.5; other words are the file's own, and would be counted one by one. */
  private static final Set<String> KINDS =
      Set.of("warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation");
  /** Window of a zstd coding: RFC 9659. */
  private static final int ZSTD_WINDOW_LOG = 23;

  private final String file;
  private final PageArticles pages;
  private final WarcBytes bytes;
  private WarcReader records;
  private WarcRecord last;
  private long base;

  /** @param in the unpacked bytes; closed with this */
  public WarcRecords(InputStream in, String file, ArticleMaker maker) {
    this.file = file;
    this.pages = new PageArticles(maker);
    this.bytes = new WarcBytes(in);
  }

  @Override
  protected Outcome read() {
    long position = bytes.position();
    try {
      if (records == null) {
        base = bytes.position();
        records = new WarcReader(bytes, bytes.ahead());
        records.setLenient(true);
      }
      if (last != null) {
        last.body().consume(); // what of it nobody wanted
        last = null;
      }
      bytes.headerBegins();
      Optional<WarcRecord> record = records.next();
      bytes.headerEnds();
      if (record.isEmpty()) {
        end();
        return null;
      }
      last = record.get();
      position = base + records.position();
      return outcome(record.get(), position);
    } catch (Damage e) {
      if (e.isLast()) {
        end();
      }
      records = null;
      last = null;
      bytes.headerEnds();
      return Rejects.of(file, position, e.reason(), e.getMessage(), new byte[0]);
    } catch (IOException | RuntimeException e) { // jwarc throws both for headers it can't make sense of
      if (bytes.failure() != null) {
        throw new UncheckedIOException("can't read " + file, bytes.failure());
      }
      return broken(position, e);
    }
  }

  private Outcome broken(long position, Exception e) {
    records = null;
    last = null;
    bytes.headerEnds();
    bytes.settle();
    byte[] shown = bytes.shown();
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    boolean over;
    try {
      over = !bytes.toNextHeader();
    } catch (Damage gap) {
      over = gap.isLast();
      what += "; then " + gap.getMessage();
    } catch (IOException failure) {
      throw new UncheckedIOException("can't read " + file, failure);
    }
    if (over) {
      end();
    }
    String then = over ? "nothing behind it can be read" : "read on at byte " + bytes.position();
    return Rejects.of(file, position, "bad_record", "no whole record of a web archive: " + what + "; " + then, shown);
  }

  private Outcome outcome(WarcRecord record, long position) throws IOException {
    try {
      if (record instanceof WarcResponse response) {
        return response(response, position);
      }
      if (record instanceof WarcConversion text) {
        return isPlainText(text) ? pages.ofText(file, position, text.target(), body(text.body()::stream)) : new Skipped("not_text");
      }
      if (record instanceof WarcResource resource && isHtml(resource.headers().first("Content-Type").orElse(""))) {
        return pages.of(file, position, resource.target(), resource.headers().first("Content-Type").orElse(null), null, body(resource.body()::stream));
      }
      return new Skipped(KINDS.contains(record.type()) ? record.type() : "other_record");
    } catch (TooLong e) {
      return Rejects.of(file, position, "too_long", Limits.detail("the record"), new byte[0]);
    } catch (BadBody e) {
      return Rejects.of(file, position, "bad_http", "the answer of " + target(record) + " can't be read: " + e.getMessage(), new byte[0]);
    }
  }

  private Outcome response(WarcResponse response, long position) throws IOException {
    String target = response.target();
    if (target == null || !target.regionMatches(true, 0, "http", 0, 4)) {
      return new Skipped("not_http");
    }
    HttpResponse http;
    try {
      bytes.headerBegins();
      http = response.http();
    } catch (IOException | RuntimeException e) {
      bytes.rethrow(e);
      throw new BadBody(e);
    } finally {
      bytes.headerEnds();
    }
    if (http.status() < 200 || http.status() > 299) {
      return new Skipped("http_" + http.status());
    }
    String type = http.headers().first("Content-Type").orElse("");
    if (!type.isBlank() && !isHtml(type)) {
      return new Skipped("not_html");
    }
    byte[] html = body(http);
    if (type.isBlank() && !looksLikeHtml(html)) {
      return new Skipped("not_html");
    }
    return pages.of(file, position, target, type, http.headers().first("Last-Modified").orElse(null), html);
  }

  private byte[] body(HttpResponse http) throws IOException {
    String coding = http.headers().first("Content-Encoding").map(word -> word.strip().toLowerCase(Locale.ROOT)).orElse("");
    return switch (coding) {
      case "deflate" -> body(() -> inflated(http.body().stream()));
      case "gzip", "x-gzip" -> body(() -> gunzipped(http.body().stream()));
      case "zstd" -> body(() -> {
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(http.body().stream());
        zstd.setLongMax(ZSTD_WINDOW_LOG);
        return zstd;
      });
      case "br" -> body(() -> http.bodyDecoded().stream());
      case "", "identity", "none" -> body(() -> http.body().stream());
      default -> {
        byte[] raw = body(() -> http.body().stream());
        if (!looksLikeHtml(raw)) { // many servers write a charset or nonsense there, and send it plain
          throw new BadBody(new IOException("its coding is not known: " + coding));
        }
        yield raw;
      }
    };
  }

  /** Archives keep the header of an answer that they unpacked themselves. */
  private static InputStream gunzipped(InputStream packed) throws IOException {
    PushbackInputStream start = new PushbackInputStream(packed, 2);
    byte[] two = start.readNBytes(2);
    start.unread(two);
    boolean gzip = two.length == 2 && (two[0] & 0xff) == 0x1f && (two[1] & 0xff) == 0x8b;
    return gzip ? new GZIPInputStream(start, 1 << 13) : start;
  }

  /** "deflate" stands for zlib's form (RFC 9110, 8.4.1.2), but some servers send it bare; jwarc reads only the latter. */
  private static InputStream inflated(InputStream packed) throws IOException {
    PushbackInputStream start = new PushbackInputStream(packed, 2);
    byte[] two = start.readNBytes(2);
    start.unread(two);
    boolean zlib = two.length == 2 && (two[0] & 0x0f) == 8 && ((two[0] & 0xff) << 8 | two[1] & 0xff) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(start, inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end(); // its memory is not the heap's
      }
    };
  }

  private interface Body {
    InputStream open() throws IOException;
  }

  private byte[] body(Body body) throws IOException {
    byte[] read;
    try (InputStream in = body.open()) {
      read = in.readNBytes(Limits.RECORD + 1);
    } catch (IOException | RuntimeException e) {
      bytes.rethrow(e);
      throw new BadBody(e);
    }
    if (read.length > Limits.RECORD) {
      throw new TooLong();
    }
    return read;
  }

  private static String target(WarcRecord record) {
    return record instanceof WarcTargetRecord named ? named.target() : "an unnamed page";
  }

  private static boolean isPlainText(WarcConversion text) {
    return MediaType.parseLeniently(text.headers().first("Content-Type").orElse("")).base().equals(MediaType.PLAIN_TEXT);
  }

  private static boolean isHtml(String type) {
    MediaType media = MediaType.parseLeniently(type).base();
    return media.equals(MediaType.HTML) || media.equals(MediaType.XHTML);
  }

  private static boolean looksLikeHtml(byte[] body) {
    String start = new String(body, 0, Math.min(body.length, 1_000), java.nio.charset.StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return start.contains("<html") || start.contains("<!doctype html");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static final class TooLong extends IOException {}

  private static final class BadBody extends IOException {
    BadBody(Exception cause) {
      super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }
  }
}
