package dev.chipledger.step;

import dev.chipledger.read.Article;
import dev.chipledger.read.Dump;
import dev.chipledger.read.Format;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import dev.chipledger.read.Skipped;
import dev.chipledger.read.packed.StoredBytes;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import dev.chipledger.table.Version;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.InputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What became of the bytes and the records of one file, or part of one. */
final class FileAccount implements Dump.Stored {
  /** Enough to hold the footer of most Parquet files: it tells size and place of every column of every row group. */
  private static final int FOOTER = 1 << 16;

  private final dev.chipledger.step.InputFile file;
  private final HadoopFile stored;
  private final Map<String, Long> skipped = new TreeMap<>();
  private StoredBytes bytes;
  private boolean sought;
  private long articles;
  private long rejects;

  FileAccount(dev.chipledger.step.InputFile file, Configuration conf) {
    this.file = file;
    this.stored = new HadoopFile(file.path(), conf);
  }

  @Override
  public InputStream bytes() throws IOException {
    bytes = new StoredBytes(stored.bytes());
    return bytes;
  }

  @Override
  public InputStream bytesFrom(long position) throws IOException {
    bytes = new StoredBytes(stored.bytesFrom(position), file.size());
    return bytes;
  }

  @Override
  public InputFile seekable() throws IOException {
    sought = true;
    return stored.seekable();
  }

  void add(Outcome outcome) {
    if (outcome instanceof Article) {
      articles++;
    } else if (outcome instanceof Reject) {
      rejects++;
    } else if (outcome instanceof Skipped passed) {
      skipped.merge(passed.reason(), 1L, Long::sum);
    }
  }

  /** A row of table loads, with the part's offset behind it. To be called when the reader is through. */
  Row done(RowShape loads, LocalDate day, Instant started) throws IOException {
    if (sought) {
      sumFooter();
    } else {
      bytes.drain();
    }
    long passed = skipped.values().stream().mapToLong(Long::longValue).sum();
    Row load = loads.row()
        .set("load_day", day)
        .set("file", file.name())
        .set("size", sought ? file.size() : bytes.size())
        .set("checksum", bytes.checksum())
        .set("records", articles + rejects + passed)
        .set("articles", articles)
        .set("rejects", rejects)
        .set("skipped", passed)
        .set("skipped_by_reason", scala.jdk.javaapi.CollectionConverters.asScala(skipped))
        .set("started", started)
        .set("finished", Instant.now())
        .set("version", Version.CURRENT)
        .done();
    return RowFactory.create(load, file.start());
  }

  /**
   * The checksum that a load of the file, or part, would have.
   *
   * @param forced what the file holds; null to go by its content
   */
  String checksum(Format forced) throws IOException {
    if (format(forced).filter(Format.PARQUET::equals).isPresent()) {
      sumFooter();
    } else {
      bytes = file.partFormat() == null ? new StoredBytes(stored.bytes()) : new StoredBytes(stored.bytesFrom(file.start()), file.size());
      bytes.drain();
    }
    close();
    return bytes.checksum();
  }

  private Optional<Format> format(Format forced) throws IOException {
    if (file.partFormat() != null) {
      return Optional.of(file.partFormat());
    }
    try (InputStream in = stored.bytes()) {
      return Dump.plainFormat(in, file.name()).map(told -> forced == null ? told : forced);
    }
  }

  /** Of a file that isn't read from end to end. */
  private void sumFooter() throws IOException {
    long length = stored.seekable().getLength();
    bytes = new StoredBytes(stored.bytesFrom(Math.max(0, length - FOOTER)));
    try (StoredBytes footer = bytes) {
      footer.drain();
    }
  }

  void close() throws IOException {
    if (bytes != null) {
      bytes.close();
    }
  }
}
