package dev.chipledger.extract;

import dev.chipledger.text.Span;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells by its shape whether what was cut as a sentence is page furniture. A sentence lost costs a fact, furniture kept
 * costs a count that the repetition over pages still takes away: so in doubt it is a sentence. What ends in prose that
 * names a company and a chip by itself is none, whatever stands glued before it. Thread-safe.
 */
public final class FurnitureFinder {
  /** Headlines glued without a stop in between ("… a lot more devices T-Mobile … How to …"): joints that one sentence hardly has. */
  private static final int JOINTS_OF_BLOCK = 3;

  /** Beside words that open such a block ("Editors' Recommendations") fewer joints do. */
  private static final int JOINTS_OF_NAMED_BLOCK = 1;

  /** A real headline has at most some twenty words; more in capitals are several. */
  private static final int WORDS_OF_HEADLINES = 24;

  /** So many capitalised words in a row, without one small word, are names strung together. */
  private static final int WORDS_OF_NAMES = 20;

  private static final double TITLE_CASE = 0.75;
  private static final int NUMBERS_OF_STRIP = 3;
  private static final double LOWER_OF_STRIP = 0.3;
  private static final int KEYS_OF_TABLE = 4;
  private static final int LINKS_AROUND = 4;
  private static final int WORDS_OF_LINK = 9;

  /** Headlines below "More from …": so many lines up the heading is looked for. */
  private static final int LINES_TO_HEADING = 8;

  private static final int LONGEST_HEADLINE = 160;
  private static final int LONGEST_NAME = 30;

  private static final Pattern PERCENT = Pattern.compile("[+\\-−▲▼]\\s?\\d+(?:[.,]\\d+)?\\s?%|\\d+(?:[.,]\\d+)?% off|\\(\\s?\\d+(?:\\.\\d+)?%\\s?\\)");
  private static final Pattern PRICE = Pattern.compile("[$£€]\\s?\\d[\\d,.]*\\d?(?![\\d,.]*\\s?(?:[MBKmbk]\\b|bn\\b|million|billion|trillion))");
  private static final Pattern CASHTAG = Pattern.compile("\\$[A-Z]{2,5}(?![\\p{L}\\p{N}])");

  private final ChipTalk chipTalk;
  private final Set<String> starters = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<Furniture, Pattern> phrases = new EnumMap<>(Furniture.class);

