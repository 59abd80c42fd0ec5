package dev.chipledger.read.page;

/** A page that can't be read, with a word to count it by. */
public final class PageException extends Exception {
  private final String reason;

  PageException(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** A short fixed word: empty, not_html, too_deep, too_many_tags, too_large. The message tells a person more. */
  public String reason() {
    return reason;
  }
}
