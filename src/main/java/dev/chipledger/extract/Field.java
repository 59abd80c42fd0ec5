package dev.chipledger.extract;

/** The part of an article that a span counts in. */
public enum Field {
  TITLE,
  TEXT;

  /** As the tables write it: title or text. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
