package dev.chipledger.read.packed;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The dictionary that a .warc.zst may begin with: a skippable frame with the number 0x184D2A5D, holding it plain or
 * packed by zstd itself (IIPC's "Zstandard compression for WARC files").
 */
final class ZstdDictionary {
  private static final int[] SIGN = {0x5d, 0x2a, 0x4d, 0x18};
  private static final int LONGEST = 16 << 20;

  private ZstdDictionary() {}

  static boolean announced(byte[] first) {
    if (first.length < SIGN.length) {
      return false;
    }
    for (int i = 0; i < SIGN.length; i++) {
      if ((first[i] & 0xff) != SIGN[i]) {
        return false;
      }
    }
    return true;
  }

  /** @return empty where the stream begins with none; the stream then stands where it stood */
  static byte[] read(InputStream in) throws IOException {
    in.mark(SIGN.length);
    byte[] sign = in.readNBytes(SIGN.length);
    if (!announced(sign)) {
      in.reset();
      return new byte[0];
    }
    byte[] size = in.readNBytes(4);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << 8 | size[i] & 0xff;
    }
    if (size.length < 4 || length > LONGEST) {
      throw new IOException("the zstd dictionary is cut off or longer than " + (LONGEST >> 20) + " MiB");
    }
    byte[] dictionary = in.readNBytes((int) length);
    if (dictionary.length < length) {
      throw new EOFException("the zstd dictionary is cut off");
    }
    if (Packing.of(dictionary) != Packing.ZSTD) {
      return dictionary;
    }
    try (InputStream unpacked = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(dictionary))) {
      return unpacked.readNBytes(LONGEST);
    }
  }
}
