package dev.chipledger.read.packed;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an archive's current entry. Closing it closes nothing. What is broken in the archive comes as
 * {@link Damage}, storage that fails as any other IOException.
 */
public final class EntryBytes extends InputStream {
  private final Counted packed;
  private final byte[] single = new byte[1];
  private InputStream archive;
  private long unpacked;

  public EntryBytes(InputStream packed) {
    this.packed = new Counted(packed);
  }

  /** The archive's own bytes, watched. */
  public InputStream packed() {
    return packed;
  }

  /** @param archive reads {@link #packed}, and gives its current entry's bytes */
  public void of(InputStream archive) {
    this.archive = archive;
  }

  /** Goes to the entry's end: what follows is the next header, which may only be so long. */
  public void drain() throws IOException {
    byte[] rest = new byte[1 << 14];
    while (read(rest, 0, rest.length) >= 0) {
      // read() counts
    }
  }

  /** @param bytes how many may be taken for a header; Long.MAX_VALUE where there is no limit */
  public void allow(long bytes) {
    packed.allow(bytes);
  }

  /** Bytes of the archive taken so far. */
  public long taken() {
    return packed.taken();
  }

  /** @return null as long as the storage answers */
  public IOException failure() {
    return packed.failure();
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n;
    try {
      n = archive.read(target, offset, length);
    } catch (Damage e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (packed.failure() != null) {
        throw packed.failure();
      }
      throw Damage.last("bad_archive", "the archive is broken or cut off: " + e.getMessage());
    }
    unpacked += Math.max(n, 0);
    if (Bomb.is(packed.taken(), unpacked)) {
      throw Damage.last("bomb", Bomb.detail(packed.taken(), unpacked));
    }
    return n;
  }
}
