package dev.chipledger.extract;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.WordKind;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells by its shape whether what was cut as a sentence is page furniture. A sentence lost costs a fact, furniture kept
 * costs a count that the repetition over pages still takes away: so in doubt it is a sentence. What ends in prose that
 * names a company and a chip by itself is none, whatever stands glued before it. Thread-safe.
 */
final class FurnitureFinder {
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
  private static final int SEPARATORS_OF_LINKS = 3;
  private static final double LOWER_OF_STRIP = 0.3;
  private static final int KEYS_OF_TABLE = 4;
  private static final int LINKS_AROUND = 4;
  private static final int WORDS_OF_LINK = 9;

  /** Headlines below "More from …": so many lines up the heading is looked for. */
  private static final int LINES_TO_HEADING = 8;

  private static final int LONGEST_HEADLINE = 160;
  private static final int LONGEST_NAME = 30;

  private static final Pattern PERCENT =
      Pattern.compile("[+\\-−▲▼]\\s?\\d+(?:[.,]\\d+)?\\s?%|\\d+(?:[.,]\\d+)?% off|\\(\\s?\\d+(?:\\.\\d+)?%\\s?\\)");
  private static final Pattern PRICE = Pattern.compile("[$£€]\\s?\\d[\\d,.]*\\d?(?![\\d,.]*\\s?(?:[MBKmbk]\\b|bn\\b|million|billion|trillion))");
  private static final Pattern CASHTAG = Pattern.compile("\\$[A-Z]{2,5}(?![\\p{L}\\p{N}])");

  private final ChipTalk chipTalk;
  private final Set<String> starters = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> borders = new HashSet<>();
  /** By their first words, so that a long menu is gone through once. */
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private record Phrase(Furniture reason, String words) {}

  /** The phrases that stand in a sentence: what they speak for, and where the last one ends (-1 if there is none). */
  private record Seen(Set<Furniture> reasons, int end) {}

  FurnitureFinder(Lexicon lexicon) {
    chipTalk = new ChipTalk(lexicon);
    keys.addAll(lexicon.words(WordKind.KEY));
    for (String[] row : Resources.rows("/extract/furniture.tsv")) {
      switch (row[1]) {
        case "starter" -> starters.add(row[2]);
        case "border" -> borders.add(row[2]);
        default -> phrases
            .computeIfAbsent(Shape.bare(row[2].split(" ")[0]), first -> new ArrayList<>())
            .add(new Phrase(Furniture.valueOf(row[0].toUpperCase(Locale.ROOT)), row[2]));
      }
    }
  }

  /**
   * What a sentence is once furniture is off it.
   *
   * @param proper the sentence without what is glued in front of it; all of it where nothing is, or where all is furniture
   * @param reason why all of it is furniture; null if it is none
   */
  record Found(Span proper, Furniture reason) {}

  /**
   * Whether a sentence is furniture, or has some glued in front of it.
   *
   * @param text the whole field, for the lines around
   * @param sentence UTF-16
   * @param hits inside the sentence, in order
   */
  Found of(String text, Span sentence, List<Hit> hits) {
    Shape shape = new Shape(text, sentence, starters);
    Seen seen = seen(text, sentence, shape);
    Furniture reason = reason(text, sentence, shape, seen.reasons(), hits);
    if (reason == null) {
      return new Found(sentence, null);
    }
    boolean numbers = reason == Furniture.TICKER_STRIP || reason == Furniture.SPECIFICATION;
    int behindStrip = behindNumbers(text, sentence, numbers ? 1 : NUMBERS_OF_STRIP);
    int glued = IntStream.of(shape.lastJoint(), seen.end(), shape.behindLast(borders), numbers ? -1 : behindStrip).max().getAsInt();
    int start = proseThatClaims(shape, glued, hits);
    if (start < 0 && numbers && behindStrip >= 0) {
      start = proseThatClaims(shape, behindStrip, hits);
    }
    if (start < 0) {
      return new Found(sentence, reason);
    }
    return isTableOfMaker(shape, start, hits) ? new Found(sentence, null) : new Found(new Span(start, sentence.end()), null);
  }

  /** Where the prose starts that follows the furniture and could hold a claim without it; -1 if none does. */
  private int proseThatClaims(Shape shape, int from, List<Hit> hits) {
    int prose = shape.proseFrom(from);
    return prose >= 0 && chipTalk.mayClaim(hits.stream().filter(h -> h.start() >= prose).toList()) ? prose : -1;
  }

