package dev.chipledger.read.record;

import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.Limits;
import dev.chipledger.read.Lookahead;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import dev.chipledger.read.Rejects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file, or of the row groups whose middle lies in one part of it. Positions are row numbers. Only the
 * columns that a field comes from are read. A row group that breaks is one reject, and the next is read.
 */
public final class ParquetRecords extends Lookahead {
  private final WatchedInput input;
  private final String file;
  private final ArticleMaker maker;
  private final List<Block> blocks = new ArrayList<>();
  private MessageType wanted;
  private ParquetReader<Group> rows;
  private Block block;
  private long read;
  private Reject unreadable;

  /** A row group: a range of bytes that holds its middle, and its first row's number. */
  private record Block(long middle, long firstRow, long count) {}

  /**
   * @param start offset of the part; @param end where the next part starts
   */
  public ParquetRecords(InputFile input, String file, ArticleMaker maker, long start, long end) throws IOException {
    this.input = new WatchedInput(input);
    this.file = file;
    this.maker = maker;
    try (ParquetFileReader footer = ParquetFileReader.open(this.input)) {
      plan(footer.getFooter(), start, end);
    } catch (IOException | RuntimeException e) {
      this.input.rethrowFailure();
      unreadable = Rejects.of(file, 0, "bad_parquet", "the file's footer can't be read: " + e.getMessage(), new byte[0]);
    }
  }

  private void plan(ParquetMetadata footer, long start, long end) {
    MessageType schema = footer.getFileMetaData().getSchema();
    List<Type> columns = schema.getFields().stream().filter(column -> maker.wants(column.getName())).toList();
    wanted = columns.isEmpty() ? schema : new MessageType(schema.getName(), columns);
    long row = 0;
    for (BlockMetaData one : footer.getBlocks()) {
      long middle = one.getStartingPos() + one.getCompressedSize() / 2;
      if (middle >= start && middle < end) {
        blocks.add(new Block(middle, row, one.getRowCount()));
      }
      row += one.getRowCount();
    }
  }

  @Override
  protected Outcome read() {
    if (unreadable != null) {
      end();
      return unreadable;
    }
    try {
      return row();
    } catch (IOException | RuntimeException e) { // the decoders throw both for rubbish
      input.rethrowFailureUnchecked(file);
      String detail = String.format(
          "row %,d and those behind it in its row group of %,d can't be read: %s", block.firstRow() + read, block.count(), e.getMessage());
      closeQuietly();
      return Rejects.of(file, block.firstRow() + read, "bad_parquet", detail, new byte[0]);
    }
  }

  /** @return null at the end of a row group */
  private Outcome row() throws IOException {
    if (rows == null) {
      if (blocks.isEmpty()) {
        end();
        return null;
      }
      block = blocks.remove(0);
      read = 0;
      rows = new Rows(input, wanted).withFileRange(block.middle(), block.middle() + 1).build();
    }
    Group group = rows.read();
    if (group == null) {
      rows.close();
      rows = null;
      if (read < block.count()) {
        throw new IOException("the row group ends early");
      }
      return null;
    }
    long position = block.firstRow() + read++;
    try {
      GroupFields fields = GroupFields.of(group);
      return fields.isTooLong()
          ? Rejects.of(file, position, "too_long", Limits.detail("a value of the row"), fields.start())
          : maker.make(file, position, fields, fields.start());
    } catch (RuntimeException e) { // a value that is none of its type's, as a time of day of minus one
      return Rejects.of(file, position, "bad_parquet", "the row holds a value that can't be read: " + e.getMessage(), new byte[0]);
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | RuntimeException e) {
      // what was to be read of it is told already
    }
    rows = null;
  }

  private static final class Rows extends ParquetReader.Builder<Group> {
    private final MessageType columns;

    Rows(InputFile input, MessageType columns) {
      super(input);
      this.columns = columns;
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport() {
        @Override
        public ReadContext init(InitContext context) {
          return new ReadContext(columns);
        }
      };
    }
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
  }
}
