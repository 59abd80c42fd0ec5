package dev.chipledger.read.packed;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A compression that dumps come in, told by the first bytes. */
public enum Packing {
  NONE,
  GZIP(0x1f, 0x8b),
  BZIP2('B', 'Z', 'h'),
  XZ(0xfd, '7', 'z', 'X', 'Z', 0),
  ZSTD(0x28, 0xb5, 0x2f, 0xfd);

  /** xz and zstd may ask for this much memory to unpack; more is refused. */
  private static final int MEMORY_MIB = 256;
  private static final int ZSTD_WINDOW_LOG = 27; // 128 MiB: what "zstd --long" writes

  private final int[] sign;

  Packing(int... sign) {
    this.sign = sign;
  }

  /** @param first some bytes from the beginning */
  public static Packing of(byte[] first) {
    for (Packing packing : values()) {
      if (packing != NONE && starts(first, packing.sign)) {
        return packing;
      }
    }
    return ZstdDictionary.announced(first) || isSkippable(first) ? ZSTD : NONE;
  }

  /** A frame that zstd passes over, as pzstd puts before each of its own. */
  private static boolean isSkippable(byte[] first) {
    return first.length > 3 && (first[0] & 0xf0) == 0x50 && first[1] == 0x2a && first[2] == 0x4d && first[3] == 0x18;
  }

  private static boolean starts(byte[] first, int[] sign) {
    if (first.length < sign.length) {
      return false;
    }
    for (int i = 0; i < sign.length; i++) {
      if ((first[i] & 0xff) != sign[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The unpacked bytes. What is broken in the packing comes as {@link Damage} from {@code read}, storage that fails as
   * any other IOException.
   */
  public InputStream unpack(InputStream packed) {
    return this == NONE ? packed : this == GZIP ? new GzipMembers(packed) : new Unpacked(packed, this);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws IOException if the beginning is broken */
  InputStream decoder(InputStream packed) throws IOException {
    return switch (this) {
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case XZ -> XZCompressorInputStream.builder()
          .setInputStream(packed).setDecompressConcatenated(true).setMemoryLimitKiB(MEMORY_MIB << 10).get();
      case ZSTD -> {
        byte[] dictionary = ZstdDictionary.read(packed);
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(packed);
        zstd.setLongMax(ZSTD_WINDOW_LOG);
        yield dictionary.length == 0 ? zstd : zstd.setDict(dictionary);
      }
      default -> throw new IllegalStateException(this + " has its own reader");
    };
  }
}
