package dev.chipledger.read.record;

import dev.chipledger.read.Limits;
import dev.chipledger.read.Lookahead;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Rejects;
import dev.chipledger.read.packed.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads a file record by record, each cut out first and then understood. */
abstract class CutRecords extends Lookahead {
  final String file;
  private final InputStream in;
  private final Cutter cutter;
  private final long end;

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
  protected final Outcome read() {
    if (cutter.position() > end) {
      end();
      return null;
    }
    try {
      Cutter.Cut cut = cutter.next();
      if (cut == null) {
        end();
        return null;
      }
      return cut.tooLong()
          ? Rejects.of(file, cut.position(), "too_long", Limits.detail("the " + word()), cut.bytes())
          : understood(cut);
    } catch (Damage e) {
      if (e.isLast()) {
        end();
      }
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
