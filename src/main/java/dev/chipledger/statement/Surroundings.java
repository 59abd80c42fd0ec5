package dev.chipledger.statement;

import dev.chipledger.statement.Wording.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may stand in front of the stretch that two sentences share, or behind it, so that both still say the same. */
final class Surroundings {
  /** Shared words that tell a sentence from another with a like end: enough to let a described subject be replaced. */
  private static final int MANY_SHARED = 10;

  /** Words that may describe a subject which the other sentence describes in other words. */
  private static final int SUBJECT = 4;

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

  private final Wording wordingA;
  private final Wording wordingB;
  private final List<Word> a;
  private final List<Word> b;
  private final Alignment shared;

  Surroundings(Wording a, Wording b, Alignment shared) {
    this.wordingA = a;
    this.wordingB = b;
    this.a = a.words();
    this.b = b.words();
    this.shared = shared;
  }

  boolean areHarmless() {
    return frontIsHarmless() && backIsHarmless();
  }

  /** "After the fair, ..." and "... before the fair": the same phrase in front and behind, but for the word that it opens with. */
  boolean isPhraseTurned() {
    return areTurned(a.subList(0, shared.startA()), b.subList(shared.endB(), b.size()))
        || areTurned(b.subList(0, shared.startB()), a.subList(shared.endA(), a.size()));
  }

  private static boolean areTurned(List<Word> front, List<Word> back) {
    return front.size() > 1 && front.size() == back.size()
        && !front.get(0).text().equals(back.get(0).text())
        && Words.joined(front.subList(1, front.size())).equals(Words.joined(back.subList(1, back.size())));
  }

  /** "After the fair, ..." for "... after the fair": the very same words in front on one side and behind on the other. */
  boolean isPhraseMoved() {
    List<Word> frontA = a.subList(0, shared.startA());
    List<Word> frontB = b.subList(0, shared.startB());
    List<Word> backA = a.subList(shared.endA(), a.size());
    List<Word> backB = b.subList(shared.endB(), b.size());
    return frontB.isEmpty() && backA.isEmpty() && isPhrase(frontA) && Words.joined(frontA).equals(Words.joined(backB))
        || frontA.isEmpty() && backB.isEmpty() && isPhrase(frontB) && Words.joined(frontB).equals(Words.joined(backA));
  }

  private static boolean isPhrase(List<Word> words) {
    return !words.isEmpty() && (OPENERS.contains(words.get(0).text()) || words.get(0).wordClass() == WordClass.CONDITION);
  }

  /** Whether what they share says something by itself; else it is a heading or a name, of which each addition makes another. */
  private boolean isSharedClause() {
    return shared.shared() > SameStatement.MIN_SHARED && a.subList(shared.startA(), shared.endA()).stream().anyMatch(Words::mayBeVerb);
  }

  private boolean frontIsHarmless() {
    List<Word> left = a.subList(0, shared.startA());
    List<Word> right = b.subList(0, shared.startB());
    Word firstLeft = a.get(shared.startA());
    Word firstRight = b.get(shared.startB());
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? mayStandInFront(right, firstRight) : mayStandInFront(left, firstLeft);
    }
    return Words.areAlike(left, right)
        || isAside(left, right) && mayStandInFront(left, firstLeft) && mayStandInFront(right, firstRight)
        || shared.shared() >= MANY_SHARED && (describeSubject(left, right) || subjectFollows())
        || shared.shared() >= MANY_SHARED * 3 / 2 && isPlainSubject(left, wordingA) && isPlainSubject(right, wordingB);
  }

  /** Whether words may stand in front of the shared stretch, of which {@code first} is the first word, and it says the same. */
  private boolean mayStandInFront(List<Word> added, Word first) {
    if (Words.isHarmless(added)) {
      return true;
    }
    Word last = added.get(added.size() - 1);
    boolean joint = JOINTS.contains(last.text()) || first.afterBreak() && OPENERS.contains(added.get(0).text());
    if (!isSharedClause() || added.stream().anyMatch(w -> Words.denies(w) || w.wordClass() == WordClass.MODAL && !joint)) {
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
    return (namesSource(left) || namesSource(right) || Words.isHarmless(left) || Words.isHarmless(right)) && Words.sameDays(left, right);
  }

  /** "Reuters reported that", "two people familiar with the matter said". */
  private static boolean namesSource(List<Word> words) {
    return words.size() <= SOURCE_WORDS
        && words.stream().anyMatch(w -> w.wordClass() == WordClass.SOURCE && !Words.DAYS.contains(w.text()))
        && words.stream().noneMatch(w -> Words.denies(w) || w.wordClass() == WordClass.MODAL || w.wordClass() == WordClass.ACT);
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
        && Words.mayBeVerb(a.get(shared.startA() + 1))
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
    return common && words.size() <= SUBJECT + 1 && Words.plainWords(words.subList(1, words.size()), whole) >= 0
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
    return Words.areAlike(left, right) || isAside(left, right) && mayStandBehind(left) && mayStandBehind(right);
  }

  private boolean mayStandBehind(List<Word> added) {
    if (Words.isHarmless(added)) {
      return true;
    }
    if (!isSharedClause() || added.stream().anyMatch(Words::denies)) {
      return false;
    }
    return added.get(0).afterBreak()
        || OPENERS.contains(added.get(0).text())
            && added.stream().noneMatch(w -> w.wordClass() == WordClass.NUMBER || w.wordClass() == WordClass.MODAL);
  }
}
