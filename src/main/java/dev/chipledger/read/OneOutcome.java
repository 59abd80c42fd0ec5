package dev.chipledger.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;

/** A file of which only one thing is to be said. */
final class OneOutcome implements RecordReader {
  private final Closeable source;
  private Outcome outcome;

  OneOutcome(Outcome outcome, Closeable source) {
    this.outcome = outcome;
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    return outcome != null;
  }

  @Override
  public Outcome next() {
    if (outcome == null) {
      throw new NoSuchElementException();
    }
    Outcome only = outcome;
    outcome = null;
    return only;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
