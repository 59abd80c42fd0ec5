package dev.chipledger.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** The columns that the first records of some files have: to tell a wrong mapping from bad records. */
public final class ColumnSample {
  private final Set<String> columns = new LinkedHashSet<>();
  private int left;

  /** @param records how many records to look at, over all files */
  public ColumnSample(int records) {
    this.left = records;
  }

  /**
   * Looks at the first records of a file.
   *
   * @param stored closed at the end
   */
  public void add(Format format, InputStream stored, String file) throws IOException {
    ArticleMaker looker = new ArticleMaker(FieldMap.none(), java.time.LocalDate.EPOCH) {
      @Override
      Outcome make(String name, long position, JsonObject record, byte[] bytes) {
        columns.addAll(record.names());
        left--;
        return new Skipped(position);
      }
    };
    try (RecordReader reader = format.open(stored, file, looker)) {
      while (!full() && reader.hasNext()) {
        reader.next();
      }
    }
  }

  /** Whether enough records were seen. */
  public boolean full() {
    return left <= 0;
  }

  /** Columns in the order met; empty if no record could be read. */
  public Set<String> columns() {
    return columns;
  }
}
