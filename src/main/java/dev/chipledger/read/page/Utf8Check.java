package dev.chipledger.read.page;

/**
 * How far bytes are UTF-8.
 *
 * @param good sequences of two and more bytes that UTF-8 allows
 * @param bad bytes above 0x7F outside of them
 */
record Utf8Check(int good, int bad) {
  static Utf8Check of(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = length(bytes, i);
      if (length > 1) {
        good++;
      } else if (bytes[i] < 0) {
        bad++;
      }
      i += length;
    }
    return new Utf8Check(good, bad);
  }

  /** 1 for ASCII and for what is no sequence. */
  private static int length(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (int i = 1; i < length; i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != 0x80) {
        return 1;
      }
    }
    return length;
  }
}
