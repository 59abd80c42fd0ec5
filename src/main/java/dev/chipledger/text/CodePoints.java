package dev.chipledger.text;

/**
 * Turns UTF-16 offsets of one text into code point offsets, which is how SQL engines count. Costs nothing for text
 * without surrogate pairs, which is nearly all news.
 */
public final class CodePoints {
  /** UTF-16 offsets of the low halves of surrogate pairs, rising; null if there are none. */
  private final int[] lows;

  public CodePoints(String text) {
    int pairs = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
        pairs++;
      }
    }
    if (pairs == 0) {
      lows = null;
      return;
    }
    lows = new int[pairs];
    int at = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
        lows[at++] = i;
      }
    }
  }

  /** Code points before the UTF-16 offset. */
  public int at(int utf16) {
    if (lows == null) {
      return utf16;
    }
    int found = java.util.Arrays.binarySearch(lows, utf16);
    return utf16 - (found >= 0 ? found : -found - 1);
  }
}
