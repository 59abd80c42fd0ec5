package dev.chipledger.lexicon;

import java.time.LocalDate;
import java.util.List;

/**
 * One way to write an entity, and when that writing means it.
 *
 * @param folded the name as {@link dev.chipledger.text.Folding} leaves it
 * @param entity company, chip or region id, or the chip word itself
 * @param exact the writing that the text must have letter for letter; null if case is free
 * @param needs folded words of which one must stand in the same sentence; empty if none is needed
 * @param notBefore folded words that, standing just before, mean something else
 * @param notAfter folded words that, standing just after, mean something else
 * @param validFrom first day on which the name means the entity; null if always
 * @param validTo day from which it no longer does; null if for ever
 */
public record Name(
    String folded,
    String entity,
    Kind kind,
    String exact,
    List<String> needs,
    List<String> notBefore,
    List<String> notAfter,
    LocalDate validFrom,
    LocalDate validTo) {

  /** What a name names. */
  public enum Kind {
    /** The company itself. */
    COMPANY,
    /** A product, site or unit that stands for its owner. */
    BRAND,
    /** A phrase that means a company: "the iPhone maker". */
    DESCRIPTION,
    CHIP,
    /** A word of the product: chip, GPU, processor. */
    CHIP_WORD,
    REGION;

    /** Whether the entity is a company. */
    public boolean isCompany() {
      return this == COMPANY || this == BRAND || this == DESCRIPTION;
    }
  }

  /** Whether the name means the entity on a day; an unknown day is read as today's use. */
  public boolean isValidOn(LocalDate day) {
    if (day == null) {
      return validTo == null;
    }
    return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
  }

  /** Whether nothing but the writing decides. */
  public boolean isUnconditional() {
    return exact == null && needs.isEmpty() && notBefore.isEmpty() && notAfter.isEmpty() && validFrom == null && validTo == null;
  }
}
