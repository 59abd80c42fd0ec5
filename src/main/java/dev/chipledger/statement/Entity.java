package dev.chipledger.statement;

/**
 * Something that a sentence names.
 *
 * @param kind as in table mentions: company, chip or chip_word
 * @param id the lexicon's id; for a chip word the word
 */
public record Entity(String kind, String id) {
  /** @param word kind and id as in sentences.entities: company:nvidia */
  public static Entity of(String word) {
    int colon = word.indexOf(':');
    return new Entity(word.substring(0, colon), word.substring(colon + 1));
  }
}
