package dev.chipledger.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as news writes them: 2,048 · 16.5 billion · 16K · four · half a million is none of them. */
public final class Numbers {
  /** A number, its size word included. Groups: n the digits or the word, size thousand, million … */
  public static final String PATTERN =
      "(?<n>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)(?![\\p{L}-]))"
          + "(?<size>[\\s-]?(?i:thousand|million|billion|trillion)s?(?!\\p{L})|\\s?(?i:bn|tn|mn)(?!\\p{L})|[KkMmBb](?![\\p{L}\\p{N}]))?";

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
          Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12),
          Map.entry("fifteen", 15), Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("hundred", 100));

  private static final Pattern WHOLE = Pattern.compile(PATTERN);

  private Numbers() {}

  /** The value of a match of {@link #PATTERN}. */
  public static double value(Matcher match) {
    String n = match.group("n").toLowerCase(Locale.ROOT);
    Integer word = WORDS.get(n);
    return (word != null ? word : Double.parseDouble(n.replace(",", ""))) * size(match.group("size"));
  }

  /** The value of a text that is one number; null if it is not. */
  public static Double value(String text) {
    Matcher match = WHOLE.matcher(text);
    return match.matches() ? value(match) : null;
  }

  private static double size(String word) {
    if (word == null) {
      return 1;
    }
    return switch (word.strip().toLowerCase(Locale.ROOT).replaceAll("^-|s$", "")) {
      case "k", "thousand" -> 1e3;
      case "m", "mn", "million" -> 1e6;
      case "b", "bn", "billion" -> 1e9;
      case "tn", "trillion" -> 1e12;
      default -> 1;
    };
  }
}
