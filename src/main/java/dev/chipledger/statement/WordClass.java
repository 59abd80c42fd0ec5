package dev.chipledger.statement;

import dev.chipledger.extract.Resources;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a word does in a sentence; words.tsv says what each class is for. */
enum WordClass {
  LIGHT,
  SOURCE,
  PLACE,
  THING,
  ACT,
  ROLE,
  BE,
  HAVE,
  NEGATION,
  MODAL,
  CONDITION,
  DEGREE,
  NUMBER,
  CONTENT;

  private static final Map<String, WordClass> BY_STEM = read();

  /** The class of a normalised word, or of its stem; anything with a digit is a number, be it of units or of a model. */
  static WordClass of(String word, String stem) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return NUMBER;
      }
    }
    if (word.length() == 1 && !Character.isLetter(word.charAt(0))) {
      return NUMBER;
    }
    WordClass exact = BY_STEM.get(word);
    return exact != null ? exact : BY_STEM.getOrDefault(stem, CONTENT);
  }

  /** Whether the word adds nothing that anyone would count, wherever it is put in or left out. */
  boolean isHarmless() {
    return this == LIGHT || this == SOURCE || this == PLACE || this == HAVE;
  }

  /** Whether a word of this class on one side only makes it another statement. */
  boolean isTelling() {
    return this == NEGATION || this == MODAL || this == CONDITION || this == DEGREE || this == NUMBER || this == ACT;
  }

  private static Map<String, WordClass> read() {
    Map<String, WordClass> classes = new HashMap<>();
    for (String[] row : Resources.rows("/statement/words.tsv")) {
      WordClass wordClass = valueOf(row[1].toUpperCase(Locale.ROOT));
      classes.put(row[0], wordClass);
      classes.putIfAbsent(Wording.stem(row[0]), wordClass);
    }
    return classes;
  }
}
