package dev.chipledger.read.record;

import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Rejects;
import dev.chipledger.read.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON objects in UTF-8, with or without byte order mark: one a line, or in an array, or one after the other. */
public final class JsonRecords extends CutRecords {
  private final ArticleMaker maker;
  private final String word;

  private JsonRecords(InputStream in, String file, ArticleMaker maker, Cutter cutter, String word, long end) {
    super(in, file, cutter, end);
    this.maker = maker;
    this.word = word;
  }

  /** JSON Lines; blank lines are skipped. */
  public static JsonRecords lines(InputStream in, String file, ArticleMaker maker) {
    return new JsonRecords(in, file, maker, new Lines(in, 0), "line", Long.MAX_VALUE);
  }

  /**
   * The lines of a file that begin in one part of it; a line that begins right at its end is still this part's.
   *
   * @param in stands at the part's first byte
   * @param start offset of that byte in the file
   * @param end where the next part starts
   */
  public static JsonRecords lines(InputStream in, String file, ArticleMaker maker, long start, long end) throws IOException {
    Lines lines = new Lines(in, start);
    if (start > 0) {
      lines.next(); // begun in the part before
    }
    return new JsonRecords(in, file, maker, lines, "line", end);
  }

  /** A JSON array of objects, or objects that stand one after the other, each over as many lines as it likes. */
  public static JsonRecords values(InputStream in, String file, ArticleMaker maker) {
    return new JsonRecords(in, file, maker, new JsonValues(in), "value", Long.MAX_VALUE);
  }

  @Override
  String word() {
    return word;
  }

  @Override
  Outcome understood(Cutter.Cut cut) {
    String json;
    try {
      json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cut.bytes())).toString();
    } catch (CharacterCodingException e) {
      return Rejects.of(file, cut.position(), "bad_utf8", "the " + word + " is not UTF-8: " + e.getMessage(), cut.bytes());
    }
    if (json.isBlank()) {
      return new Skipped("blank_line");
    }
    try {
      return maker.make(file, cut.position(), JsonObject.parse(json), cut.bytes());
    } catch (JsonObject.NotAnObject e) {
      return Rejects.of(file, cut.position(), "not_an_object", e.getMessage(), cut.bytes());
    } catch (JsonObject.BadJson e) {
      return Rejects.of(file, cut.position(), "bad_json", e.getMessage(), cut.bytes());
    }
  }
}
