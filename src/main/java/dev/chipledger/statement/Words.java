package dev.chipledger.statement;

import dev.chipledger.statement.Wording.Word;
import java.util.List;
import java.util.Set;

/** What runs of words do, wherever they stand. */
final class Words {
  static final Set<String> DAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private Words() {}

  static boolean isHarmless(List<Word> words) {
    return words.stream().allMatch(w -> w.wordClass().isHarmless());
  }

  static boolean areAlike(List<Word> left, List<Word> right) {
    return joined(left).equals(joined(right)) || isHarmless(left) && isHarmless(right) && sameDays(left, right);
  }

  static boolean sameDays(List<Word> left, List<Word> right) {
    List<String> days = left.stream().map(Word::text).filter(DAYS::contains).toList();
    List<String> others = right.stream().map(Word::text).filter(DAYS::contains).toList();
    return days.isEmpty() || others.isEmpty() || days.equals(others);
  }

  /** Whether a word turns what is said around it: denied, not, if. */
  static boolean denies(Word word) {
    return word.wordClass() == WordClass.NEGATION || word.wordClass() == WordClass.CONDITION;
  }

  static boolean mayBeVerb(Word word) {
    return switch (word.wordClass()) {
      case BE, HAVE, MODAL, ACT -> true;
      case CONTENT, SOURCE, DEGREE -> word.text().endsWith("s") || word.text().endsWith("ed");
      default -> false;
    };
  }

  /** How many words of content they are, beside harmless ones; -1 if another is among them, or a name. */
  static int plainWords(List<Word> words, Wording whole) {
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

  static String joined(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    words.forEach(w -> joined.append(w.text()));
    return joined.toString();
  }
}
