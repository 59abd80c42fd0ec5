package dev.chipledger.extract;

import dev.chipledger.text.Folding;

/** A number for the words of a sentence, whatever their case and punctuation: reprints have the same one. */
final class Fingerprint {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /** 64-bit FNV-1a over the folded letters and digits, words parted by one sign, as 16 hexadecimal digits. */
  static String of(String sentence) {
    long hash = OFFSET;
    boolean gap = false;
    boolean any = false;
    for (int i = 0; i < sentence.length(); i++) {
      char c = Folding.fold(sentence.charAt(i));
      if (!Folding.isWordUnit(c)) {
        gap = any;
        continue;
      }
      if (gap) {
        hash = (hash ^ ' ') * PRIME;
        gap = false;
      }
      any = true;
      hash = (hash ^ (c & 0xff)) * PRIME;
      hash = (hash ^ (c >>> 8)) * PRIME;
    }
    return String.format("%016x", hash);
  }
}
