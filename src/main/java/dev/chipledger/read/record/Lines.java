package dev.chipledger.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into records at its line ends: at each LF, or where a subclass says that a record ends. */
class Lines implements Cutter {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final RecordBytes record = new RecordBytes();
  private int at;
  private int filled;
  private long consumed;

  /** @param position of the stream's first byte in the file */
  Lines(InputStream in, long position) {
    this.in = in;
    this.consumed = position;
  }

  @Override
  public final Cut next() throws IOException {
    record.begin(consumed);
    recordBegins();
    while (true) {
      if (at == filled) {
        at = 0;
        filled = 0;
        filled = Math.max(in.read(buffer, 0, buffer.length), 0);
        if (filled == 0) {
          return consumed == record.position() ? null : endsInside() ? unfinished(begun()) : begun();
        }
      }
      int end = end(buffer, at, filled, record.isFull());
      record.add(buffer, at, end);
      consumed += end - at;
      at = end;
      if (at < filled) {
        at++;
        consumed++;
        return begun();
      }
    }
  }

  void recordBegins() {}

  /** Asked at the end of the file: whether the record can't be whole. */
  boolean endsInside() {
    return false;
  }

  /**
   * @param full whether the record is already too long to be used
   * @return where the LF stands that ends the record; {@code to} if it goes on
   */
  int end(byte[] bytes, int from, int to, boolean full) {
    int end = from;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  @Override
  public final Cut begun() {
    Cut cut = record.cut();
    byte[] bytes = cut.bytes();
    int start = cut.position() == 0 && bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BOM, 0, 3) ? 3 : 0;
    int end = bytes.length > start && bytes[bytes.length - 1] == '\r' && !cut.tooLong() ? bytes.length - 1 : bytes.length;
    return end - start == bytes.length
        ? cut
        : new Cut(cut.position() + start, Arrays.copyOfRange(bytes, start, end), cut.tooLong(), false);
  }

  private static Cut unfinished(Cut cut) {
    return new Cut(cut.position(), cut.bytes(), cut.tooLong(), true);
  }

  @Override
  public final long position() {
    return consumed;
  }
}
