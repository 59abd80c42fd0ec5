package dev.chipledger.read.packed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks bzip2, xz or zstd, and tells what is broken in the packing from storage that fails. */
final class Unpacked extends InputStream {
  private final Counted packed;
  private final Packing packing;
  private final byte[] single = new byte[1];
  private InputStream decoder;
  private long unpacked;
  private boolean over;

  Unpacked(InputStream packed, Packing packing) {
    this.packed = new Counted(new BufferedInputStream(packed, 1 << 16)); // a decoder may go back some bytes
    this.packing = packing;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (over || length == 0) {
      return over ? -1 : 0;
    }
    int n;
    try {
      if (decoder == null) {
        decoder = packing.decoder(packed);
      }
      n = decoder.read(target, offset, length);
    } catch (IOException | RuntimeException e) { // the decoders throw both for rubbish
      over = true;
      if (packed.failure() != null) {
        throw packed.failure();
      }
      throw Damage.last("bad_" + packing.word(), "the " + packing.word() + " stream is broken or cut off: " + e.getMessage());
    }
    if (n < 0) {
      over = true;
      return -1;
    }
    unpacked += n;
    if (Bomb.is(packed.taken(), unpacked)) {
      over = true;
      throw Damage.last("bomb", Bomb.detail(packed.taken(), unpacked));
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    if (decoder != null) {
      decoder.close();
    }
    packed.close();
  }
}
