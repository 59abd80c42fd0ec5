package dev.chipledger.extract;

import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What a sentence looks like, whatever it says: capitals, small words, numbers, and where a new headline starts without a stop. */
final class Shape {
  /** Words that every sentence of some length holds, and lists of names don't. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of("the", "a", "an", "of", "to", "in", "for", "on", "with", "and", "or", "is", "are", "was", "were", "be", "been", "that", "this", "it",
          "its", "as", "at", "by", "from", "has", "have", "had", "will", "would", "can", "could", "but", "not", "they", "their", "which", "who",
          "your", "you", "than", "we", "our", "he", "his", "she", "her", "i", "more", "if", "into", "about", "when", "may", "there");

  /** Prose has at least so many words, and of them this share in lower case. */
  private static final int PROSE_WORDS = 6;

  private static final double PROSE_LOWER = 0.45;

  private final String text;
  private final Span sentence;
  private final List<Span> words = new ArrayList<>();
  private final List<String> bare = new ArrayList<>();
  private final List<Integer> joints = new ArrayList<>();
  private int capitals;
  private int numbers;
  private int functions;
  private int lower;
  private int separators;

  /** @param starters words in capitals that open a sentence or a headline: "How", "The" */
  Shape(String text, Span sentence, Set<String> starters) {
    this.text = text;
    this.sentence = sentence;
    cut();
    for (int i = 0; i < words.size(); i++) {
      Span word = words.get(i);
      char first = text.charAt(word.start());
      String bare = bare(i);
      if (bare.isEmpty()) {
        // "1,849 / 11,157" is one cell of a table.
        boolean amidNumbers = i > 0 && isNumber(bare(i - 1));
        separators += word.length() == 1 && "|·•›»▸→●/".indexOf(first) >= 0 && !amidNumbers ? 1 : 0;
      } else if (isNumber(bare)) {
        numbers++;
      } else if (Character.isUpperCase(bare.charAt(0)) || bare.length() > 1 && Character.isUpperCase(bare.charAt(1))) {
        capitals++;
      }
      lower += Character.isLowerCase(first) ? 1 : 0;
      if (FUNCTION_WORDS.contains(bare)) {
        functions++;
      }
      if (i > 0 && i + 1 < words.size() && starters.contains(bare) && isJoint(i)) {
        joints.add(word.start());
      }
    }
  }

  private void cut() {
    int start = -1;
    for (int i = sentence.start(); i <= sentence.end(); i++) {
      boolean blank = i == sentence.end() || Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i));
      if (blank && start >= 0) {
        words.add(new Span(start, i));
        bare.add(bare(text.substring(start, i)));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
  }

  /** A starter behind a word that nothing parts from it; not "of The Verge", nor amid capitals, as in one headline. */
  private boolean isJoint(int i) {
    Span before = words.get(i - 1);
    Span after = words.get(i + 1);
    boolean parted = !Character.isLetterOrDigit(text.charAt(before.end() - 1)) && ")]".indexOf(text.charAt(before.end() - 1)) < 0;
    boolean amidCapitals = Character.isUpperCase(text.charAt(before.start())) && Character.isUpperCase(text.charAt(after.start()));
    return !parted && !amidCapitals && !FUNCTION_WORDS.contains(bare(i - 1));
  }

  /** A word without the signs around it. */
  String bare(int i) {
    return bare.get(i);
  }

  static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to);
  }

  private static boolean isNumber(String bare) {
    for (int i = 0; i < bare.length(); i++) {
      if (!Character.isDigit(bare.charAt(i)) && ".,/:%x-".indexOf(bare.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  List<Span> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  int joints() {
    return joints.size();
  }

  /** Where the last glued headline or sentence starts; -1 if nothing is glued. */
  int lastJoint() {
    return joints.isEmpty() ? -1 : joints.get(joints.size() - 1);
  }

  /** Share of words that start with a capital; numbers count for neither. */
  double capitalShare() {
    return words.size() == numbers ? 0 : (double) capitals / (words.size() - numbers);
  }

  double functionShare() {
    return words.isEmpty() ? 0 : (double) functions / words.size();
  }

  double lowerShare() {
    return words.isEmpty() ? 0 : (double) lower / words.size();
  }

  double numberShare() {
    return words.isEmpty() ? 0 : (double) numbers / words.size();
  }

  int separators() {
    return separators;
  }

  /** A row of a Markdown table holds facts. */
  boolean isTableRow() {
    return text.charAt(sentence.start()) == '|';
  }

  boolean isBullet() {
    return "-*•–—·>".indexOf(text.charAt(sentence.start())) >= 0;
  }

  /** Whether whatever is in lower case is an entity or a small word: "Meta buys chips" is not, wherever it stands. */
  boolean isOfNames(List<Hit> hits) {
    return IntStream.range(0, words.size())
        .filter(i -> Character.isLowerCase(text.charAt(words.get(i).start())) && !FUNCTION_WORDS.contains(bare(i)))
        .mapToObj(words::get)
        .allMatch(w -> hits.stream().anyMatch(h -> h.start() < w.end() && w.start() < h.end()));
  }

  /** "Graphics: AMD Radeon 680M". */
  boolean isKeyed() {
    return words.size() > 1 && text.charAt(words.get(0).end() - 1) == ':';
  }

  /** A Markdown line that is one piece of code with commas: how newsletters set their topics. */
  boolean isCodeList() {
    String line = text.substring(sentence.start(), sentence.end());
    int from = line.startsWith("> ") ? 2 : 0;
    int inside = line.indexOf('`', from + 1);
    return line.charAt(from) == '`' && inside == line.length() - 1 && line.indexOf(',') > 0;
  }

  boolean endsAsSentence() {
    return ".!?…:".indexOf(lastSign()) >= 0;
  }

  /** As a sentence, and not as a question, which headlines often are. */
  boolean endsAtStop() {
    return ".!…".indexOf(lastSign()) >= 0;
  }

  private char lastSign() {
    int last = sentence.end() - 1;
    while (last > sentence.start() && "\"'”’)]".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return text.charAt(last);
  }

  /**
   * Where prose starts that runs from there on to the end and has a stop: at the first word at or behind {@code from} that opens a
   * sentence; -1 if what follows is none.
   */
  int proseFrom(int from) {
    int first = 0;
    while (first < words.size() && (words.get(first).start() < from || !opensSentence(first))) {
      first++;
    }
    int lower = 0;
    int small = 0;
    for (int i = first; i < words.size(); i++) {
      lower += Character.isLowerCase(text.charAt(words.get(i).start())) ? 1 : 0;
      small += FUNCTION_WORDS.contains(bare(i).toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    int count = words.size() - first;
    boolean prose = endsAtStop() && count >= PROSE_WORDS && lower >= PROSE_LOWER * count && small >= 2;
    return prose ? words.get(first).start() : -1;
  }

  private boolean opensSentence(int i) {
    return i == 0 || !bare(i).isEmpty() && !Character.isLowerCase(bare(i).charAt(0)) && !FUNCTION_WORDS.contains(bare(i - 1));
  }

  /** Where the last of these words ends that nothing parts from a capital behind it; -1 if there is none. */
  int behindLast(Set<String> borders) {
    for (int i = words.size() - 2; i >= 0; i--) {
      if (borders.contains(bare(i)) && bare(i).length() == words.get(i).length() && opensSentence(i + 1)) {
        return words.get(i).end();
      }
    }
    return -1;
  }
}
