package dev.chipledger.text;

/**
 * Text as names are looked up in it: lower case, one kind of space, apostrophe and hyphen. Every UTF-16 unit
 * becomes exactly one, so that an offset in the folded text is an offset in the text.
 */
public final class Folding {
  /** By UTF-16 unit: asked of every character of every article, and Character's own tables are slow beyond Latin-1. */
  private static final boolean[] WORD_UNITS = wordUnits();

  private Folding() {}

  private static boolean[] wordUnits() {
    boolean[] units = new boolean[Character.MAX_VALUE + 1];
    for (int c = 0; c < units.length; c++) {
      units[c] = Character.isLetterOrDigit((char) c) || Character.getType((char) c) == Character.NON_SPACING_MARK;
    }
    return units;
  }

  /** @param text never null */
  public static char[] fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return folded;
  }

  /** One UTF-16 unit, folded. */
  public static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c < ' ' ? ' ' : c;
    }
    switch (c) {
      case '\u2018', '\u2019', '\u02BC', '\uFF07':
        return '\'';
      case '\u201C', '\u201D', '\u201E', '\uFF02':
        return '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212':
        return '-';
      default:
        return Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
    }
  }

  /** Whether a name may not end just before, or start just after, this unit. */
  public static boolean isWordUnit(char c) {
    return WORD_UNITS[c];
  }
}
