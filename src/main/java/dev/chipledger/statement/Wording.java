package dev.chipledger.statement;

import dev.chipledger.extract.Resources;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Lead;
import dev.chipledger.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence without what reprints change: case, quote marks, spelling, contractions, the writing of numbers and
 * amounts, Markdown and addresses, a dateline in front.
 */
final class Wording {
  /**
   * A word.
   *
   * @param text normalised
   * @param stem without its ending: what look-alikes are compared by
   * @param afterBreak whether a sign that parts clauses stands just before it
   * @param capital whether it is written with a capital
   */
  record Word(String text, String stem, WordClass wordClass, boolean afterBreak, boolean capital) {}

  private static final Pattern NUMBER = Pattern.compile(Numbers.PATTERN);
  private static final Map<String, String> SPELLING = spelling();

  /** "HONG KONG, Dec 12 (Reuters) -": a place, a day, an agency; at least one of the last two. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\W{0,3}(?:\\p{Lu}[\\p{Lu}\\p{Ll}.'/]+(?:[ ,/]{1,2}\\p{Lu}[\\p{Lu}\\p{Ll}.'/]+){0,4})?[, ]{0,2}"
              + "(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?:, \\d{4})?,? ?(?:\\([^)]{2,30}\\))?"
              + "|\\((?:Reuters|AP|AFP|Bloomberg|Dow Jones|[A-Z][A-Za-z]+ News|CNN|UPI|IANS|ANI|PTI|Yonhap|Kyodo|Xinhua)\\))"
              + " ?(?:[-\u2013\u2014:]{1,2}) ?");

  /** How often a post was answered until the newsletter went out. */
  private static final Pattern ACTIVITY = Pattern.compile("\\(Activity: \\d+\\)");
  private static final Pattern ADDRESS = Pattern.compile("\\]\\(\\s?[^)\\s]*\\)?|https?://\\S+|www\\.\\S+|pic\\.twitter\\S+");
  private static final Pattern SITE = Pattern.compile("\\s+\\|\\s+[^|]{2,30}$");
  private static final Pattern CUT = Pattern.compile("\\s*(?:\u2026|\\.\\.\\.|\\[\u2026]|\\[\\.\\.\\.])\\s*\\W{0,2}$");

  /** Spaces that must be left when something is taken off a sentence; with fewer it was the sentence. */
  private static final int LEFT = 5;

  private final List<Word> words;
  private final boolean cut;
  private final boolean titleCase;
  private final String text;

  private Wording(List<Word> words, boolean cut) {
    this.words = words;
    this.cut = cut;
    this.titleCase = isTitleCase(words);
    StringBuilder joined = new StringBuilder();
    for (Word word : words) {
      joined.append(joined.isEmpty() ? "" : " ").append(word.text());
    }
    this.text = joined.toString();
  }

  static Wording of(String sentence) {
    String proper = sentence.substring(start(sentence));
    String withoutAddresses = ACTIVITY.matcher(ADDRESS.matcher(proper).replaceAll(" ")).replaceAll(" ");
    String printed = without(SITE, spaces(withoutAddresses) < LEFT ? proper : withoutAddresses);
    Matcher end = CUT.matcher(printed);
    boolean cut = end.find();
    if (cut) {
      boolean insideWord = end.start() > 0 && Folding.isWordUnit(printed.charAt(end.start() - 1)) && printed.charAt(end.start()) != ' ';
      printed = printed.substring(0, end.start());
      int lastSpace = printed.lastIndexOf(' ');
      if (insideWord && lastSpace > 0) {
        printed = printed.substring(0, lastSpace);
      }
    }
    return new Wording(new Reader(printed).words(), cut);
  }

  List<Word> words() {
    return words;
  }

  /** Whether the sentence ends in an ellipsis; its last word is left out then, for it may be half a word. */
  boolean isCut() {
    return cut;
  }

  /** Whether most words have a capital, as in a headline, so that a capital says nothing of a word. */
  boolean isTitleCase() {
    return titleCase;
  }

  /** The words, parted by a space. */
  String text() {
    return text;
  }

  private static boolean isTitleCase(List<Word> words) {
    List<Word> longWords = words.stream().filter(w -> w.text().length() > 3).toList();
    return longWords.stream().filter(Word::capital).count() * 3 >= longWords.size() * 2L;
  }

  /** Where the sentence proper starts, behind a bullet's own headline and a dateline; in UTF-16 units. */
  static int start(String sentence) {
    int lead = Lead.end(sentence);
    return sentence.length() - without(DATELINE, sentence.substring(lead)).length();
  }

  private static String without(Pattern pattern, String printed) {
    Matcher match = pattern.matcher(printed);
    if (!match.find()) {
      return printed;
    }
    String rest = printed.substring(0, match.start()) + printed.substring(match.end());
    return spaces(rest) < LEFT ? printed : rest;
  }

  private static long spaces(String text) {
    return text.chars().filter(c -> c == ' ').count();
  }

