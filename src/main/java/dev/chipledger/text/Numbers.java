package dev.chipledger.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as news writes them: 2,048 · 16.5 billion · 16K · two thousand · half a million · tens of thousands · 30,000 to 50,000. */
public final class Numbers {
  /** A single number in digits or words, its size word included. Groups: n the digits or the word, size thousand, million … */
  public static final String PATTERN =
      "(?<n>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
          + "|thirty|forty|fifty|hundred)(?![\\p{L}-]))"
          + "(?<size>[\\s-]?(?i:thousand|million|billion|trillion)s?(?!\\p{L})|\\s?(?i:bn|tn|mn)(?!\\p{L})|[KkMmBb](?![\\p{L}\\p{N}]))?";

  /**
   * A number in a text.
   *
   * @param value of a range its lower end: "tens of thousands" are 20,000 at least
   * @param max upper end of a range; null for a single number
   * @param span UTF-16, size words included
   */
  public record Found(double value, Double max, Span span) {}

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("a", 1), Map.entry("an", 1), Map.entry("single", 1), Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3),
          Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9),
          Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("fifteen", 15), Map.entry("sixteen", 16),
          Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60),
          Map.entry("seventy", 70), Map.entry("eighty", 80), Map.entry("ninety", 90), Map.entry("hundred", 100), Map.entry("dozen", 12));

  private static final String SIZE = "(?:[\\s-]?(?i:hundred|thousand|million|billion|trillion|crore|lakh|dozen)s?(?!\\p{L})"
      + "|\\s?(?i:bn|tn|mn)(?!\\p{L})|[KkMmBbT](?![\\p{L}\\p{N}]))";
  private static final String DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
  private static final String WORD = "(?i:single|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty"
      + "|fifty|sixty|seventy|eighty|ninety)(?!\\p{L})"
      + "|(?i:an?)(?=\\s(?i:hundred|thousand|million|billion|trillion|dozen)(?!\\p{L}))|(?i:hundred|dozen)(?!\\p{L})";
  /** What may stand between the ends of a range, the second end's currency included. */
  private static final String TO = "(?<to>\\s?[-–—]\\s?|\\sto\\s|\\sand\\s)(?:US\\$|NT\\$|HK\\$|[$€£¥])?";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_#])(?<![\\p{N}\\p{L}][.,/-])(?:"
              + "(?<vague>(?i:(?<lead>tens|hundreds) of (?<many>thousands|millions|billions)|(?<few>thousands)(?= of)))(?!\\p{L})"
              + "|half a (?<half>(?i:million|billion|trillion))(?!\\p{L})"
              + "|(?<n>" + DIGITS + "|" + WORD + ")(?<size>" + SIZE + "{0,2})"
              + "(?:" + TO + "(?<n2>" + DIGITS + ")(?<size2>" + SIZE + "{0,2}))?)");
  private static final Pattern ONE_SIZE = Pattern.compile(SIZE);

  private Numbers() {}

  /** Numbers that begin between two UTF-16 offsets, in order. A digit inside a word ("H100", "GPT-4") is none. */
  public static List<Found> in(String text, int from, int to) {
    List<Found> found = new ArrayList<>();
    Matcher match = NUMBER.matcher(text).region(from, to).useTransparentBounds(true);
    int at = from;
    while (at < to && match.region(at, to).find()) {
      Found number = found(match, text, from);
      found.add(number);
      at = number.span().end();
    }
    return found;
  }

  /** The value of a match of {@link #PATTERN}. */
  public static double value(Matcher match) {
    return plain(match.group("n")) * size(match.group("size") == null ? "" : match.group("size"));
  }

  /** The value of a text that is one number; null if it is not. */
  public static Double value(String text) {
    List<Found> found = in(text, 0, text.length());
    return found.size() == 1 && found.get(0).span().length() == text.length() ? found.get(0).value() : null;
  }

  private static Found found(Matcher m, String text, int from) {
    if (m.group("half") != null) {
      return new Found(size(m.group("half")) / 2, null, new Span(m.start(), m.end()));
    }
    if (m.group("vague") != null) {
      double lead = m.group("lead") == null ? 1 : m.group("lead").equalsIgnoreCase("tens") ? 10 : 100;
      double least = lead * size(m.group("lead") == null ? m.group("few") : m.group("many"));
      return new Found(2 * least, 10 * least - 1, new Span(m.start(), m.end()));
    }
    double value = plain(m.group("n")) * size(m.group("size"));
    if (m.group("n2") != null) {
      double max = plain(m.group("n2")) * size(m.group("size2"));
      // "$3-4 billion": the size word serves both.
      double low = m.group("size").isEmpty() && plain(m.group("n")) < plain(m.group("n2")) ? value * size(m.group("size2")) : value;
      if (isRange(m.group("to").strip(), text, from, m.start()) && low < max) {
        return new Found(low, max, new Span(m.start(), m.end()));
      }
    }
    return new Found(value, null, new Span(m.start(), m.end("size")));
  }

  /** "from 25 to 75" tells of a growth, "25 and 75" of two things; "between 25 and 75" is a range. */
  private static boolean isRange(String link, String text, int from, int start) {
    String before = text.substring(Math.max(from, start - 12), start).toLowerCase(Locale.ROOT);
    return switch (link) {
      case "and" -> before.matches("(?s).*\\bbetween\\s\\S{0,3}");
      case "to" -> !before.matches("(?s).*\\bfrom\\s\\S{0,3}");
      default -> true;
    };
  }

  private static double plain(String digits) {
    Integer word = WORDS.get(digits.toLowerCase(Locale.ROOT));
    return word != null ? word : Double.parseDouble(digits.replace(",", ""));
  }

  /** What the size words multiply to: 100,000 for "hundred thousand". */
  private static double size(String words) {
    double size = 1;
    Matcher match = ONE_SIZE.matcher(words);
    while (match.find()) {
      size *= switch (match.group().strip().toLowerCase(Locale.ROOT).replaceAll("^-|s$", "")) {
        case "dozen" -> 12;
        case "hundred" -> 100;
        case "k", "thousand" -> 1e3;
        case "lakh" -> 1e5;
        case "m", "mn", "million" -> 1e6;
        case "crore" -> 1e7;
        case "b", "bn", "billion" -> 1e9;
        case "t", "tn", "trillion" -> 1e12;
        default -> throw new IllegalStateException(match.group());
      };
    }
    return size;
  }
}