  private Furniture reason(String text, Span sentence, Shape shape, Set<Furniture> said, List<Hit> hits) {
    int keysNamed = keysNamed(shape);
    boolean parted = shape.separators() >= SEPARATORS_OF_LINKS && shape.functionShare() < 0.2 && keysNamed < KEYS_OF_TABLE;
    if (said.contains(Furniture.LINK_LIST) || parted && !shape.isTableRow()) {
      return Furniture.LINK_LIST;
    }
    if (said.contains(Furniture.NOTICE)) {
      return Furniture.NOTICE;
    }
    boolean numbers = shape.size() >= WORDS_OF_HEADLINES && shape.numberShare() >= 0.25;
    if (shape.functionShare() <= 0.1 && (keysNamed >= KEYS_OF_TABLE || numbers)) {
      return namesMaker(hits) ? null : Furniture.SPECIFICATION;
    }
    if (isStrip(text, sentence, shape)) {
      return Furniture.TICKER_STRIP;
    }
    if (shape.isCodeList()) {
      return Furniture.TOPIC_LIST;
    }
    boolean headlines = shape.size() >= WORDS_OF_HEADLINES && shape.capitalShare() >= TITLE_CASE && shape.functionShare() >= 0.05;
    if (shape.joints() >= (said.contains(Furniture.HEADLINE_BLOCK) ? JOINTS_OF_NAMED_BLOCK : JOINTS_OF_BLOCK) || headlines && !shape.endsAtStop()) {
      return Furniture.HEADLINE_BLOCK;
    }
    if (shape.functionShare() <= 0.1 && !shape.endsAsSentence()) {
      if (said.contains(Furniture.AUTHOR_LIST) && shape.capitalShare() >= TITLE_CASE) {
        return Furniture.AUTHOR_LIST;
      }
      boolean names = shape.size() >= WORDS_OF_NAMES && shape.capitalShare() >= 0.9 && shape.functionShare() == 0;
      if (names || said.contains(Furniture.TOPIC_LIST)) {
        return Furniture.TOPIC_LIST;
      }
    }
    if (isAmongLinks(text, sentence, shape, hits)) {
      return shape.isKeyed() ? Furniture.SPECIFICATION : Furniture.LINK_LIST;
    }
    return isListedBelowHeading(text, sentence, shape) ? Furniture.HEADLINE_BLOCK : null;
  }

  /** "Acer Swift, Processor: Intel Core i7 ..." in front of the prose: facts that are not cut off. */
  private boolean isTableOfMaker(Shape shape, int end, List<Hit> hits) {
    return keysNamed(shape) >= KEYS_OF_TABLE && namesMaker(hits.stream().filter(h -> h.start() < end).toList());
  }

  private int keysNamed(Shape shape) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < shape.size(); i++) {
      if (keys.contains(shape.bare(i))) {
        named.add(shape.bare(i));
      }
    }
    return named.size();
  }

  /** Whether a company stands there that makes none of the chips: "Acer Swift, Processor: Intel Core i7" says what Acer builds in. */
  private static boolean namesMaker(List<Hit> hits) {
    return hits.stream().filter(Hit::isCompany).anyMatch(company -> hits.stream().noneMatch(h -> company.entity().equals(h.vendor())));
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
      if (isHeading(line)) {
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

  private boolean isHeading(String line) {
    return phrases.getOrDefault(Shape.bare(line.split(" ")[0]), List.of()).stream()
        .filter(p -> p.reason() == Furniture.HEADLINE_BLOCK)
        .anyMatch(p -> line.startsWith(p.words()) && line.length() <= p.words().length() + LONGEST_NAME);
  }

  private Seen seen(String text, Span sentence, Shape shape) {
    Set<Furniture> reasons = EnumSet.noneOf(Furniture.class);
    int last = -1;
    for (int i = 0; i < shape.size(); i++) {
      String first = shape.bare(i);
      for (Phrase phrase : phrases.getOrDefault(first, List.of())) {
        int from = text.indexOf(first, shape.words().get(i).start());
        int end = from + phrase.words().length();
        boolean whole = end == sentence.end() || end < sentence.end() && !Character.isLetterOrDigit(text.charAt(end));
        if (whole && text.startsWith(phrase.words(), from)) {
          reasons.add(phrase.reason());
          last = Math.max(last, end);
        }
      }
    }
    return new Seen(reasons, last);
  }

  private static int count(Pattern pattern, String text, Span in) {
    Matcher match = pattern.matcher(text).region(in.start(), in.end());
    int count = 0;
    while (match.find()) {
      count++;
    }
    return count;
  }

  /** Where the last price or change in per cent ends, if there are at least so many; else -1. */
  private static int behindNumbers(String text, Span in, int atLeast) {
    int last = -1;
    int count = 0;
    for (Pattern pattern : List.of(PERCENT, PRICE)) {
      Matcher match = pattern.matcher(text).region(in.start(), in.end());
      while (match.find()) {
        last = Math.max(last, match.end());
        count++;
      }
    }
    return count >= atLeast ? last : -1;
  }
}
