package dev.chipledger.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines at LF, with byte positions, and never holds more of a line than the limit. */
final class Lines {
  /**
   * @param position offset of the first byte in the stream
   * @param bytes without the line end (LF or CRLF); of a line that is too long only its beginning
   */
  record Line(long position, byte[] bytes, boolean tooLong) {}

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean tooLong;
  private long position;
  private long consumed;

  /** @param limit longest line to hold, in bytes */
  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * @return null at the end
   * @throws IOException with {@link #begun} telling what had been read of the line
   */
  Line next() throws IOException {
    length = 0;
    tooLong = false;
    position = consumed;
    while (true) {
      if (at == filled) {
        filled = Math.max(in.read(buffer, 0, buffer.length), 0);
        at = 0;
        if (filled == 0) {
          return consumed == position ? null : begun();
        }
      }
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      keep(at, end);
      consumed += end - at;
      at = end;
      if (at < filled) {
        at++;
        consumed++;
        return begun();
      }
    }
  }

  /** What has been read of the current line. */
  Line begun() {
    int end = length > 0 && line[length - 1] == '\r' && !tooLong ? length - 1 : length;
    if (position == 0 && end >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
      return new Line(3, Arrays.copyOfRange(line, 3, end), tooLong); // after the byte order mark
    }
    return new Line(position, Arrays.copyOf(line, end), tooLong);
  }

  private void keep(int from, int to) {
    int n = Math.min(to - from, limit - length);
    tooLong |= n < to - from;
    if (length + n > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(limit, Math.max(length + n, 2L * line.length)));
    }
    System.arraycopy(buffer, from, line, length, n);
    length += n;
  }
}
