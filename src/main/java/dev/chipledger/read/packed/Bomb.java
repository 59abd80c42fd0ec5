package dev.chipledger.read.packed;

/** When unpacking is given up: text packs to a tenth, lines of one repeated record to a hundredth. */
final class Bomb {
  private static final long HARMLESS = 256L << 20;
  private static final long MOST_TIMES = 1_100; // deflate itself can't do better than 1,032 to 1

  private Bomb() {}

  /** @param packed bytes taken so far; decoders read ahead, so the ratio is never overstated */
  static boolean is(long packed, long unpacked) {
    return unpacked > HARMLESS && unpacked / MOST_TIMES > packed;
  }

  static String detail(long packed, long unpacked) {
    return String.format("%,d bytes unpacked to more than %,d: given up", packed, unpacked);
  }
}
