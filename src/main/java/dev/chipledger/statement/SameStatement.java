package dev.chipledger.statement;

import dev.chipledger.statement.Alignment.Difference;
import dev.chipledger.statement.Wording.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
  private static final int WORDS_PER_LOOSE = 6;

  /** Words, and of the longer sentence's words how many per hundred, that two must share to pass as put in other words. */
  private static final int REWORDED_SHARED = 20;

  private static final int REWORDED_COVER = 70;

  /** A word that stands for another counts as so many that are only put in. */
  private static final int REPLACED_COSTS = 3;

  /** Words that a clause between two breaks ("the world's largest contract chipmaker") may have. */
  private static final int APPOSITION = 14;

  /** Shared words that tell a sentence from another with a like end: enough to let a described subject be replaced. */
  private static final int MANY_SHARED = 10;

  /** Words that may describe a subject which the other sentence describes in other words. */
  private static final int SUBJECT = 4;

  /** Shared words of a long list of headlines or topics, in which some may be missing. */
  private static final int LIST_SHARED = 30;

  /** Words that naming a source takes. */
  private static final int SOURCE_WORDS = 9;

  /** Words that begin a further clause or phrase. */
  private static final Set<String> OPENERS =
      Set.of("as", "after", "while", "and", "which", "who", "because", "amid", "to", "in", "on", "at", "for", "with", "from", "that", "where", "when",
          "since", "through", "during", "according", "so", "including", "per", "before", "despite", "following");

  /** Words that end a clause of its own in front of the one that counts. */
  private static final Set<String> JOINTS = Set.of("because", "as", "while", "and", "since", "so");

  /** Joints of which the clause in front may even have numbers of its own. */
  private static final Set<String> SUBORDINATE = Set.of("because", "as", "while", "since");

  /** Prepositions that writers take for each other where no number follows. */
  private static final Set<String> ALIKE_PREPOSITIONS = Set.of("in", "on", "at", "of", "for", "within", "inside", "across");

  private static final Set<String> RELATIVES = Set.of("which", "that", "who");

  private static final Set<String> DAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final Wording wordingA;
  private final Wording wordingB;
  private final List<Word> a;
  private final List<Word> b;
  private final Alignment shared;

  private SameStatement(Wording a, Wording b) {
    this.wordingA = a;
    this.wordingB = b;
    this.a = a.words();
    this.b = b.words();
    this.shared = Alignment.of(a.words(), b.words());
  }

  /** 0 if the two say different things or may do; else how much of the longer one they share, 1 to 100. */
  static int likeness(Wording a, Wording b) {
    if (a.text().equals(b.text())) {
      return 100;
    }
    int longer = Math.max(a.words().size(), b.words().size());
    if (longer > MAX_WORDS) {
      return 0;
    }
    SameStatement same = new SameStatement(a, b);
    return same.holds() ? Math.max(1, same.shared.shared() * 100 / longer) : 0;
  }

  private boolean holds() {
    int shorter = Math.min(a.size(), b.size());
    return shared.shared() >= Math.min(MIN_SHARED, shorter)
        && shared.shared() >= 3
        && shared.shared() * 100 >= shorter * MIN_COVER
        && !isPhraseTurned()
        && (isReworded() || differencesAreHarmless() && (isPhraseMoved() || frontIsHarmless() && backIsHarmless()));
  }

  /** "After the fair, ..." for "... after the fair": the very same words in front on one side and behind on the other. */
  private boolean isPhraseMoved() {
    List<Word> frontA = a.subList(0, shared.startA());
    List<Word> frontB = b.subList(0, shared.startB());
    List<Word> backA = a.subList(shared.endA(), a.size());
    List<Word> backB = b.subList(shared.endB(), b.size());
    return frontB.isEmpty() && backA.isEmpty() && isPhrase(frontA) && joined(frontA).equals(joined(backB))
        || frontA.isEmpty() && backB.isEmpty() && isPhrase(frontB) && joined(frontB).equals(joined(backA));
  }

  /** "After the fair, ..." and "... before the fair": the same phrase in front and behind, but for the word that it opens with. */
  private boolean isPhraseTurned() {
    return areTurned(a.subList(0, shared.startA()), b.subList(shared.endB(), b.size()))
        || areTurned(b.subList(0, shared.startB()), a.subList(shared.endA(), a.size()));
  }

  private static boolean areTurned(List<Word> front, List<Word> back) {
    return front.size() > 1 && front.size() == back.size()
        && !front.get(0).text().equals(back.get(0).text())
        && joined(front.subList(1, front.size())).equals(joined(back.subList(1, back.size())));
  }

  private static boolean isPhrase(List<Word> words) {
    return !words.isEmpty() && (OPENERS.contains(words.get(0).text()) || words.get(0).wordClass() == WordClass.CONDITION);
  }

  /**
   * Whether a long sentence was only put in other words: all that tells something, and all names, follow in the same order on both
   * sides, and hardly anything else differs.
   */
  private boolean isReworded() {
    int longer = Math.max(a.size(), b.size());
    return shared.shared() >= REWORDED_SHARED
        && shared.shared() * 100 >= longer * REWORDED_COVER
        && telling(a).equals(telling(b));
  }

  private static List<String> telling(List<Word> words) {
    return words.stream().filter(SameStatement::isTellingOrName).map(Word::stem).toList();
  }

  private static boolean isTellingOrName(Word word) {
    return switch (word.wordClass()) {
      case CONTENT -> word.capital();
      case ROLE -> !word.text().equals("with");
      default -> word.wordClass().isTelling();
    };
  }

  private boolean differencesAreHarmless() {
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
    if (joined(left).equals(joined(right)) || isAcronym(left, right) || isAcronym(right, left) || isInList(difference)) {
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
      return added.stream().anyMatch(SameStatement::changesAsApposition) ? -1 : 0;
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
    return denies(word) || word.wordClass() == WordClass.MODAL || word.wordClass() == WordClass.NUMBER;
  }

  /** "is selling", "is set to": headlines leave the auxiliary out, and it changes no roles there. */
  private static boolean isAfterBe(Word word) {
    return word.text().endsWith("ing") || word.wordClass() == WordClass.MODAL || word.wordClass() == WordClass.SOURCE;
  }

  private int costOfReplaced(List<Word> left, List<Word> right) {
    if (isHarmless(left) && isHarmless(right)) {
      return sameDays(left, right) ? 0 : -1;
    }
    if (areAll(left, WordClass.BE) && areAll(right, WordClass.BE)) {
      return 0;
    }
    int one = plainWords(left, wordingA);
    int other = plainWords(right, wordingB);
    return one < 0 || other < 0 ? -1 : REPLACED_COSTS * Math.max(one, other);
  }

  private static boolean areAll(List<Word> words, WordClass wordClass) {
    return words.stream().allMatch(w -> w.wordClass() == wordClass);
  }

  /** How many words of content they are, beside harmless ones; -1 if another is among them, or a name. */
  private static int plainWords(List<Word> words, Wording whole) {
    int plain = 0;
    for (Word word : words) {
      if (word.wordClass() == WordClass.CONTENT || word.wordClass() == WordClass.THING) {
        if (word.capital() || whole.isTitleCase()) {
          return -1;
        }
        plain++;
      } else if (!word.wordClass().isHarmless()) {
        return -1;
      }
    }
    return plain;
  }

  /** A number or an adverb that stands some words further on: a screen's inches before or behind the laptop's name. */
  private boolean isMoved(Difference one, Difference next) {
    String from = joined(a.subList(one.fromA(), one.toA())) + "/" + joined(b.subList(one.fromB(), one.toB()));
    String to = joined(b.subList(next.fromB(), next.toB())) + "/" + joined(a.subList(next.fromA(), next.toA()));
    List<Word> passed = a.subList(one.toA(), next.fromA());
    List<Word> moved = Stream.concat(a.subList(one.fromA(), one.toA()).stream(), b.subList(one.fromB(), one.toB()).stream()).toList();
    return from.equals(to)
        && passed.size() <= 3
        && (moved.stream().allMatch(SameStatement::mayMove) || passed.stream().allMatch(SameStatement::mayMove));
  }

  private static boolean mayMove(Word word) {
    return word.wordClass() == WordClass.NUMBER || word.text().endsWith("ly") && !denies(word);
  }

  /** "SoC" for "system on chip". */
  private static boolean isAcronym(List<Word> one, List<Word> other) {
    String initials = initials(other);
    return initials.length() > 2 && joined(one).equals(initials);
  }

  private static String initials(List<Word> words) {
    StringBuilder initials = new StringBuilder();
    words.stream().filter(w -> w.wordClass() != WordClass.LIGHT).forEach(w -> initials.append(w.text().charAt(0)));
    return initials.toString();
  }

  /** Capitals among capitals: topics of a list that a page's furniture has more or fewer of. */
  private boolean isInList(Difference difference) {
    return shared.shared() >= LIST_SHARED
        && a.subList(difference.fromA() - 1, difference.toA() + 1).stream().allMatch(SameStatement::isTopic)
        && b.subList(difference.fromB() - 1, difference.toB() + 1).stream().allMatch(SameStatement::isTopic);
  }

  private static boolean isTopic(Word word) {
    return word.capital() && !word.wordClass().isTelling();
  }

  /** Whether what they share says something by itself; else it is a heading or a name, of which each addition makes another. */
  private boolean isSharedClause() {
    return shared.shared() > MIN_SHARED && a.subList(shared.startA(), shared.endA()).stream().anyMatch(SameStatement::mayBeVerb);
  }

  private static boolean mayBeVerb(Word word) {
    return switch (word.wordClass()) {
      case BE, HAVE, MODAL, ACT -> true;
      case CONTENT, SOURCE, DEGREE -> word.text().endsWith("s") || word.text().endsWith("ed");
      default -> false;
    };
  }

  private boolean frontIsHarmless() {
    List<Word> left = a.subList(0, shared.startA());
    List<Word> right = b.subList(0, shared.startB());
    Word firstLeft = a.get(shared.startA());
    Word firstRight = b.get(shared.startB());
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? mayStandInFront(right, firstRight) : mayStandInFront(left, firstLeft);
    }
    return areAlike(left, right)
        || isAside(left, right) && mayStandInFront(left, firstLeft) && mayStandInFront(right, firstRight)
        || shared.shared() >= MANY_SHARED && (describeSubject(left, right) || subjectFollows())
        || shared.shared() >= MANY_SHARED * 3 / 2 && isPlainSubject(left, wordingA) && isPlainSubject(right, wordingB);
  }

  /** Whether words may stand in front of the shared stretch, of which {@code first} is the first word, and it says the same. */
  private boolean mayStandInFront(List<Word> added, Word first) {
    if (isHarmless(added)) {
      return true;
    }
    Word last = added.get(added.size() - 1);
    boolean joint = JOINTS.contains(last.text()) || first.afterBreak() && OPENERS.contains(added.get(0).text());
    if (!isSharedClause() || added.stream().anyMatch(w -> denies(w) || w.wordClass() == WordClass.MODAL && !joint)) {
      return false;
    }
    if (first.afterBreak() || first.capital() && shared.shared() >= MANY_SHARED) {
      return true;
    }
    boolean said = last.text().equals("that") || last.wordClass() == WordClass.SOURCE;
    return SUBORDINATE.contains(last.text()) || (joint || said) && added.stream().noneMatch(w -> w.wordClass() == WordClass.NUMBER);
  }

  /** Whether one of the two says no more than who said it, or when in the week. */
  private static boolean isAside(List<Word> left, List<Word> right) {
    return (namesSource(left) || namesSource(right) || isHarmless(left) || isHarmless(right)) && sameDays(left, right);
  }

  /** "Reuters reported that", "two people familiar with the matter said". */
  private static boolean namesSource(List<Word> words) {
    return words.size() <= SOURCE_WORDS
        && words.stream().anyMatch(w -> w.wordClass() == WordClass.SOURCE && !DAYS.contains(w.text()))
        && words.stream().noneMatch(w -> denies(w) || w.wordClass() == WordClass.MODAL || w.wordClass() == WordClass.ACT);
  }

  /** "It", "the laptop", "this particular model": no name among them, the keys say which company and chip it is. */
  private static boolean describeSubject(List<Word> left, List<Word> right) {
    return Stream.concat(left.stream(), right.stream()).allMatch(w -> w.wordClass().isHarmless() || w.wordClass() == WordClass.THING)
        && Math.max(left.size(), right.size()) <= SUBJECT;
  }

  /** "Gates-backed" or "stealthy startup", then a name and its verb on both sides. */
  private boolean subjectFollows() {
    Word name = a.get(shared.startA());
    Word sameName = b.get(shared.startB());
    return name.capital() && sameName.capital()
        && name.wordClass() == WordClass.CONTENT
        && mayBeVerb(a.get(shared.startA() + 1))
        && describes(a.subList(0, shared.startA()))
        && describes(b.subList(0, shared.startB()));
  }

  private static boolean describes(List<Word> words) {
    return words.size() < SUBJECT
        && words.stream().allMatch(w -> w.wordClass().isHarmless() || w.wordClass() == WordClass.THING || w.wordClass() == WordClass.CONTENT);
  }

  /** "Leaked details reveal": common words, of which the first has its capital from the sentence's start. */
  private static boolean isPlainSubject(List<Word> words, Wording whole) {
    Word first = words.get(0);
    boolean common = first.wordClass() != WordClass.CONTENT || words.size() > 1 && !words.get(1).text().endsWith("ly");
    return common && words.size() <= SUBJECT + 1 && plainWords(words.subList(1, words.size()), whole) >= 0
        && (first.wordClass().isHarmless() || first.wordClass() == WordClass.THING || first.wordClass() == WordClass.CONTENT);
  }

  private boolean backIsHarmless() {
    List<Word> left = a.subList(shared.endA(), a.size());
    List<Word> right = b.subList(shared.endB(), b.size());
    if (left.isEmpty()) {
      return wordingA.isCut() || mayStandBehind(right);
    }
    if (right.isEmpty()) {
      return wordingB.isCut() || mayStandBehind(left);
    }
    return areAlike(left, right) || isAside(left, right) && mayStandBehind(left) && mayStandBehind(right);
  }

  private boolean mayStandBehind(List<Word> added) {
    if (isHarmless(added)) {
      return true;
    }
    if (!isSharedClause() || added.stream().anyMatch(SameStatement::denies)) {
      return false;
    }
    return added.get(0).afterBreak()
        || OPENERS.contains(added.get(0).text())
            && added.stream().noneMatch(w -> w.wordClass() == WordClass.NUMBER || w.wordClass() == WordClass.MODAL);
  }

  private static boolean areAlike(List<Word> left, List<Word> right) {
    return joined(left).equals(joined(right)) || isHarmless(left) && isHarmless(right) && sameDays(left, right);
  }

  private static boolean isHarmless(List<Word> words) {
    return words.stream().allMatch(w -> w.wordClass().isHarmless());
  }

  private static boolean sameDays(List<Word> left, List<Word> right) {
    List<String> days = left.stream().map(Word::text).filter(DAYS::contains).toList();
    List<String> others = right.stream().map(Word::text).filter(DAYS::contains).toList();
    return days.isEmpty() || others.isEmpty() || days.equals(others);
  }

  /** Whether a word turns what is said around it: denied, not, if. */
  private static boolean denies(Word word) {
    return word.wordClass() == WordClass.NEGATION || word.wordClass() == WordClass.CONDITION;
  }

  private static String joined(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    words.forEach(w -> joined.append(w.text()));
    return joined.toString();
  }
}
