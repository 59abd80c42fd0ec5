package dev.chipledger.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** A file's bytes as stored, counted and summed while a reader takes them. */
public final class StoredBytes extends InputStream {
  private final InputStream in;
  private final CRC32C crc = new CRC32C();
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int limit;
  private long size;

  public StoredBytes(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, limit - at);
    System.arraycopy(buffer, at, target, offset, n);
    at += n;
    return n;
  }

  /** 0 only at the end: GZIPInputStream takes 0 for "no further member" and would lose the rest of the file. */
  @Override
  public int available() throws IOException {
    return fill() ? limit - at : 0;
  }

  /** Whether the file starts with the gzip sign. To be asked before anything is read. */
  boolean startsGzipped() throws IOException {
    while (limit < 2) {
      int n = in.read(buffer, limit, buffer.length - limit);
      if (n < 0) {
        return false;
      }
      count(n);
    }
    return (buffer[0] & 0xff) == 0x1f && (buffer[1] & 0xff) == 0x8b;
  }

  /** Reads what a reader left, so that size and checksum are the file's. */
  public void drain() throws IOException {
    while (fill()) {
      at = limit;
    }
  }

  /** Bytes taken from the file so far. */
  public long size() {
    return size;
  }

  /** CRC-32C of them, hexadecimal. */
  public String checksum() {
    return String.format("%08x", crc.getValue());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    if (at < limit) {
      return true;
    }
    at = 0;
    limit = 0;
    int n = in.read(buffer, 0, buffer.length);
    if (n <= 0) {
      return false;
    }
    count(n);
    return true;
  }

  private void count(int n) {
    crc.update(buffer, limit, n);
    limit += n;
    size += n;
  }
}
