package dev.chipledger.read;

import java.io.Closeable;
import java.util.Iterator;

/**
 * One input file, record by record, in order. A record that can't be used comes as a {@link Reject} and reading
 * goes on where the format allows it. A format is added by implementing this and naming it in {@link Format}.
 *
 * <p>{@code next} throws {@link java.io.UncheckedIOException} where the storage fails, never for what a file holds.
 */
public interface RecordReader extends Iterator<Outcome>, Closeable {}
