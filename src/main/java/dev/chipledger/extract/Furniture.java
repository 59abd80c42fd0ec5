package dev.chipledger.extract;

import java.util.Locale;

/** Why a stretch of a page that names a company and a chip is no sentence of an article. */
public enum Furniture {
  /** Links of a menu or a footer, or one of a column of short lines. */
  LINK_LIST,
  /** Tags, topics or names strung together. */
  TOPIC_LIST,
  /** Bylines and names of writers. */
  AUTHOR_LIST,
  /** Share prices, changes in per cent, or shop prices strung together. */
  TICKER_STRIP,
  /** Headlines of other articles run together. */
  HEADLINE_BLOCK,
  /** A table of parts or of test results. */
  SPECIFICATION,
  /** Cookies, newsletters, trademarks, terms. */
  NOTICE;

  /** As table sentences writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
