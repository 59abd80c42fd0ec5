package dev.chipledger.lexicon;

/** What companies of a kind do, as far as reading needs to know it: kinds.tsv says which kind does what. */
public enum Role {
  /** Sells the product. */
  MAKER,
  /** Sells it and little else: to name one is to speak of the product. */
  SELLER,
  /** Makes or packages what others design. */
  MANUFACTURER,
  /** Helps others to design theirs. */
  PARTNER,
  /** Rents out or sells what others make. */
  RESELLER,
  /** Tells what others do: never whom "it" means. */
  REPORTER
}
