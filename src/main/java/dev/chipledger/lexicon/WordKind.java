package dev.chipledger.lexicon;

/** What a word of words.tsv is for. */
public enum WordKind {
  /** The product without a name of its own: "chip", "GPU". */
  CHIP,
  /** "The …" stands for a company named before. */
  REFERENCE,
  /** "The …" points at a company or product named before, as the trained reader knows it. */
  POINTER,
  /** May stand between a number and the product that it counts: "500 server chips". */
  COUNTED,
  /** Heads a row of a table of specifications, as written there. */
  KEY
}