  /** A word without its ending for number, tense or gerund: crude, but the same for both sides of a comparison. "Noted" isn't "not". */
  static String stem(String word) {
    int n = word.length();
    if (n < 4) {
      return word;
    }
    String stem = word;
    if (word.endsWith("ies") || word.endsWith("ied")) {
      stem = word.substring(0, n - 3) + "y";
    } else if (word.endsWith("ing") && n > 5) {
      stem = word.substring(0, n - 3);
    } else if (word.endsWith("ed") && n > 4) {
      stem = word.substring(0, n - 2);
    } else if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
      stem = word.substring(0, n - 1);
    }
    if (stem.equals("not")) {
      return "note";
    }
    n = stem.length();
    if (n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "bdgmnprt".indexOf(stem.charAt(n - 1)) >= 0 && stem.length() < word.length()) {
      return stem.substring(0, n - 1);
    }
    return n > 3 && stem.endsWith("e") && !stem.equals("note") ? stem.substring(0, n - 1) : stem;
  }

  private static Map<String, String> spelling() {
    Map<String, String> spelling = new HashMap<>();
    for (String[] row : Resources.rows("/statement/spelling.tsv")) {
      spelling.put(row[0], row[1]);
    }
    return spelling;
  }

  /** Reads the words of one sentence, left to right. */
  private static final class Reader {
    private final String printed;
    private final String folded;
    private final List<Word> words = new ArrayList<>();
    private final Matcher number;
    private int at;
    private boolean afterBreak;
    private String currency;

    Reader(String printed) {
      this.printed = printed;
      this.folded = new String(Folding.fold(printed));
      this.number = NUMBER.matcher(folded);
    }

    List<Word> words() {
      while (at < folded.length()) {
        char c = folded.charAt(at);
        if (!Folding.isWordUnit(c)) {
          sign(c);
          at++;
        } else if (!number()) {
          word();
        }
      }
      return List.copyOf(words);
    }

    private void sign(char c) {
      switch (c) {
        case '$', '\u20ac', '\u00a3', '\u00a5', '\u20a9' -> {
          currency = String.valueOf(c == '\u20a9' ? "krw" : c);
          if (at > 1 && !words.isEmpty() && words.get(words.size() - 1).text().equals("us") && folded.charAt(at - 1) == 's') {
            words.remove(words.size() - 1);
          }
        }
        case '%' -> add("%", false);
        case '+' -> add("+", false);
        case ',', ';', ':', '(', ')', '[', ']', '\u2014', '.', '!', '?', '|', '"', '/', '\u2022' -> afterBreak = true;
        case '-' -> afterBreak |= isSpace(at - 1) && isSpace(at + 1);
        default -> { }
      }
    }

    private boolean number() {
      if (!number.region(at, folded.length()).lookingAt()) {
        return false;
      }
      char first = folded.charAt(at);
      if (!Character.isDigit(first) && number.end() < folded.length() && folded.charAt(number.end()) == '\'') {
        return false;
      }
      add(BigDecimal.valueOf(Numbers.value(number)).stripTrailingZeros().toPlainString(), false);
      at = number.end();
      if (currency != null) {
        add(currency, false);
        currency = null;
      }
      return true;
    }

    private void word() {
      int start = at;
      boolean capital = Character.isUpperCase(printed.charAt(start));
      while (at < folded.length() && Folding.isWordUnit(folded.charAt(at))) {
        at++;
      }
      if (at - start == 1 && isDottedLetter()) {
        add(acronym(start), capital);
        return;
      }
      String word = folded.substring(start, at);
      if (at + 1 < folded.length() && folded.charAt(at) == '\'' && Character.isLetter(folded.charAt(at + 1))) {
        int end = at + 1;
        while (end < folded.length() && Folding.isWordUnit(folded.charAt(end))) {
          end++;
        }
        contraction(word, folded.substring(at + 1, end), capital);
        at = end;
        return;
      }
      if (word.equals("cannot")) {
        add("can", false);
        add("not", false);
      } else {
        add(word, capital);
      }
    }

    /** "U.S." is one word. */
    private String acronym(int start) {
      StringBuilder letters = new StringBuilder().append(folded.charAt(start));
      while (isDottedLetter()) {
        letters.append(folded.charAt(at + 1));
        at += 2;
      }
      if (at < folded.length() && folded.charAt(at) == '.') {
        at++;
      }
      return letters.toString();
    }

    private boolean isDottedLetter() {
      return at + 1 < folded.length() && folded.charAt(at) == '.' && Character.isLetter(folded.charAt(at + 1))
          && (at + 2 == folded.length() || !Folding.isWordUnit(folded.charAt(at + 2)));
    }

    private void contraction(String word, String ending, boolean capital) {
      switch (ending) {
        case "s" -> {
          add(word, capital);
          if (List.of("it", "that", "there", "he", "she", "what", "here").contains(word)) {
            add("is", false);
          }
        }
        case "t" -> {
          add(word.equals("won") ? "will" : word.equals("can") ? "can" : word.substring(0, word.length() - 1), capital);
          add("not", false);
        }
        case "re" -> addTwo(word, "are", capital);
        case "ve" -> addTwo(word, "have", capital);
        case "ll" -> addTwo(word, "will", capital);
        case "d" -> addTwo(word, "would", capital);
        case "m" -> addTwo(word, "am", capital);
        default -> addTwo(word, ending, capital);
      }
    }

    private void addTwo(String word, String next, boolean capital) {
      add(word, capital);
      add(next, false);
    }

    private void add(String word, boolean capital) {
      String text = SPELLING.getOrDefault(word, word);
      String pair = words.isEmpty() ? null : SPELLING.get(words.get(words.size() - 1).text() + " " + word);
      if (pair != null) {
        Word first = words.remove(words.size() - 1);
        text = pair;
        afterBreak = first.afterBreak();
      }
      String stem = stem(text);
      words.add(new Word(text, stem, WordClass.of(text, stem), afterBreak, capital));
      afterBreak = false;
    }

    private boolean isSpace(int i) {
      return i < 0 || i >= folded.length() || folded.charAt(i) == ' ';
    }
  }
}
