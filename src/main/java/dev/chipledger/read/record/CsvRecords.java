package dev.chipledger.read.record;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.Fields;
import dev.chipledger.read.Limits;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import dev.chipledger.read.Rejects;
import dev.chipledger.read.Skipped;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** CSV and its like in UTF-8: a header that names the columns, then a record a line, values quoted where need be. */
public final class CsvRecords extends CutRecords {
  private static final int MOST_COLUMNS = 4_096;

  private final ArticleMaker maker;
  private final CsvParser parser;
  private String[] header;

  private CsvRecords(InputStream in, String file, ArticleMaker maker, char delimiter, boolean backslash) {
    super(in, file, new QuotedLines(in, 0, delimiter, backslash), Long.MAX_VALUE);
    this.maker = maker;
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter);
    settings.getFormat().setQuote('"');
    settings.getFormat().setQuoteEscape(backslash ? '\\' : '"');
    settings.setCommentProcessingEnabled(false);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    settings.setMaxCharsPerColumn(Limits.RECORD);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setSkipEmptyLines(false);
    this.parser = new CsvParser(settings);
  }

  /** @param start the file's first bytes, to see what stands between the values and how quotes are escaped */
  public static CsvRecords of(InputStream in, String file, ArticleMaker maker, byte[] start) {
    CsvLook look = CsvLook.at(start);
    return new CsvRecords(in, file, maker, look.delimiter(), look.backslash());
  }

  @Override
  String word() {
    return "record";
  }

  @Override
  Outcome understood(Cutter.Cut cut) {
    Outcome outcome = outcome(cut);
    if (header == null && outcome instanceof Reject) {
      header = new String[0]; // without a header nothing that follows can be told; and it is no header itself
    }
    return outcome;
  }

  private Outcome outcome(Cutter.Cut cut) {
    if (cut.unfinished()) {
      return Rejects.of(file, cut.position(), "bad_csv", "the file ends inside a quoted value", cut.bytes());
    }
    String[] values;
    try {
      String record = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cut.bytes())).toString();
      if (record.isBlank()) {
        return new Skipped("blank_line");
      }
      values = parser.parseLine(record);
    } catch (CharacterCodingException e) {
      return Rejects.of(file, cut.position(), "bad_utf8", "the record is not UTF-8: " + e.getMessage(), cut.bytes());
    } catch (TextParsingException e) {
      return Rejects.of(file, cut.position(), "bad_csv", "the record is no CSV, as by a quote that stands alone, or has more columns than " + MOST_COLUMNS, cut.bytes());
    }
    if (values == null) {
      return new Skipped("blank_line");
    }
    if (header == null) {
      if (Arrays.stream(values).anyMatch(name -> name != null && (name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0))) {
        return Rejects.of(file, cut.position(), "bad_csv", "the header holds a line end: lines must end in LF or CRLF", cut.bytes());
      }
      header = Arrays.stream(values).map(name -> name == null ? "" : name.strip()).toArray(String[]::new);
      return new Skipped("header");
    }
    if (values.length != header.length) {
      String detail = "the record has " + values.length + " columns, the header " + header.length;
      return Rejects.of(file, cut.position(), "bad_csv", detail, cut.bytes());
    }
    return maker.make(file, cut.position(), new Row(header, values), cut.bytes());
  }

  private record Row(String[] header, String[] values) implements Fields {
    @Override
    public String get(String column) {
      for (int i = 0; i < header.length; i++) {
        if (header[i].equals(column)) {
          return values[i];
        }
      }
      return null;
    }

    @Override
    public boolean isStructure(String column) {
      return false;
    }

    @Override
    public Set<String> names() {
      return new LinkedHashSet<>(Arrays.asList(header));
    }
  }
}
