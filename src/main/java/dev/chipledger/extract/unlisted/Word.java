package dev.chipledger.extract.unlisted;

/**
 * A word or sign of a sentence.
 *
 * @param start UTF-16 offset in the field
 * @param end after its last character, without a possessive 's
 * @param text as written
 * @param folded in lower case
 * @param owns whether a possessive 's follows
 * @param hit whether it lies inside a listed name, and of what: COMPANY, CHIP, OTHER (chip words, regions) or NONE
 */
record Word(int start, int end, String text, String folded, boolean owns, Listed hit) {
  enum Listed {
    NONE,
    OTHER,
    COMPANY,
    CHIP
  }

  boolean isSign() {
    return !Character.isLetterOrDigit(text.charAt(0));
  }

  boolean isListed() {
    return hit == Listed.COMPANY || hit == Listed.CHIP;
  }
}
