package dev.chipledger.statement;

import dev.chipledger.statement.Wording.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether one sentence tells what the other tells in other words, or with its parts in another order. Then hardly a word is
 * missing, all numbers are there, whoever is named stands in the same order and in the same role, and what is denied, planned or
 * done is the same.
 */
final class Retelling {
  /** Words, and of the longer sentence's words how many per hundred, that follow in the same order where little was reworded. */
  private static final int IN_ORDER = 20;

  private static final int IN_ORDER_COVER = 70;

  /** What has more words is several sentences run together, of which one may be another. */
  private static final int MAX_WORDS = 50;

  /** Words of content that both must hold: fewer are soon shared by chance. */
  private static final int MIN_COMMON = 10;

  /** Of the words of content of the one that has fewer, and of the one that has more, how many per hundred both must hold. */
  private static final int COVER_OF_LESS = 85;

  private static final int COVER_OF_MORE = 75;

  /** So many numbers that all agree leave no doubt what is spoken of, in whatever order. */
  private static final int MANY_NUMBERS = 6;

  /** What turns a name's part: "from Nvidia" isn't "to Nvidia". */
  private static final Set<String> ROLES_OF_NAMES = Set.of("to", "from", "by", "against", "into", "off", "out", "than");

  /** What turns a number's part: "in two years" isn't "for two years". */
  private static final Set<String> ROLES_OF_NUMBERS = Set.of("to", "from", "by", "for", "in", "within");

  /** Words of degree that one may leave out; what stands against them ("before") it may not. */
  private static final Set<String> LOOSE_DEGREES = Set.of("about", "after", "since");

  /** Words of content that tell what is denied: "not install chips" isn't "not install fans". */
  private static final int DENIED = 3;

  private final List<Word> a;
  private final List<Word> b;
  private final boolean titles;

  Retelling(Wording a, Wording b) {
    this.a = a.words();
    this.b = b.words();
    this.titles = a.isTitleCase() || b.isTitleCase();
  }

  /** @param shared the stretch that the two share */
  boolean isSame(Alignment shared) {
    return isReworded(shared) || !titles && Math.max(a.size(), b.size()) <= MAX_WORDS && isReordered();
  }

  /** Whether all that tells something, and all names, follow in the same order on both sides, and hardly anything else differs. */
  private boolean isReworded(Alignment shared) {
    return shared.shared() >= IN_ORDER
        && shared.shared() * 100 >= Math.max(a.size(), b.size()) * IN_ORDER_COVER
        && telling(a).equals(telling(b));
  }

  private static List<String> telling(List<Word> words) {
    return words.stream().filter(Retelling::isTellingOrName).map(Word::stem).toList();
  }

  private static boolean isTellingOrName(Word word) {
    return switch (word.wordClass()) {
      case CONTENT -> word.capital();
      case ROLE -> !word.text().equals("with");
      default -> word.wordClass().isTelling();
    };
  }

  private boolean isReordered() {
    Set<String> numbers = numbers(a);
    if (!numbers.equals(numbers(b))) {
      return false;
    }
    boolean manyNumbers = numbers.size() >= MANY_NUMBERS;
    Set<String> contentA = content(a);
    Set<String> contentB = content(b);
    return isSaidByBoth(contentA, contentB)
        && turned(a).equals(turned(b))
        && oneHoldsOther(of(a, WordClass.ACT), of(b, WordClass.ACT))
        && sameNames(contentA, contentB, manyNumbers)
        && (manyNumbers ? oneHoldsOther(degrees(a), degrees(b)) : counted(a).equals(counted(b)) && degrees(a).equals(degrees(b)))
        && sameRoles();
  }

  private static boolean isSaidByBoth(Set<String> some, Set<String> others) {
    long common = some.stream().filter(others::contains).count();
    return common >= MIN_COMMON
        && common * 100 >= Math.min(some.size(), others.size()) * COVER_OF_LESS
        && common * 100 >= Math.max(some.size(), others.size()) * COVER_OF_MORE;
  }

