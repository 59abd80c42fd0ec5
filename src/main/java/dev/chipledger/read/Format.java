package dev.chipledger.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form that dumps come in. Each is read plain or gzipped. */
public enum Format {
  JSONL(".jsonl", ".ndjson", ".json");

  private final String[] suffixes;

  Format(String... suffixes) {
    this.suffixes = suffixes;
  }

  /** As written for --format: jsonl. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file's name tells, with or without .gz; empty for a README and the like. */
  public static Optional<Format> ofName(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return Arrays.stream(values()).filter(f -> Arrays.stream(f.suffixes).anyMatch(name::endsWith)).findFirst();
  }

  /**
   * Starts to read a file; nothing it holds makes this fail.
   *
   * @param stored the bytes as stored, gzipped or not; closed with the reader
   * @param file path as listed, for the rows
   * @throws IOException if the storage fails
   */
  public RecordReader open(InputStream stored, String file, ArticleMaker maker) throws IOException {
    return switch (this) {
      case JSONL -> new JsonLinesReader(stored, file, maker);
    };
  }
}
