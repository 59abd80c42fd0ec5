package dev.chipledger.read.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a CSV file is written, from its first bytes.
 *
 * @param backslash whether quotes inside quoted values stand behind a backslash, as Spark writes them
 */
public record CsvLook(char delimiter, boolean backslash) {
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final Set<String> USUAL = Set.of(
      "url", "link", "title", "headline", "text", "maintext", "body", "content", "date", "published", "publisher", "source", "language");

  static CsvLook at(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    String header = header(text);
    char best = ',';
    for (char delimiter : DELIMITERS) {
      if (count(header, delimiter) > count(header, best)) {
        best = delimiter;
      }
    }
    return new CsvLook(best, escapes(text, best));
  }

  /** Whether the first line names the columns of a table of articles: short names, each another, two of them usual ones. */
  public static boolean isTable(byte[] start) {
    List<String> names = Arrays.stream(header(new String(start, StandardCharsets.UTF_8)).split("[,\\t;|]", -1))
        .map(name -> name.strip().replace("\"", "").toLowerCase(Locale.ROOT)).toList();
    return names.stream().allMatch(name -> name.matches("[\\w .:/-]{1,60}"))
        && Set.copyOf(names).size() == names.size()
        && names.stream().filter(USUAL::contains).count() > 1;
  }

  private static String header(String text) {
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int end = whole.indexOf('\n');
    return (end < 0 ? whole : whole.substring(0, end)).stripTrailing();
  }

  private static boolean escapes(String text, char delimiter) {
    for (int at = text.indexOf("\\\""); at >= 0; at = text.indexOf("\\\"", at + 1)) {
      char after = at + 2 < text.length() ? text.charAt(at + 2) : '\n';
      if (after != delimiter && after != '\n' && after != '\r' && after != '"') {
        return true;
      }
    }
    return false;
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }
}
