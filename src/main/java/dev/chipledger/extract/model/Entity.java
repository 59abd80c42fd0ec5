package dev.chipledger.extract.model;

/**
 * An entity or pointer as the reader sees it: in the headline, in the text before, or in the sentence.
 *
 * @param id company or chip id; for words and pointers the kind's name
 * @param vendor of a chip; null if several make it or it is no chip
 * @param tokens positions of its tokens in the sequence; empty where the sequence was cut before it
 */
record Entity(Place place, Kind kind, String id, String vendor, boolean description, boolean brand, int[] tokens) {
  /** Where it stands; the order is the sequence's. */
  enum Place {
    TITLE,
    BEFORE,
    SENTENCE
  }

  enum Kind {
    COMPANY,
    CHIP,
    CHIP_WORD,
    /** "it", "the company", "the device": points at something named before. */
    POINTER
  }

  boolean hasTokens() {
    return tokens.length > 0;
  }

  int first() {
    return tokens[0];
  }

  int last() {
    return tokens[tokens.length - 1];
  }
}
