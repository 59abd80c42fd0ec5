package dev.chipledger.statement;

/**
 * Something that a sentence names.
 *
 * @param kind as in sentences.entities: company, chip, chip_word, and unlisted_company or unlisted_chip for provisional ones
 * @param id the lexicon's id; for a chip word the word
 */
public record Entity(String kind, String id) {
  /** @param word kind and id as in sentences.entities: company:nvidia */
  public static Entity of(String word) {
    int colon = word.indexOf(':');
    return new Entity(word.substring(0, colon), word.substring(colon + 1));
  }
}