  FurnitureFinder(ChipTalk chipTalk) {
    this.chipTalk = chipTalk;
    Map<Furniture, Set<String>> words = new EnumMap<>(Furniture.class);
    for (String[] row : Resources.rows("/extract/furniture.tsv")) {
      Set<String> to =
          switch (row[1]) {
            case "starter" -> starters;
            case "key" -> keys;
            default -> words.computeIfAbsent(Furniture.valueOf(row[0].toUpperCase(Locale.ROOT)), r -> new HashSet<>());
          };
      to.add(row[2]);
    }
    words.forEach(
        (reason, some) ->
            phrases.put(
                reason,
                Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + some.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?![\\p{L}\\p{N}])")));
  }

  /**
   * The reason why a sentence is furniture; null if it is none.
   *
   * @param text the whole field, for the lines around
   * @param sentence UTF-16
   * @param hits inside the sentence, in order
   */
  Furniture of(String text, Span sentence, List<Hit> hits) {
    Shape shape = new Shape(text, sentence, starters);
    Furniture reason = reason(text, sentence, shape, hits);
    if (reason == null) {
      return null;
    }
    boolean numbers = reason == Furniture.TICKER_STRIP || reason == Furniture.SPECIFICATION;
    int number = numbers ? lastEnd(List.of(PERCENT, PRICE), text, sentence) : -1;
    boolean claimsInProse =
        claimsInProse(shape, Math.max(shape.lastJoint(), lastEnd(phrases.values(), text, sentence)), hits)
            || number >= 0 && claimsInProse(shape, number, hits);
    return claimsInProse ? null : reason;
  }

  /** Whether what follows the furniture is prose that could hold a claim without it. */
  private boolean claimsInProse(Shape shape, int from, List<Hit> hits) {
    int prose = shape.proseFrom(from);
    return prose >= 0 && chipTalk.mayClaim(hits.stream().filter(h -> h.start() >= prose).toList());
  }

  private Furniture reason(String text, Span sentence, Shape shape, List<Hit> hits) {
    boolean menu = count(Furniture.LINK_LIST, text, sentence) > 0;
    boolean block = count(Furniture.HEADLINE_BLOCK, text, sentence) > 0;
    if (menu || shape.separators() >= NUMBERS_OF_STRIP && shape.functionShare() < 0.2 && !shape.isTableRow()) {
      return Furniture.LINK_LIST;
    }
    if (count(Furniture.NOTICE, text, sentence) > 0) {
      return Furniture.NOTICE;
    }
    if (isSpecification(shape)) {
      return Furniture.SPECIFICATION;
    }
    if (isStrip(text, sentence, shape)) {
      return Furniture.TICKER_STRIP;
    }
    if (shape.isCodeList()) {
      return Furniture.TOPIC_LIST;
    }
    boolean headlines = shape.size() >= WORDS_OF_HEADLINES && shape.capitalShare() >= TITLE_CASE && shape.functionShare() >= 0.05;
    if (shape.joints() >= (block ? JOINTS_OF_NAMED_BLOCK : JOINTS_OF_BLOCK) || headlines && !shape.endsAtStop()) {
      return Furniture.HEADLINE_BLOCK;
    }
    if (shape.functionShare() <= 0.1 && !shape.endsAsSentence()) {
      if (count(Furniture.AUTHOR_LIST, text, sentence) > 0 && shape.capitalShare() >= TITLE_CASE) {
        return Furniture.AUTHOR_LIST;
      }
      boolean names = shape.size() >= WORDS_OF_NAMES && shape.capitalShare() >= 0.9 && shape.functionShare() == 0;
      if (names || count(Furniture.TOPIC_LIST, text, sentence) > 0) {
        return Furniture.TOPIC_LIST;
      }
    }
    if (isAmongLinks(text, sentence, shape, hits)) {
      return shape.isKeyed() ? Furniture.SPECIFICATION : Furniture.LINK_LIST;
    }
    return isListedBelowHeading(text, sentence, shape) ? Furniture.HEADLINE_BLOCK : null;
  }

  private boolean isSpecification(Shape shape) {
    if (shape.functionShare() > 0.1) {
      return false;
    }
    Set<String> named = new HashSet<>();
    for (Span word : shape.words()) {
      String key = shape.bare(word);
      if (keys.contains(key)) {
        named.add(key);
      }
    }
    return named.size() >= KEYS_OF_TABLE || shape.size() >= WORDS_OF_HEADLINES && shape.numberShare() >= 0.25;
  }

  private static boolean isStrip(String text, Span sentence, Shape shape) {
    int numbers = count(PERCENT, text, sentence) + count(PRICE, text, sentence) + count(CASHTAG, text, sentence);
    return numbers >= NUMBERS_OF_STRIP && shape.size() <= numbers * 6 && shape.lowerShare() < LOWER_OF_STRIP;
  }

  /** A short line without a stop among others of its kind: a column of links. */
  private static boolean isAmongLinks(String text, Span sentence, Shape shape, List<Hit> hits) {
    if (shape.size() > WORDS_OF_LINK || shape.endsAsSentence() || shape.isBullet() || !shape.isOfNames(hits)) {
      return false;
    }
    int before = lineStart(text, sentence.start());
    int after = lineEnd(text, sentence.end());
    if (before < 0 || after < 0) {
      return false;
    }
    int links = 0;
    for (int i = 0; i < LINKS_AROUND / 2 && before > 0; i++) {
      int end = before - 1;
      before = text.lastIndexOf('\n', end - 1) + 1;
      links += isLink(text, before, end) ? 1 : 0;
    }
    for (int i = 0; i < LINKS_AROUND / 2 && after < text.length(); i++) {
      int start = after + 1;
      int end = text.indexOf('\n', start);
      after = end < 0 ? text.length() : end;
      links += isLink(text, start, after) ? 1 : 0;
    }
    return links == LINKS_AROUND;
  }

  /** A line without a stop in an unbroken column of such lines below "More from …". */
  private boolean isListedBelowHeading(String text, Span sentence, Shape shape) {
    int before = shape.endsAsSentence() || shape.isBullet() ? -1 : lineStart(text, sentence.start());
    for (int i = 0; i < LINES_TO_HEADING && before > 0; i++) {
      int end = before - 1;
      before = text.lastIndexOf('\n', end - 1) + 1;
      String line = text.substring(before, end).strip();
      if (line.isEmpty() || line.length() > LONGEST_HEADLINE || line.endsWith(".")) {
        return false;
      }
      Matcher heading = phrases.get(Furniture.HEADLINE_BLOCK).matcher(line);
      if (heading.lookingAt() && line.length() <= heading.end() + LONGEST_NAME) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLink(String text, int from, int to) {
    String line = text.substring(Math.min(from, to), to).strip();
    return !line.isEmpty() && line.length() <= 80 && Character.isLetterOrDigit(line.codePointAt(0))
        && ".!?:;,".indexOf(line.charAt(line.length() - 1)) < 0 && line.split("\\s+").length <= WORDS_OF_LINK;
  }

  /** Where the line starts, if the sentence opens it; else -1. */
  private static int lineStart(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    return text.substring(start, at).isBlank() ? start : -1;
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    return text.substring(at, end).isBlank() ? end : -1;
  }

  private int count(Furniture reason, String text, Span in) {
    return count(phrases.get(reason), text, in);
  }

  private static int count(Pattern pattern, String text, Span in) {
    Matcher match = pattern.matcher(text).region(in.start(), in.end());
    int count = 0;
    while (match.find()) {
      count++;
    }
    return count;
  }

  /** Where the last match of any of the patterns ends; -1 if there is none. */
  private static int lastEnd(Collection<Pattern> patterns, String text, Span in) {
    int last = -1;
    for (Pattern pattern : patterns) {
      Matcher match = pattern.matcher(text).region(in.start(), in.end());
      while (match.find()) {
        last = Math.max(last, match.end());
      }
    }
    return last;
  }
}
