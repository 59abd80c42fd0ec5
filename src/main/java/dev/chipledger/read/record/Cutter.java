package dev.chipledger.read.record;

import java.io.IOException;

/** Cuts a stream of bytes into records, before anything reads what they say: so one broken record doesn't cost the next. */
interface Cutter {
  /**
   * @param position offset of the record's first byte in the unpacked file
   * @param bytes the record; of one that is too long only its beginning
   * @param unfinished whether the file ends inside a quoted value
   */
  record Cut(long position, byte[] bytes, boolean tooLong, boolean unfinished) {}

  /**
   * @return null at the end
   * @throws IOException with {@link #begun} telling what had been read of the record; after a gap in the stream the
   *     next call begins a new record behind it
   */
  Cut next() throws IOException;

  /** What has been read of the current record. */
  Cut begun();

  /** Offset of the next byte to be read. */
  long position();
}
