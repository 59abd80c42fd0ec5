package dev.chipledger.read.page;

import java.util.Locale;

/** Small mending of what pages write. */
final class Strings {
  /** Soft hyphen, zero-width space, word joiner, byte order mark. */
  private static final String UNSEEN = "\u00AD\u200B\u2060\uFEFF";

  private Strings() {}

  /** The first that holds more than blanks, tidied; null if none does. */
  static String firstFilled(String... values) {
    for (String value : values) {
      String tidy = value == null ? "" : tidy(value);
      if (!tidy.isEmpty()) {
        return tidy;
      }
    }
    return null;
  }

  /** On one line: runs of blanks and controls become one blank, half surrogate pairs U+FFFD, unseen marks nothing. */
  static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(Math.min(text.length(), 1 << 16));
    boolean blank = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c)) {
        blank = true;
      } else if (UNSEEN.indexOf(c) < 0) {
        if (blank && tidy.length() > 0) {
          tidy.append(' ');
        }
        blank = false;
        tidy.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
      }
    }
    return tidy.toString();
  }

  /** Letters and digits alone, lower case: to compare names. */
  static String squeezed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
