package dev.chipledger.read.record;

import dev.chipledger.read.Limits;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.RecordReader;
import dev.chipledger.read.Rejects;
import dev.chipledger.read.packed.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** Reads a file record by record, each cut out first and then understood. */
abstract class CutRecords implements RecordReader {
  final String file;
  private final InputStream in;
  private final Cutter cutter;
  private final long end;
  private Outcome next;
  private boolean ended;

  /**
   * @param in closed with this
   * @param end records that begin behind this position belong to the file's next part
   */
  CutRecords(InputStream in, String file, Cutter cutter, long end) {
    this.in = in;
    this.file = file;
    this.cutter = cutter;
    this.end = end;
  }

  /** What a record holds. @param cut not too long */
  abstract Outcome understood(Cutter.Cut cut);

  /** For a person: what is too long. */
  abstract String word();

  @Override
  public final boolean hasNext() {
    while (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public final Outcome next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Outcome outcome = next;
    next = null;
    return outcome;
  }

  /** @return null at the end, or for what is no record */
  private Outcome read() {
    if (cutter.position() > end) {
      ended = true;
      return null;
    }
    try {
      Cutter.Cut cut = cutter.next();
      if (cut == null) {
        ended = true;
        return null;
      }
      return cut.tooLong()
          ? Rejects.of(file, cut.position(), "too_long", Limits.detail("the " + word()), cut.bytes())
          : understood(cut);
    } catch (Damage e) {
      ended = e.isLast();
      Cutter.Cut cut = cutter.begun();
      return Rejects.of(file, cut.position(), e.reason(), e.getMessage(), cut.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
