package dev.chipledger.read.record;

import dev.chipledger.read.Limits;
import java.util.Arrays;

/** The bytes of the record at hand, as many of them as may be held. */
final class RecordBytes {
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private boolean tooLong;
  private long position;

  void begin(long at) {
    position = at;
    length = 0;
    tooLong = false;
    if (bytes.length > 1 << 20) {
      bytes = new byte[1 << 12]; // one giant shouldn't weigh on all that follow
    }
  }

  long position() {
    return position;
  }

  boolean isEmpty() {
    return length == 0;
  }

  boolean isFull() {
    return tooLong;
  }

  void add(byte[] from, int start, int end) {
    int n = Math.min(end - start, Limits.RECORD - length);
    tooLong |= n < end - start;
    if (length + n > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Limits.RECORD, Math.max(length + n, 2L * bytes.length)));
    }
    System.arraycopy(from, start, bytes, length, n);
    length += n;
  }

  Cutter.Cut cut() {
    return new Cutter.Cut(position, Arrays.copyOf(bytes, length), tooLong, false);
  }
}
