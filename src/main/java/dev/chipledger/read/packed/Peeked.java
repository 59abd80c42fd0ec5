package dev.chipledger.read.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream whose first bytes are known beforehand, and are read again by who reads it; so is damage met among them. */
public final class Peeked extends InputStream {
  private final InputStream in;
  private final byte[] start;
  private final byte[] single = new byte[1];
  private Damage then;
  private int at;

  private Peeked(InputStream in, byte[] start, Damage then) {
    this.in = in;
    this.start = start;
    this.then = then;
  }

  /**
   * @param most bytes to look at; there may be fewer
   * @throws IOException if the storage fails
   */
  public static Peeked of(InputStream in, int most) throws IOException {
    byte[] start = new byte[most];
    int length = 0;
    try {
      for (int n = 0; length < most && n >= 0; length += Math.max(n, 0)) {
        n = in.read(start, length, most - length);
      }
      return new Peeked(in, Arrays.copyOf(start, length), null);
    } catch (Damage e) {
      return new Peeked(in, Arrays.copyOf(start, length), e);
    }
  }

  /** The first bytes. */
  public byte[] start() {
    return start;
  }

  /** What is broken right behind the first bytes; null if nothing is known. */
  public Damage damage() {
    return then;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at < start.length) {
      int n = Math.min(length, start.length - at);
      System.arraycopy(start, at, target, offset, n);
      at += n;
      return n;
    }
    if (then != null) {
      Damage now = then;
      then = null;
      throw now;
    }
    return in.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