  private static Set<String> content(List<Word> words) {
    Set<String> content = new HashSet<>();
    for (Word word : words) {
      switch (word.wordClass()) {
        case LIGHT, SOURCE, PLACE, ROLE, BE, HAVE -> { }
        default -> content.add(word.stem());
      }
    }
    return content;
  }

  /** In the order in which they stand first. */
  private static Set<String> of(List<Word> words, WordClass wordClass) {
    Set<String> stems = new LinkedHashSet<>();
    words.stream().filter(w -> w.wordClass() == wordClass).forEach(w -> stems.add(w.stem()));
    return stems;
  }

  /** Without one: "one user" is a user. */
  private static Set<String> numbers(List<Word> words) {
    Set<String> numbers = of(words, WordClass.NUMBER);
    numbers.remove("1");
    return numbers;
  }

  /** The numbers in order, each with the word behind it: "16 GB, memory" isn't "16 GB, storage". */
  private static List<String> counted(List<Word> words) {
    List<String> counted = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).wordClass() == WordClass.NUMBER) {
        counted.add(words.get(i).stem() + " " + nextContent(words, i + 1, 1));
      }
    }
    return counted;
  }

  /** What is denied, planned, or hangs on something: each word that says so with what it says so of. */
  private static Set<String> turned(List<Word> words) {
    Set<String> turned = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (Words.denies(word)) {
        turned.add(word.stem() + " " + nextContent(words, i + 1, DENIED));
      } else if (word.wordClass() == WordClass.MODAL) {
        // "Potentially" moves about.
        turned.add(word.text().endsWith("ly") ? word.stem() : word.stem() + " " + nextContent(words, i + 1, 1));
      }
    }
    return turned;
  }

  private static List<String> nextContent(List<Word> words, int from, int count) {
    return words.subList(from, words.size()).stream()
        .filter(w -> !w.wordClass().isHarmless() && w.wordClass() != WordClass.BE && w.wordClass() != WordClass.MODAL)
        .limit(count)
        .map(Word::stem)
        .toList();
  }

  private static Set<String> degrees(List<Word> words) {
    Set<String> degrees = of(words, WordClass.DEGREE);
    degrees.removeAll(LOOSE_DEGREES);
    return degrees;
  }

  private static boolean oneHoldsOther(Set<String> some, Set<String> others) {
    return some.containsAll(others) || others.containsAll(some);
  }

  /** Whether at most one of the two names what the other doesn't, and those that both name follow in the same order. */
  private boolean sameNames(Set<String> contentA, Set<String> contentB, boolean inAnyOrder) {
    Set<String> namesA = names(a);
    Set<String> namesB = names(b);
    if (!contentB.containsAll(namesA) || !contentA.containsAll(namesB)) {
      return false;
    }
    List<String> orderA = namesA.stream().filter(namesB::contains).toList();
    List<String> orderB = namesB.stream().filter(namesA::contains).toList();
    return inAnyOrder || orderA.equals(orderB);
  }

  private static Set<String> names(List<Word> words) {
    Set<String> names = new LinkedHashSet<>();
    words.stream().filter(w -> w.capital() && w.wordClass() == WordClass.CONTENT).forEach(w -> names.add(w.stem()));
    return names;
  }

  private boolean sameRoles() {
    Map<String, Set<String>> rolesB = roles(b);
    return roles(a).entrySet().stream().allMatch(r -> r.getValue().equals(rolesB.getOrDefault(r.getKey(), r.getValue())));
  }

  /** By name or number, the words before it that turn its part; with none, an empty set. */
  private static Map<String, Set<String>> roles(List<Word> words) {
    Map<String, Set<String>> roles = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean number = word.wordClass() == WordClass.NUMBER;
      if (number || word.capital() && word.wordClass() == WordClass.CONTENT) {
        Set<String> before = roles.computeIfAbsent(word.stem(), n -> new HashSet<>());
        int at = i - 1;
        while (at > 0 && words.get(at).wordClass() == WordClass.LIGHT) {
          at--;
        }
        if (at >= 0 && (number ? ROLES_OF_NUMBERS : ROLES_OF_NAMES).contains(words.get(at).text())) {
          before.add(words.get(at).text());
        }
      }
    }
    return roles;
  }
}
