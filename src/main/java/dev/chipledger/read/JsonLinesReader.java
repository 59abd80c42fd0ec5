package dev.chipledger.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * JSON Lines: an object a line, UTF-8, with or without byte order mark, LF or CRLF, plain or gzipped (several members
 * allowed). Positions count bytes of the uncompressed stream. Blank lines are skipped.
 */
final class JsonLinesReader implements RecordReader {
  /** A longer line is a reject: no article is, and it must fit into memory several times. */
  static final int LONGEST_LINE = 16 << 20;

  private final StoredBytes stored;
  private final String file;
  private final ArticleMaker maker;
  private final Lines lines;
  private Reject broken;
  private Outcome next;
  private boolean ended;

  JsonLinesReader(InputStream in, String file, ArticleMaker maker) throws IOException {
    this.stored = in instanceof StoredBytes counted ? counted : new StoredBytes(in);
    this.file = file;
    this.maker = maker;
    this.lines = new Lines(unpacked(), LONGEST_LINE);
  }

  private InputStream unpacked() throws IOException {
    if (!stored.startsGzipped()) {
      return stored;
    }
    try {
      return new GZIPInputStream(stored, 1 << 16);
    } catch (EOFException | ZipException e) {
      broken = Rejects.of(file, 0, "bad_gzip", "the file's gzip header is broken: " + e.getMessage(), new byte[0]);
      return InputStream.nullInputStream();
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended |= next == null;
    }
    return next != null;
  }

  @Override
  public Outcome next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Outcome outcome = next;
    next = null;
    return outcome;
  }

  /** @return null at the end */
  private Outcome read() {
    if (broken != null) {
      Reject last = broken;
      broken = null;
      ended = true;
      return last;
    }
    try {
      Lines.Line line = lines.next();
      return line == null ? null : outcome(line);
    } catch (EOFException | ZipException e) {
      ended = true; // what follows in the file can't be told from noise
      Lines.Line line = lines.begun();
      String what = e instanceof EOFException ? "the gzip stream ends early" : "the gzip stream is broken: " + e.getMessage();
      return Rejects.of(file, line.position(), "bad_gzip", what, line.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private Outcome outcome(Lines.Line line) {
    if (line.tooLong()) {
      String detail = "the line is longer than " + (LONGEST_LINE >> 20) + " MiB";
      return Rejects.of(file, line.position(), "too_long", detail, line.bytes());
    }
    String json;
    try {
      json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString();
    } catch (CharacterCodingException e) {
      return Rejects.of(file, line.position(), "bad_utf8", "the line is not UTF-8: " + e.getMessage(), line.bytes());
    }
    if (json.isBlank()) {
      return new Skipped(line.position());
    }
    try {
      return maker.make(file, line.position(), JsonObject.parse(json), line.bytes());
    } catch (JsonObject.NotAnObject e) {
      return Rejects.of(file, line.position(), "not_an_object", e.getMessage(), line.bytes());
    } catch (JsonObject.BadJson e) {
      return Rejects.of(file, line.position(), "bad_json", e.getMessage(), line.bytes());
    }
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
