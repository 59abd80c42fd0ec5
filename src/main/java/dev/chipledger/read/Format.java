package dev.chipledger.read;

import dev.chipledger.read.record.CsvLook;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A form that records come in, whatever they are packed in. */
public enum Format {
  /** Web archives: WARC, ARC, WET. */
  WARC(".warc", ".arc", ".wet"),
  /** An object a line. */
  JSONL(".jsonl", ".ndjson"),
  /** An array of objects, or objects one after the other. */
  JSON(".json"),
  /** Values between commas, tabs, semicolons or bars; the first line names the columns. */
  CSV(".csv", ".tsv"),
  PARQUET(".parquet");

  private static final String PACKINGS = "(\\.(gz|bz2|xz|zst|zstd))?$";
  private static final Pattern ARC = Pattern.compile("filedesc:\\S+ \\S+ \\d{14} .*", Pattern.DOTALL);

  private final String[] suffixes;

  Format(String... suffixes) {
    this.suffixes = suffixes;
  }

  /** As written for --format: jsonl. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file's name tells, packed or not; empty for a README and the like. */
  public static Optional<Format> ofName(String file) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst(PACKINGS, "");
    return Arrays.stream(values()).filter(f -> Arrays.stream(f.suffixes).anyMatch(name::endsWith)).findFirst();
  }

  /**
   * The format that a file's first bytes tell.
   *
   * @param start some thousand unpacked bytes, or all there are
   */
  public static Optional<Format> ofStart(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    text = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    if (text.startsWith("WARC/") || ARC.matcher(text).matches()) {
      return Optional.of(WARC);
    }
    if (text.startsWith("PAR1") || text.startsWith("PARE")) {
      return Optional.of(PARQUET);
    }
    if (text.startsWith("{")) {
      return Optional.of(firstLineIsWhole(text) ? JSONL : JSON);
    }
    if (text.startsWith("[")) {
      return Optional.of(JSON);
    }
    return CsvLook.isTable(start) ? Optional.of(CSV) : Optional.empty();
  }

  /** Of JSON that begins with an object: whether that object ends on its line, or beyond what we see. */
  private static boolean firstLineIsWhole(String text) {
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).stripTrailing();
    return end < 0 || line.endsWith("}") || line.length() > 1 && !line.endsWith("{") && !line.endsWith(",") && !line.endsWith("[");
  }
}
