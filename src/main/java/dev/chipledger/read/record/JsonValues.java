package dev.chipledger.read.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts the elements of a JSON array, or values that stand one after the other, by brackets and strings alone: what is
 * wrong inside an element stays inside it.
 */
final class JsonValues implements Cutter {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final RecordBytes value = new RecordBytes();
  private int at;
  private int filled;
  private long consumed;
  private boolean array;
  private boolean started;

  JsonValues(InputStream in) {
    this.in = in;
  }

  @Override
  public Cut next() throws IOException {
    value.begin(consumed);
    int b = separator();
    value.begin(consumed);
    if (b < 0) {
      return null;
    }
    int depth = 0;
    boolean string = false;
    boolean escaped = false;
    int from = at;
    while (true) {
      if (at == filled) {
        value.add(buffer, from, at);
        if (!fill()) {
          return value.cut();
        }
        from = 0;
      }
      byte c = buffer[at];
      if (string) {
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else {
          string = c != '"';
        }
      } else if (c == '"') {
        string = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      boolean between = depth <= 0 && !string && (c == ',' || isBlank(c));
      if (between || depth < 0 && (at > from || !value.isEmpty())) {
        value.add(buffer, from, at);
        return value.cut();
      }
      at++;
      consumed++;
      if (depth == 0 && !string && (c == '}' || c == ']')) {
        value.add(buffer, from, at);
        return value.cut();
      }
    }
  }

  /** Goes to the next value. @return its first byte, not taken; -1 at the end */
  private int separator() throws IOException {
    while (at < filled || fill()) {
      byte b = buffer[at];
      boolean skipped = isBlank(b) || b == ',' || array && b == ']' || consumed < 3 && b < 0; // BOM
      if (!started && b == '[') {
        array = true;
        skipped = true;
      }
      started |= b > ' ';
      if (!skipped) {
        return b & 0xff;
      }
      at++;
      consumed++;
    }
    return -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = 0;
    filled = Math.max(in.read(buffer, 0, buffer.length), 0);
    return filled > 0;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  @Override
  public Cut begun() {
    return value.cut();
  }

  @Override
  public long position() {
    return consumed;
  }
}
