package dev.chipledger.extract.unlisted;

import dev.chipledger.extract.Hit;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence as words, and its runs: words with a capital, one after the other, that no listed name covers. */
final class NameSentence {
  /** Letters and digits with what joins them inside a name or number ("B&R", "Nod.ai", "10,000"), or one other sign. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:(?:[-.&+'’]|(?<=\\p{N}),(?=\\p{N}{3}))[\\p{L}\\p{N}]+)*|[^\\p{L}\\p{N}\\s\\p{Z}]");

  private static final Pattern NAME_WORD = Pattern.compile(
      "(?:\\p{Lu}|\\p{Ll}{1,2}-?\\p{Lu}|\\p{N}+\\p{Lu})[\\p{L}\\p{N}]*(?:[.&+][\\p{L}\\p{N}]+|-[\\p{Lu}\\p{N}][\\p{L}\\p{N}]*|['’]\\p{Lu}[\\p{L}\\p{N}]*)*");

  /** Words of a name at most: longer ones are headings. */
  private static final int MOST_WORDS = 4;

  /** Share of longer words without a capital below which a line is a headline, whose capitals tell nothing. */
  private static final double HEADLINE = 0.15;

  /** Longer words that it takes to tell. */
  private static final int FEW_WORDS = 2;

  final String text;
  final List<Hit> hits;
  final List<Word> words = new ArrayList<>();
  final List<Run> runs = new ArrayList<>();
  final boolean headline;

  /**
   * A name that might be a firm's.
   *
   * @param first index of its first word
   * @param after index after its last one
   */
  record Run(NameSentence sentence, int first, int after) {
    String surface() {
      return sentence.text.substring(sentence.words.get(first).start(), sentence.words.get(after - 1).end());
    }

    int size() {
      return after - first;
    }

    Word word(int i) {
      return sentence.words.get(first + i);
    }

    Word lastWord() {
      return sentence.words.get(after - 1);
    }
  }

  /** @param hits of this sentence, in order */
  NameSentence(String text, Span sentence, List<Hit> hits, FirmWords lists) {
    this.text = text;
    this.hits = hits;
    Matcher match = WORD.matcher(text).region(sentence.start(), sentence.end());
    int hit = 0;
    int small = 0;
    int longer = 0;
    while (match.find()) {
      int end = match.end();
      boolean owns = end - match.start() > 2 && (text.startsWith("'s", end - 2) || text.startsWith("’s", end - 2));
      end = owns ? end - 2 : end;
      while (hit < hits.size() && hits.get(hit).end() <= match.start()) {
        hit++;
      }
      Word.Listed listed = hit < hits.size() && hits.get(hit).start() < end ? listed(hits.get(hit)) : Word.Listed.NONE;
      String word = text.substring(match.start(), end);
      words.add(new Word(match.start(), end, word, word.toLowerCase(Locale.ROOT), owns, listed));
      if (word.length() > 3 && listed == Word.Listed.NONE && !lists.is("split", word.toLowerCase(Locale.ROOT))) {
        longer++;
        small += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
      }
    }
    headline = longer >= FEW_WORDS && small < longer * HEADLINE;
    findRuns(lists);
  }

  private static Word.Listed listed(Hit hit) {
    return hit.isCompany() ? Word.Listed.COMPANY : hit.isChip() ? Word.Listed.CHIP : Word.Listed.OTHER;
  }

  private void findRuns(FirmWords lists) {
    int i = 0;
    while (i < words.size()) {
      if (!isNameWord(words.get(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < words.size() && isNameWord(words.get(end)) && areJoined(end - 1, end)) {
        end++;
      }
      addRuns(i, end, lists);
      i = end;
    }
  }

  /** The runs of a stretch of capitalised words: parted by words that are no part of a name, none where one is of an office or school. */
  private void addRuns(int from, int to, FirmWords lists) {
    for (int i = from; i < to; i++) {
      if (lists.is("barred", words.get(i).folded())) {
        return;
      }
    }
    int first = from;
    for (int i = from; i <= to; i++) {
      boolean part = i < to && !words.get(i).isListed() && !isSplit(i, lists) && !(i > first && words.get(i - 1).owns());
      if (part) {
        continue;
      }
      if (i > first && i - first <= MOST_WORDS && !isPartOfOther(first, i) && !isFollowedByNumber(i) && !isOther(first, i)) {
        runs.add(new Run(this, first, i));
      }
      first = i < to && i > from && words.get(i - 1).owns() && !words.get(i).isListed() && !isSplit(i, lists) ? i : i + 1;
    }
  }

  /** Whether it names what another has or makes: "Microsoft Fairwater", "Huang's Fairwater". A region may own a firm. */
  private boolean isPartOfOther(int first, int after) {
    Word before = first > 0 ? words.get(first - 1) : null;
    boolean owned = before != null && before.owns() && before.hit() != Word.Listed.OTHER;
    boolean behindListed = before != null && before.isListed() && areJoined(first - 1, first);
    boolean beforeListed = after < words.size() && words.get(after).isListed() && areJoined(after - 1, after);
    return owned || behindListed || beforeListed;
  }

  private boolean isSplit(int i, FirmWords lists) {
    return lists.is("split", words.get(i).folded()) || lists.is("legal", words.get(i).text());
  }

  /** Whether a run is a region or chip word as a whole. */
  private boolean isOther(int first, int after) {
    for (int i = first; i < after; i++) {
      if (words.get(i).hit() != Word.Listed.OTHER) {
        return false;
      }
    }
    return true;
  }

  /** "Latitude 7420" is a product. */
  private boolean isFollowedByNumber(int i) {
    return i < words.size() && !words.get(i - 1).owns() && areJoined(i - 1, i) && words.get(i).text().chars().anyMatch(Character::isDigit)
        && !Character.isLowerCase(words.get(i).text().charAt(0));
  }

  /** Whether nothing but a space stands between two words, so that a possessive ends what came before. */
  boolean areJoined(int left, int right) {
    int from = words.get(left).end();
    int to = words.get(right).start();
    return to == from + 1 && !words.get(left).isSign() && !words.get(right).isSign();
  }

  /** Starts with a capital, or holds one behind a small letter or two ("xAI", "d-Matrix"); not "Nvidia-backed", "Don't". */
  private static boolean isNameWord(Word word) {
    String text = word.text();
    boolean capital = Character.isUpperCase(text.charAt(0));
    for (int i = 1; i < text.length() && !capital; i++) {
      capital = Character.isUpperCase(text.charAt(i));
    }
    return capital && NAME_WORD.matcher(text).matches();
  }
}
