package dev.chipledger.text;

import java.util.ArrayList;
import java.util.List;

/** Words and signs of a text: a token is a run of letters, digits and marks, or one other character that is no space. */
public final class Tokens {
  private Tokens() {}

  /** Spans of the tokens between two UTF-16 offsets, in order. */
  public static List<Span> of(CharSequence text, int from, int to) {
    List<Span> tokens = new ArrayList<>();
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Folding.isWordUnit(c)) {
        int start = i;
        while (i < to && Folding.isWordUnit(text.charAt(i))) {
          i++;
        }
        tokens.add(new Span(start, i));
      } else {
        int width = Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1)) ? 2 : 1;
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          tokens.add(new Span(i, i + width));
        }
        i += width;
      }
    }
    return tokens;
  }

  /** How many words (not signs) stand between two UTF-16 offsets. */
  public static int wordsBetween(CharSequence text, int from, int to) {
    int words = 0;
    boolean inside = false;
    for (int i = from; i < to; i++) {
      boolean word = Folding.isWordUnit(text.charAt(i));
      if (word && !inside) {
        words++;
      }
      inside = word;
    }
    return words;
  }
}
