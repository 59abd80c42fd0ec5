package dev.chipledger.text;

/**
 * A stretch of a text, half open. Which unit the offsets count is the owner's word: UTF-16 units inside the
 * extractor, code points in everything it returns.
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("bad span " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
