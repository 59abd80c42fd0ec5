package dev.chipledger.read.packed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes taken, and remembers whether it was the storage that failed. Supports mark as what it wraps does. */
final class Counted extends FilterInputStream {
  private final byte[] single = new byte[1];
  private long taken;
  private long marked;
  private long most = Long.MAX_VALUE;
  private IOException failure;

  Counted(InputStream in) {
    super(in);
  }

  long taken() {
    return taken;
  }

  /** From here on at most so many bytes may be taken; more is {@link Damage}. */
  void allow(long bytes) {
    most = bytes == Long.MAX_VALUE ? bytes : taken + bytes;
  }

  private void check() throws Damage {
    if (taken > most) {
      throw Damage.last("bad_archive", "a header of the archive is too long to be one");
    }
  }

  /** @return null as long as the storage answers */
  IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int n = in.read(target, offset, length);
      taken += Math.max(n, 0);
      check();
      return n;
    } catch (Damage e) {
      throw e;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = in.skip(n);
    taken += skipped;
    return skipped;
  }

  @Override
  public synchronized void mark(int limit) {
    marked = taken;
    in.mark(limit);
  }

  @Override
  public synchronized void reset() throws IOException {
    in.reset();
    taken = marked;
  }
}
