package dev.chipledger.read;

import dev.chipledger.read.packed.Packing;
import dev.chipledger.read.packed.Peeked;
import dev.chipledger.read.record.CsvRecords;
import dev.chipledger.read.record.JsonRecords;
import dev.chipledger.read.record.ParquetRecords;
import dev.chipledger.read.web.WarcRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.parquet.io.InputFile;

/** Opens dumps: finds out by a file's first bytes how it is packed and what it holds. */
public final class Dump {
  /** How many bytes it takes to tell. */
  static final int START = 1 << 13;

  private final Format forced;
  private final ArticleMaker maker;

  /** @param forced what every file holds, however it is packed; null to go by content, then by name */
  public Dump(Format forced, ArticleMaker maker) {
    this.forced = forced;
    this.maker = maker;
  }

  /** A stored file, and how to read it from any byte on. */
  public interface Stored {
    /** The whole file from its beginning; closed with the reader. */
    InputStream bytes() throws IOException;

    /** @param position offset to begin at */
    InputStream bytesFrom(long position) throws IOException;

    InputFile seekable() throws IOException;
  }

  /**
   * What an unpacked file, or one in no archive, holds.
   *
   * @return empty if that can't be told, or if it is packed or an archive
   */
  public static Optional<Format> plainFormat(InputStream in, String name) throws IOException {
    byte[] start = in.readNBytes(START);
    boolean plain = Packing.of(start) == Packing.NONE && ArchiveKind.of(start).isEmpty();
    return plain ? Format.ofStart(start).or(() -> Format.ofName(name)) : Optional.empty();
  }

  /** Whether a file is one to read: by its content, or by its name where the content tells nothing. */
  public static boolean isDump(InputStream in, String name) throws IOException {
    byte[] start = in.readNBytes(START);
    return Packing.of(start) != Packing.NONE || ArchiveKind.of(start).isPresent()
        || Format.ofStart(start).or(() -> Format.ofName(name)).isPresent();
  }

  /**
   * Starts to read a file; nothing it holds makes this fail.
   *
   * @param file path as listed, for the rows
   * @throws IOException if the storage fails
   */
  public RecordReader open(Stored stored, String file) throws IOException {
    Peeked in = Peeked.of(stored.bytes(), START);
    if (Packing.of(in.start()) == Packing.NONE && format(in.start(), file).filter(Format.PARQUET::equals).isPresent()) {
      in.close();
      return new ParquetRecords(stored.seekable(), file, maker, 0, Long.MAX_VALUE);
    }
    return open(in, file, false);
  }

  /**
   * Starts to read what begins in one part of a file of a format that can be split: plain JSON Lines, Parquet.
   *
   * @param start offset of the part; @param end where the next part starts
   */
  public RecordReader open(Stored stored, String file, Format format, long start, long end) throws IOException {
    return switch (format) {
      case JSONL -> JsonRecords.lines(stored.bytesFrom(start), file, maker, start, end);
      case PARQUET -> new ParquetRecords(stored.seekable(), file, maker, start, end);
      default -> throw new IllegalArgumentException(format + " is not read in parts");
    };
  }

  /** @param inArchive what is no dump is then passed over, not rejected; and no archive is opened */
  RecordReader open(InputStream stored, String file, boolean inArchive) throws IOException {
    Peeked in = Peeked.of(stored, START);
    Packing packing = Packing.of(in.start());
    if (packing != Packing.NONE) {
      in = Peeked.of(packing.unpack(in), START);
    }
    Optional<ArchiveKind> archive = ArchiveKind.of(in.start());
    Optional<Format> format = format(in.start(), file);
    if (archive.isPresent() && !inArchive) {
      return new ArchiveRecords(in, archive.get(), file, this);
    }
    if (archive.isPresent() || format.isEmpty() || format.get() == Format.PARQUET) {
      return new OneOutcome(unreadable(archive.isPresent(), format, file, in, inArchive), in);
    }
    return switch (format.get()) {
      case WARC -> new WarcRecords(in, file, maker);
      case JSONL -> JsonRecords.lines(in, file, maker);
      case JSON -> JsonRecords.values(in, file, maker);
      case CSV -> CsvRecords.of(in, file, maker, in.start());
      case PARQUET -> throw new IllegalStateException("handled above");
    };
  }

  private Optional<Format> format(byte[] start, String file) {
    if (forced != null) {
      return Optional.of(forced);
    }
    Optional<Format> told = Format.ofStart(start);
    Optional<Format> named = Format.ofName(file);
    // A first line that is broken looks like an object over several; where the name promises lines, only that line is lost.
    boolean brokenLine = told.equals(Optional.of(Format.JSON)) && named.equals(Optional.of(Format.JSONL)) && !startsArray(start);
    return told.isEmpty() || brokenLine ? named : told;
  }

  private static boolean startsArray(byte[] start) {
    return new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading().startsWith("[");
  }

  private static Outcome unreadable(boolean archive, Optional<Format> format, String file, Peeked in, boolean inArchive) {
    byte[] start = in.start();
    if (in.damage() != null) {
      return Rejects.of(file, 0, in.damage().reason(), in.damage().getMessage(), start);
    }
    if (archive) {
      return Rejects.of(file, 0, "nested_archive", "an archive in an archive is not opened: unpack one of them", start);
    }
    if (format.isPresent()) {
      return Rejects.of(file, 0, "packed_parquet", "Parquet is read only as a file of its own: unpack it", start);
    }
    return inArchive || start.length == 0
        ? new Skipped("no_dump")
        : Rejects.of(file, 0, "unknown_format", "neither the content nor the name tells the format: add --format", start);
  }
}
