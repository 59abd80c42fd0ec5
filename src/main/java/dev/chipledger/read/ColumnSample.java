package dev.chipledger.read;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** The columns that the first records of some files have: to tell a wrong mapping from bad records. */
public final class ColumnSample {
  private final Format forced;
  private final Set<String> columns = new LinkedHashSet<>();
  private int left;

  /**
   * @param forced as for {@link Dump}
   * @param records how many records to look at, over all files
   */
  public ColumnSample(Format forced, int records) {
    this.forced = forced;
    this.left = records;
  }

  /** Looks at the first records of a file. */
  public void add(Dump.Stored stored, String file) throws IOException {
    ArticleMaker looker = new ArticleMaker(FieldMap.none(), LocalDate.EPOCH) {
      @Override
      public boolean wants(String column) {
        return true;
      }

      @Override
      public Outcome make(String name, long position, Fields record, byte[] bytes) {
        columns.addAll(record.names());
        return new Skipped("looked_at");
      }
    };
    try (RecordReader reader = new Dump(forced, looker).open(stored, file)) {
      while (!full() && reader.hasNext()) {
        reader.next();
        left--;
      }
    }
  }

  /** Whether enough records were seen. */
  public boolean full() {
    return left <= 0;
  }

  /** Columns in the order met; empty if no record with columns could be read. */
  public Set<String> columns() {
    return columns;
  }
}
