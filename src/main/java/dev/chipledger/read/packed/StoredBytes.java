package dev.chipledger.read.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** A file's bytes as stored, counted and summed while a reader takes them; of a part of a file only the part's. */
public final class StoredBytes extends InputStream {
  private final InputStream in;
  private final long counted;
  private final CRC32C crc = new CRC32C();
  private final byte[] single = new byte[1];
  private long size;

  /** A whole file. */
  public StoredBytes(InputStream in) {
    this(in, Long.MAX_VALUE);
  }

  /** @param counted how many bytes from here on are this part's; a reader may need some more to end its last record */
  public StoredBytes(InputStream in, long counted) {
    this.in = in;
    this.counted = counted;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = in.read(target, offset, length);
    if (n > 0 && size < counted) {
      int own = (int) Math.min(n, counted - size);
      crc.update(target, offset, own);
      size += own;
    }
    return n;
  }

  /** Reads what a reader left, so that size and checksum are the file's. */
  public void drain() throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (size < counted && read(buffer, 0, (int) Math.min(buffer.length, counted - size)) >= 0) {
      // read() counts
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
}
