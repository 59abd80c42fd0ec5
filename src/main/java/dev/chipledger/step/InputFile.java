package dev.chipledger.step;

import dev.chipledger.read.Format;
import java.io.Serializable;

/**
 * A file to read, or one part of it.
 *
 * @param path full Hadoop path
 * @param name as rows show it: relative to the working directory where it lies below it
 * @param size bytes to read, as stored
 * @param start offset of the part; 0 for a whole file
 * @param partFormat of a file that is read in parts: its format; null for a whole file
 */
public record InputFile(String path, String name, long size, long start, Format partFormat) implements Serializable {
  long end() {
    return start + size;
  }
}
