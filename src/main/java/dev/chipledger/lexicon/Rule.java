package dev.chipledger.lexicon;

/**
 * A row of patterns.tsv: words that say who gets what from whom.
 *
 * @param confidence how far the rule alone is trusted, 0 to 1
 * @param pattern with the signs that patterns.tsv explains
 */
public record Rule(String id, String action, String status, double confidence, String pattern) {}
