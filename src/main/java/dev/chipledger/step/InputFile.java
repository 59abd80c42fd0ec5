package dev.chipledger.step;

import dev.chipledger.read.Format;
import java.io.Serializable;

/**
 * A file to read.
 *
 * @param path full Hadoop path
 * @param name as rows show it: relative to the working directory where it lies below it
 * @param size bytes as stored
 */
public record InputFile(String path, String name, long size, Format format) implements Serializable {}
