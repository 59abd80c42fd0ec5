package dev.chipledger.extract;

/**
 * A pronoun or description that stands for a company named before: "the company", "it", "the tech giant".
 *
 * @param start UTF-16 offset in the text
 * @param company whom it stands for; null if nobody was named
 */
public record Reference(int start, int end, String company) {}
