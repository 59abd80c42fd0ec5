package dev.chipledger.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts news text into sentences. A sentence ends at a full stop, question or exclamation mark that is followed by
 * space and a capital, digit or opening sign, unless an abbreviation or an initial stands before it; where a stop is
 * glued to the next sentence ("$5.2 billion.But"); and at line ends, which in stored articles part paragraphs and list
 * items. Spans hold no outer space.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS = abbreviations();

  private Sentences() {}

  /** Spans (UTF-16) of the sentences of a text, in order; a text of spaces has none. */
  public static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        if (endsAtLine(text, start, i)) {
          add(text, start, i, sentences);
          start = i + 1;
        }
      } else if ((c == '.' || c == '!' || c == '?' || c == '\u2026') && i + 1 < length) {
        int end = closing(text, i + 1);
        if (end < length && endsAtStop(text, start, i, end)) {
          add(text, start, end, sentences);
          start = end;
          i = end - 1;
        }
      }
    }
    add(text, start, length, sentences);
    return sentences;
  }

  /** Spans of the sentences of a part of a text, counted in the whole text: none goes over the part's ends. */
  public static List<Span> of(String text, Span part) {
    List<Span> sentences = of(text.substring(part.start(), part.end()));
    sentences.replaceAll(s -> new Span(part.start() + s.start(), part.start() + s.end()));
    return sentences;
  }

  /** After a stop: further stops and the quotes or brackets that belong to the sentence. */
  private static int closing(String text, int i) {
    while (i < text.length() && ".!?\u2026\"'\u2019\u201D)]".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean endsAtStop(String text, int start, int stop, int end) {
    char next = text.charAt(end);
    boolean plainStop = text.charAt(stop) == '.' && end == stop + 1;
    if (!Character.isWhitespace(next) && !Character.isSpaceChar(next)) {
      return plainStop && isGlued(text, stop, end);
    }
    int follower = end;
    while (follower < text.length() && isBlank(text.charAt(follower))) {
      follower++;
    }
    if (follower == text.length()) {
      return true;
    }
    char first = text.charAt(follower);
    if (Character.isLowerCase(first) && !startsBrand(text, follower)) {
      return false;
    }
    return !plainStop || !isAbbreviation(text, start, stop, first);
  }

  /** "billion.But it": a lower-case word of two letters or more, or a digit, stop, and a capitalised word. */
  private static boolean isGlued(String text, int stop, int end) {
    if (stop < 2 || end + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(stop - 1);
    boolean wordBefore = Character.isLowerCase(before) && Character.isLetter(text.charAt(stop - 2)) || before == '%'
        || Character.isDigit(before) && !isBlank(text.charAt(stop - 2));
    if (!wordBefore || !Character.isUpperCase(text.charAt(end)) || !Character.isLowerCase(text.charAt(end + 1))) {
      return false;
    }
    int i = end;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i < text.length() && (isBlank(text.charAt(i)) || text.charAt(i) == ',' || text.charAt(i) == '\u2019' || text.charAt(i) == '\'');
  }

  /** "iPhone sales", "xAI said": a lower-case letter, then a capital. */
  private static boolean startsBrand(String text, int i) {
    return i + 1 < text.length() && Character.isUpperCase(text.charAt(i + 1));
  }

  private static boolean isAbbreviation(String text, int start, int stop, char next) {
    int from = stop;
    while (from > start && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, stop);
    if (word.isEmpty()) {
      return false;
    }
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean dotted = word.indexOf('.') > 0 && word.length() <= 6 && word.chars().allMatch(c -> c == '.' || Character.isLetter(c));
    if (initial || dotted) {
      // "the U.S. The": a capitalised function word starts a sentence even after an abbreviation.
      return !startsFunctionWord(text, stop + 1);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (ABBREVIATIONS.contains(lower + "#")) {
      return Character.isDigit(next);
    }
    return ABBREVIATIONS.contains(lower) && !(ABBREVIATIONS.contains(lower + "?") && startsFunctionWord(text, stop + 1));
  }

  private static final Set<String> STARTERS =
      Set.of("The", "In", "It", "But", "And", "This", "That", "These", "He", "She", "They", "We", "On", "At", "If", "As",
          "However", "When", "While", "Its", "Meanwhile", "A", "An", "For", "With");

  private static boolean startsFunctionWord(String text, int i) {
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    int end = i;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return STARTERS.contains(text.substring(i, end));
  }

  /** A single line end inside a sentence that goes on in lower case is a wrapped line, not an end. */
  private static boolean endsAtLine(String text, int start, int i) {
    int next = i;
    int breaks = 0;
    while (next < text.length() && isBlank(text.charAt(next))) {
      if (text.charAt(next) == '\n' || text.charAt(next) == '\u2029') {
        breaks++;
      }
      next++;
    }
    if (breaks > 1 || next == text.length() || i == start) {
      return true;
    }
    int last = i - 1;
    while (last > start && isBlank(text.charAt(last))) {
      last--;
    }
    char before = text.charAt(last);
    return !(Character.isLowerCase(text.charAt(next)) && (Character.isLetterOrDigit(before) || before == ','));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new Span(from, to));
    }
  }

  private static Set<String> abbreviations() {
    try (InputStream in = Sentences.class.getResourceAsStream("/text/abbreviations.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("##") && !line.isBlank())
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
