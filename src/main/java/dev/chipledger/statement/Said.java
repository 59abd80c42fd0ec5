package dev.chipledger.statement;

import java.time.LocalDate;

/**
 * A sentence of an article, as far as it matters for what it says.
 *
 * @param id unique in the input: article, field and start
 * @param text the sentence as printed, never null
 * @param day day of publication, UTC; null for an article without a date
 */
public record Said(String id, String text, LocalDate day) {}
