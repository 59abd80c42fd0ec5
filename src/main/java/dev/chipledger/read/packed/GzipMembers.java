package dev.chipledger.read.packed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) of any number of members, as one stream. A broken member is told as a {@link Damage}, once,
 * after all that could be unpacked of it; then reading goes on with the next member behind the break, where there is one:
 * web archives pack each record as a member of its own, so only the broken record is lost. The JDK's own reader stops
 * silently where bytes follow that it can't read, and others lose what they had unpacked before the break.
 */
final class GzipMembers extends InputStream {
  /** Bytes kept that the inflater has had: it may find out late that a member broke off, and be in the next ones by then. */
  private static final int BEHIND = 1 << 16;
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int DEFLATE = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[2 * BEHIND];
  private final byte[] single = new byte[1];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private int at;
  private int filled;
  private long passed; // bytes of the file before the buffer
  private long memberStart;
  private boolean inMember;
  private boolean over;

  GzipMembers(InputStream packed) {
    this.in = packed;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!over) {
      try {
        if (!inMember && !begin()) {
          over = true;
          break;
        }
        int n = inflater.inflate(target, offset, length);
        if (n > 0) {
          sum.update(target, offset, n);
          return n;
        }
        if (inflater.finished()) {
          end();
        } else if (inflater.needsDictionary()) {
          throw new DataFormatException("it needs a dictionary");
        } else {
          feed();
        }
      } catch (EOFException | DataFormatException e) {
        throw damage(e.getMessage());
      }
    }
    return -1;
  }

  /** @return false at the end; zeros may fill up the last block */
  private boolean begin() throws IOException, DataFormatException {
    while (has(1) && buffer[at] == 0 && passed + at > 0) {
      at++;
    }
    if (!has(1)) {
      return false;
    }
    memberStart = passed + at;
    need(HEADER);
    if ((buffer[at] & 0xff) != 0x1f || (buffer[at + 1] & 0xff) != 0x8b || buffer[at + 2] != DEFLATE) {
      throw new DataFormatException("no gzip header stands here");
    }
    int flags = buffer[at + 3];
    at += HEADER;
    if ((flags & HAS_EXTRA) != 0) {
      need(2);
      int extra = number(2);
      for (; extra > 0; extra--) {
        need(1);
        at++;
      }
    }
    for (int flag : new int[] {HAS_NAME, HAS_COMMENT}) {
      if ((flags & flag) != 0) {
        byte b;
        do {
          need(1);
          b = buffer[at++];
        } while (b != 0);
      }
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      need(2);
      at += 2;
    }
    inflater.reset();
    sum.reset();
    inMember = true;
    inflater.setInput(buffer, at, filled - at);
    return true;
  }

  private void feed() throws IOException {
    at = filled;
    need(1);
    inflater.setInput(buffer, at, filled - at);
  }

  private void end() throws IOException, DataFormatException {
    at = filled - inflater.getRemaining();
    inMember = false;
    need(TRAILER);
    boolean right = number(4) == (int) sum.getValue();
    right &= number(4) == (int) inflater.getBytesWritten();
    if (!right) {
      throw new DataFormatException("checksum or length is another");
    }
  }

  /** Goes to the next header behind the broken member's, if any. */
  private Damage damage(String what) throws IOException {
    inMember = false;
    String detail = "the gzip stream is broken at byte " + memberStart + " of the file as stored: " + what;
    at = (int) Math.max(0, memberStart + 1 - passed);
    while (has(HEADER)) {
      if (mayBeHeader(at)) {
        return Damage.gap("bad_gzip", detail);
      }
      at++;
    }
    over = true;
    return Damage.last("bad_gzip", detail);
  }

  /** Whether, amid bytes that may be anything, a header stands: sign, deflate, no reserved flag, a known effort and system. */
  private boolean mayBeHeader(int i) {
    int effort = buffer[i + 8] & 0xff;
    int system = buffer[i + 9] & 0xff;
    return (buffer[i] & 0xff) == 0x1f && (buffer[i + 1] & 0xff) == 0x8b && buffer[i + 2] == DEFLATE && (buffer[i + 3] & 0xe0) == 0
        && (effort == 0 || effort == 2 || effort == 4) && (system <= 19 || system == 255);
  }

  /** The next bytes as a number, the lowest first. */
  private int number(int bytes) {
    int number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (buffer[at++] & 0xff) << 8 * i;
    }
    return number;
  }

  private void need(int bytes) throws IOException {
    if (!has(bytes)) {
      throw new EOFException("it ends early");
    }
  }

  /** Whether so many bytes are left, which then stand in the buffer. */
  private boolean has(int bytes) throws IOException {
    if (filled - at >= bytes) {
      return true;
    }
    int gone = Math.max(0, at - BEHIND);
    System.arraycopy(buffer, gone, buffer, 0, filled - gone);
    passed += gone;
    filled -= gone;
    at -= gone;
    while (filled - at < bytes) {
      int n = in.read(buffer, filled, buffer.length - filled);
      if (n < 0) {
        return false;
      }
      filled += n;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
