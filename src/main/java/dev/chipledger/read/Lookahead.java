package dev.chipledger.read;

import java.util.NoSuchElementException;

/** A reader that finds out what comes next only by reading it. */
public abstract class Lookahead implements RecordReader {
  private Outcome next;
  private boolean ended;

  /**
   * The next record's outcome.
   *
   * @return null for none yet; it is asked again unless {@link #end} was called
   */
  protected abstract Outcome read();

  /** Nothing is read any more; what {@link #read} returns now is the last. */
  protected final void end() {
    ended = true;
  }

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
}
