package dev.chipledger.statement;

import dev.chipledger.statement.Alignment.Difference;
import dev.chipledger.statement.Wording.Word;
import java.util.List;
import java.util.Set;

/**
 * Whether two sentences that name the same companies and chips say the same. They share a stretch of words; what differs inside
 * it must be harmless, and what stands in front of it or behind it on one side must not change what it says. In doubt they
 * are two: a count that is too high by a reprint misleads less than a denial counted as a purchase.
 */
final class SameStatement {
  /** A sentence with more words is a list or a menu: it is the same only word for word. */
  private static final int MAX_WORDS = 200;

  /** Words that the two must share: with fewer, a heading or a product's name would swallow whatever mentions it. */
  private static final int MIN_SHARED = 5;

  /** Of the shorter sentence's words, how many per hundred the stretch must hold. */
  private static final int MIN_COVER = 50;

  /** Shared words per word of content that may be put in or left out. */
  private static final int WORDS_PER_LOOSE = 8;

  /** Words that a clause between two breaks ("the world's largest contract chipmaker") may have. */
  private static final int APPOSITION = 14;

  private static final Set<String> OPENERS =
      Set.of("as", "after", "while", "and", "which", "who", "because", "amid", "to", "in", "on", "at", "for", "with", "from", "that", "where", "when", "since", "through", "during", "according");

  private final List<Word> a;
  private final List<Word> b;
  private final boolean cutA;
  private final boolean cutB;
  private final Alignment shared;

  private SameStatement(Wording a, Wording b) {
    this.a = a.words();
    this.b = b.words();
    this.cutA = a.isCut();
    this.cutB = b.isCut();
    this.shared = Alignment.of(a.words(), b.words());
  }

  /** 0 if the two say different things or may do; else how much of the longer one they share, 1 to 100. */
  static int likeness(Wording a, Wording b) {
    if (a.text().equals(b.text())) {
      return 100;
    }
    if (Math.max(a.words().size(), b.words().size()) > MAX_WORDS) {
      return 0;
    }
    SameStatement same = new SameStatement(a, b);
    return same.holds() ? Math.max(1, same.shared.shared() * 100 / Math.max(a.words().size(), b.words().size())) : 0;
  }

  private boolean holds() {
    int shorter = Math.min(a.size(), b.size());
    return shared.shared() >= Math.min(MIN_SHARED, shorter)
        && shared.shared() >= 3
        && shared.shared() * 100 >= shorter * MIN_COVER
        && differencesAreHarmless()
        && frontIsHarmless()
        && backIsHarmless();
  }

  private boolean differencesAreHarmless() {
    int loose = 0;
    for (Difference difference : shared.differences()) {
      List<Word> left = a.subList(difference.fromA(), difference.toA());
      List<Word> right = b.subList(difference.fromB(), difference.toB());
      if (joined(left).equals(joined(right))) {
        continue;
      }
      if (left.isEmpty() || right.isEmpty()) {
        List<Word> added = left.isEmpty() ? right : left;
        List<Word> whole = left.isEmpty() ? b : a;
        int next = left.isEmpty() ? difference.toB() : difference.toA();
        int cost = costOf(added, whole, next);
        if (cost < 0) {
          return false;
        }
        loose += cost;
      } else if (!replaces(left, right)) {
        return false;
      }
    }
    return loose * WORDS_PER_LOOSE <= shared.shared();
  }

  /** How many words of content an insertion puts in; -1 where it tells something else. */
  private static int costOf(List<Word> added, List<Word> whole, int next) {
    if (added.stream().anyMatch(w -> w.wordClass().isTelling())) {
      return -1;
    }
    boolean apposition = added.get(0).afterBreak() && next < whole.size() && whole.get(next).afterBreak() && added.size() <= APPOSITION;
    if (apposition) {
      return 0;
    }
    int cost = 0;
    for (Word word : added) {
      switch (word.wordClass()) {
        case LIGHT, SOURCE, PLACE, HAVE -> { }
        case BE -> {
          if (next >= whole.size() || !isAfterBe(whole.get(next))) {
            return -1;
          }
        }
        case CONTENT -> {
          if (word.capital()) {
            return -1;
          }
          cost++;
        }
        default -> {
          return -1;
        }
      }
    }
    return cost;
  }

  /** "is selling", "is set to": headlines leave the auxiliary out, and it changes no roles there. */
  private static boolean isAfterBe(Word word) {
    return word.text().endsWith("ing") || word.wordClass() == WordClass.MODAL || word.wordClass() == WordClass.SOURCE;
  }

  private static boolean replaces(List<Word> left, List<Word> right) {
    return isHarmless(left) && isHarmless(right) && sameDays(left, right);
  }

  private static boolean isHarmless(List<Word> words) {
    return words.stream().allMatch(w -> w.wordClass().isHarmless());
  }

  private static final Set<String> DAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static boolean sameDays(List<Word> left, List<Word> right) {
    List<String> days = left.stream().map(Word::text).filter(DAYS::contains).toList();
    List<String> others = right.stream().map(Word::text).filter(DAYS::contains).toList();
    return days.isEmpty() || others.isEmpty() || days.equals(others);
  }

  private boolean frontIsHarmless() {
    List<Word> left = a.subList(0, shared.startA());
    List<Word> right = b.subList(0, shared.startB());
    if (left.isEmpty() && right.isEmpty()) {
      return true;
    }
    if (!left.isEmpty() && !right.isEmpty()) {
      return joined(left).equals(joined(right)) || replaces(left, right);
    }
    List<Word> added = left.isEmpty() ? right : left;
    Word first = left.isEmpty() ? b.get(shared.startB()) : a.get(shared.startA());
    if (added.stream().anyMatch(SameStatement::turns)) {
      return false;
    }
    Word last = added.get(added.size() - 1);
    boolean closed = first.afterBreak() || last.text().equals("that") || last.wordClass() == WordClass.SOURCE;
    boolean glued = first.capital() && shared.shared() >= 8;
    return isHarmless(added) || glued || closed && (first.afterBreak() || added.stream().noneMatch(w -> w.wordClass() == WordClass.NUMBER));
  }

  private boolean backIsHarmless() {
    List<Word> left = a.subList(shared.endA(), a.size());
    List<Word> right = b.subList(shared.endB(), b.size());
    if (left.isEmpty() && right.isEmpty()) {
      return true;
    }
    if (!left.isEmpty() && !right.isEmpty()) {
      return joined(left).equals(joined(right)) || replaces(left, right);
    }
    List<Word> added = left.isEmpty() ? right : left;
    if (left.isEmpty() ? cutA : cutB) {
      return true;
    }
    if (added.stream().anyMatch(SameStatement::denies)) {
      return false;
    }
    Word first = added.get(0);
    if (first.afterBreak()) {
      return true;
    }
    return isHarmless(added)
        || OPENERS.contains(first.text()) && added.stream().noneMatch(w -> w.wordClass() == WordClass.NUMBER || w.wordClass() == WordClass.MODAL);
  }

  /** Whether a word in front turns what follows: denied that, may, if. */
  private static boolean turns(Word word) {
    return denies(word) || word.wordClass() == WordClass.MODAL;
  }

  private static boolean denies(Word word) {
    return word.wordClass() == WordClass.NEGATION || word.wordClass() == WordClass.CONDITION;
  }

  private static String joined(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    words.forEach(w -> joined.append(w.text()));
    return joined.toString();
  }
}
