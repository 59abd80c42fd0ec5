package dev.chipledger.statement;

/**
 * Something that a sentence names.
 *
 * @param kind as in table mentions: company, chip or chip_word
 * @param id the lexicon's id; for a chip word the word
 */
public record Entity(String kind, String id) {}
