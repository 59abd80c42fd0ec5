package dev.chipledger.read.web;

import dev.chipledger.read.packed.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** An archive's bytes as a channel whose read-ahead is in our hands, so that reading can go on behind a broken record. */
final class WarcBytes implements ReadableByteChannel {
  private static final int SHOWN = 200;
  /** The first line of a WARC record, or of an ARC record: address, IP, time, type, length. */
  private static final Pattern HEADER = Pattern.compile("WARC/\\d.*|[a-z]{3,8}:\\S+ \\S+ \\d{14} \\S+ \\d+", Pattern.DOTALL);
  private static final int LONGEST_HEADER_LINE = 4_096;
  private static final int LONGEST_HEADER = 1 << 20;

  private final InputStream in;
  private ByteBuffer ahead = ByteBuffer.allocate(1 << 14).flip();
  private long taken;
  private long most = Long.MAX_VALUE;
  private boolean atEnd;
  private IOException failure;

  WarcBytes(InputStream in) {
    this.in = in;
  }

  /**
   * Makes the read-ahead readable after jwarc threw: where it met the end of the file, it leaves the buffer as one to be
   * filled.
   */
  void settle() {
    if (atEnd && ahead.limit() == ahead.capacity()) {
      ahead.flip();
    }
  }

  /** What has been taken from the file but not yet read; emptied by who reads. */
  ByteBuffer ahead() {
    return ahead;
  }

  /** Offset of the next byte to be read. */
  long position() {
    return taken - ahead.remaining();
  }

  /** A header is read from here on: it may only be so long, for jwarc holds it whole. */
  void headerBegins() {
    most = position() + LONGEST_HEADER;
  }

  void headerEnds() {
    most = Long.MAX_VALUE;
  }

  /** @return null as long as the storage answers */
  IOException failure() {
    return failure;
  }

  /** Throws what isn't the fault of one record: damage of the stream, storage that fails. */
  void rethrow(Exception e) throws IOException {
    if (e instanceof Damage damage) {
      throw damage;
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (taken > most) {
      throw new IOException("its header is longer than " + LONGEST_HEADER + " bytes");
    }
    byte[] bytes = target.hasArray() ? target.array() : new byte[target.remaining()];
    int offset = target.hasArray() ? target.arrayOffset() + target.position() : 0;
    int n;
    try {
      n = in.read(bytes, offset, target.remaining());
    } catch (Damage e) {
      ahead.clear().flip(); // what was read ahead belongs to the record that breaks here
      throw e;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    atEnd = n < 0;
    if (n > 0) {
      taken += n;
      if (target.hasArray()) {
        target.position(target.position() + n);
      } else {
        target.put(bytes, 0, n);
      }
    }
    return n;
  }

  /** The next bytes, not taken, as a reject shows them. */
  byte[] shown() {
    int from = ahead.arrayOffset() + ahead.position();
    return Arrays.copyOfRange(ahead.array(), from, from + Math.min(SHOWN, ahead.remaining()));
  }

  /** Goes to the next line that begins a record, at least one byte on. @return false if there is none */
  boolean toNextHeader() throws IOException {
    byte[] line = new byte[LONGEST_HEADER_LINE];
    int length = 0;
    boolean first = true;
    while (true) {
      if (!ahead.hasRemaining() && !fill()) {
        return false;
      }
      ahead.mark();
      byte b = ahead.get();
      if (b == '\n') {
        first = false;
        length = 0;
      } else if (length < line.length) {
        line[length++] = b;
      }
      if (!first && length > 5 && startsWarc(line)) {
        pushBack(line, length);
        return true;
      }
      if (!first && length > 40 && length < line.length && next() == '\n'
          && HEADER.matcher(new String(line, 0, length, StandardCharsets.ISO_8859_1).strip()).matches()) {
        pushBack(line, length);
        return true;
      }
    }
  }

  private static boolean startsWarc(byte[] line) {
    return line[0] == 'W' && line[1] == 'A' && line[2] == 'R' && line[3] == 'C' && line[4] == '/' && line[5] >= '0' && line[5] <= '9';
  }

  /** @return the next byte, not taken; -1 at the end */
  private int next() throws IOException {
    return ahead.hasRemaining() || fill() ? ahead.get(ahead.position()) : -1;
  }

  private boolean fill() throws IOException {
    ahead.clear();
    int n;
    try {
      n = read(ahead);
    } catch (IOException e) {
      ahead.clear().flip();
      throw e;
    }
    ahead.flip();
    return n > 0;
  }

  /** Puts bytes before those that are ahead. */
  private void pushBack(byte[] bytes, int length) {
    byte[] rest = new byte[ahead.remaining()];
    ahead.get(rest);
    if (length + rest.length > ahead.capacity()) {
      ahead = ByteBuffer.allocate(length + rest.length);
    }
    ahead.clear().put(bytes, 0, length).put(rest).flip();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
