package dev.chipledger.read.record;

import java.io.InputStream;

/** Records of CSV: an LF in a quoted value ends nothing. */
final class QuotedLines extends Lines {
  private final int delimiter;
  private final boolean backslash;
  private boolean valueBegins;
  private boolean quoted;
  private boolean maybeClosed;
  private boolean escaped;

  /** @param backslash whether a backslash escapes a quote, beside the doubled quote */
  QuotedLines(InputStream in, long position, int delimiter, boolean backslash) {
    super(in, position);
    this.delimiter = delimiter;
    this.backslash = backslash;
  }

  @Override
  void recordBegins() {
    valueBegins = true;
    quoted = false;
    maybeClosed = false;
    escaped = false;
  }

  @Override
  boolean endsInside() {
    return quoted && !maybeClosed;
  }

  @Override
  int end(byte[] bytes, int from, int to, boolean full) {
    if (full) {
      quoted = false; // a quote that nothing closes would take the rest of the file with it
    }
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (quoted) {
        if (maybeClosed) {
          maybeClosed = false;
          quoted = b == '"'; // two are one, as part of the value
        } else if (escaped) {
          escaped = false;
        } else if (b == '\\' && backslash) {
          escaped = true;
        } else {
          maybeClosed = b == '"';
        }
      } else {
        quoted = valueBegins && b == '"';
      }
      if (!quoted && b == '\n') {
        return i;
      }
      valueBegins = !quoted && b == delimiter;
    }
    return to;
  }
}
