package dev.chipledger.statement;

import dev.chipledger.statement.Alignment.Difference;
import dev.chipledger.statement.Wording.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may differ inside the stretch that two sentences share, so that both still say the same. */
final class Edits {
  /** Shared words per word of content that may be put in or left out. */
  private static final int WORDS_PER_LOOSE = 6;

  /** A word that stands for another counts as so many that are only put in. */
  private static final int REPLACED_COSTS = 3;

  /** Words that a clause between two breaks ("the world's largest contract chipmaker") may have. */
  private static final int APPOSITION = 14;

  /** Shared words of a long list of headlines or topics, in which some may be missing. */
  private static final int LIST_SHARED = 30;

  /** Prepositions that writers take for each other where no number follows. */
  private static final Set<String> ALIKE_PREPOSITIONS = Set.of("in", "on", "at", "of", "for", "within", "inside", "across");

  private static final Set<String> RELATIVES = Set.of("which", "that", "who");

  private final Wording wordingA;
  private final Wording wordingB;
  private final List<Word> a;
  private final List<Word> b;
  private final Alignment shared;

  Edits(Wording a, Wording b, Alignment shared) {
    this.wordingA = a;
    this.wordingB = b;
    this.a = a.words();
    this.b = b.words();
    this.shared = shared;
  }

  boolean areHarmless() {
    int loose = 0;
    List<Difference> differences = shared.differences();
    for (int i = 0; i < differences.size(); i++) {
      Difference difference = differences.get(i);
      if (i + 1 < differences.size() && isMoved(difference, differences.get(i + 1))) {
        i++;
        continue;
      }
      int cost = cost(difference);
      if (cost < 0) {
        return false;
      }
      loose += cost;
    }
    return loose * WORDS_PER_LOOSE <= shared.shared();
  }

  /** How many words of content a difference puts in or replaces; -1 where it tells something else. */
  private int cost(Difference difference) {
    List<Word> left = a.subList(difference.fromA(), difference.toA());
    List<Word> right = b.subList(difference.fromB(), difference.toB());
    if (Words.joined(left).equals(Words.joined(right)) || isAcronym(left, right) || isAcronym(right, left) || isInList(difference)) {
      return 0;
    }
    if (left.isEmpty()) {
      return costOfAdded(right, wordingB, difference.toB());
    }
    if (right.isEmpty()) {
      return costOfAdded(left, wordingA, difference.toA());
    }
    return arePrepositions(difference) ? 1 : costOfReplaced(left, right);
  }

  private boolean arePrepositions(Difference difference) {
    return difference.toA() - difference.fromA() == 1
        && difference.toB() - difference.fromB() == 1
        && ALIKE_PREPOSITIONS.contains(a.get(difference.fromA()).text())
        && ALIKE_PREPOSITIONS.contains(b.get(difference.fromB()).text())
        && a.get(difference.toA()).wordClass() != WordClass.NUMBER;
  }

  private static int costOfAdded(List<Word> added, Wording whole, int next) {
    Word after = whole.words().get(next);
    if (added.get(0).afterBreak() && after.afterBreak() && added.size() <= APPOSITION) {
      return added.stream().anyMatch(Edits::changesAsApposition) ? -1 : 0;
    }
    if (added.stream().anyMatch(w -> w.wordClass().isTelling())) {
      return -1;
    }
    boolean beginsName = after.capital() && !after.afterBreak();
    int cost = 0;
    for (Word word : added) {
      switch (word.wordClass()) {
        case LIGHT, SOURCE, PLACE, HAVE -> { }
        case BE -> {
          if (!isAfterBe(after) && !RELATIVES.contains(added.get(0).text())) {
            return -1;
          }
        }
        case CONTENT, THING -> {
          if (word.capital() && !whole.isTitleCase() && !(beginsName && added.size() == 1)) {
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

  private static boolean changesAsApposition(Word word) {
    return Words.denies(word) || word.wordClass() == WordClass.MODAL || word.wordClass() == WordClass.NUMBER;
  }

  /** "is selling", "is set to": headlines leave the auxiliary out, and it changes no roles there. */
  private static boolean isAfterBe(Word word) {
    return word.text().endsWith("ing") || word.wordClass() == WordClass.MODAL || word.wordClass() == WordClass.SOURCE;
  }

  private int costOfReplaced(List<Word> left, List<Word> right) {
    if (Words.isHarmless(left) && Words.isHarmless(right)) {
      return Words.sameDays(left, right) ? 0 : -1;
    }
    if (areAll(left, WordClass.BE) && areAll(right, WordClass.BE)) {
      return 0;
    }
    int one = Words.plainWords(left, wordingA);
    int other = Words.plainWords(right, wordingB);
    return one < 0 || other < 0 ? -1 : REPLACED_COSTS * Math.max(one, other);
  }

  private static boolean areAll(List<Word> words, WordClass wordClass) {
    return words.stream().allMatch(w -> w.wordClass() == wordClass);
  }

  /** A number or an adverb that stands some words further on: a screen's inches before or behind the laptop's name. */
  private boolean isMoved(Difference one, Difference next) {
    String from = Words.joined(a.subList(one.fromA(), one.toA())) + "/" + Words.joined(b.subList(one.fromB(), one.toB()));
    String to = Words.joined(b.subList(next.fromB(), next.toB())) + "/" + Words.joined(a.subList(next.fromA(), next.toA()));
    List<Word> passed = a.subList(one.toA(), next.fromA());
    List<Word> moved = Stream.concat(a.subList(one.fromA(), one.toA()).stream(), b.subList(one.fromB(), one.toB()).stream()).toList();
    return from.equals(to)
        && passed.size() <= 3
        && (moved.stream().allMatch(Edits::mayMove) || passed.stream().allMatch(Edits::mayMove));
  }

  private static boolean mayMove(Word word) {
    return word.wordClass() == WordClass.NUMBER || word.text().endsWith("ly") && !Words.denies(word);
  }

  /** "SoC" for "system on chip". */
  private static boolean isAcronym(List<Word> one, List<Word> other) {
    String initials = initials(other);
    return initials.length() > 2 && Words.joined(one).equals(initials);
  }

  private static String initials(List<Word> words) {
    StringBuilder initials = new StringBuilder();
    words.stream().filter(w -> w.wordClass() != WordClass.LIGHT).forEach(w -> initials.append(w.text().charAt(0)));
    return initials.toString();
  }

  /** Capitals among capitals: topics of a list that a page's furniture has more or fewer of. */
  private boolean isInList(Difference difference) {
    return shared.shared() >= LIST_SHARED
        && a.subList(difference.fromA() - 1, difference.toA() + 1).stream().allMatch(Edits::isTopic)
        && b.subList(difference.fromB() - 1, difference.toB() + 1).stream().allMatch(Edits::isTopic);
  }

  private static boolean isTopic(Word word) {
    return word.capital() && !word.wordClass().isTelling();
  }
}
