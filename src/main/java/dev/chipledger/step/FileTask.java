package dev.chipledger.step;

import dev.chipledger.read.Article;
import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Dump;
import dev.chipledger.read.Format;
import dev.chipledger.read.RecordReader;
import dev.chipledger.read.Reject;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads the files of one task, a record at a time: rows of article, reject, and after each file or part its load. */
final class FileTask implements FlatMapFunction<List<InputFile>, Row> {
  private final Broadcast<SerializableConfiguration> conf;
  private final Format forced;
  private final FieldMap map;
  private final LocalDate day;
  private final Instant started;
  private final ReadStep.Counters counters;
  private final DayRows rows;
  private final RowShape loads = RowShape.of(Table.LOADS);

  FileTask(
      Broadcast<SerializableConfiguration> conf, Format forced, FieldMap map, LocalDate day, Instant started, ReadStep.Counters counters) {
    this.conf = conf;
    this.forced = forced;
    this.map = map;
    this.day = day;
    this.started = started;
    this.counters = counters;
    this.rows = new DayRows(day);
  }

  @Override
  public Iterator<Row> call(List<InputFile> files) {
    return new Records(files.iterator());
  }

  private final class Records implements Iterator<Row> {
    private final Iterator<InputFile> files;
    private InputFile file;
    private FileAccount account;
    private RecordReader reader;

    Records(Iterator<InputFile> files) {
      this.files = files;
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> closeQuietly());
    }

    @Override
    public boolean hasNext() {
      return file != null || files.hasNext();
    }

    @Override
    public Row next() {
      try {
        if (file == null) {
          open();
        }
        while (reader.hasNext()) {
          Outcome outcome = reader.next();
          counters.records().add(1);
          account.add(outcome);
          if (outcome instanceof Article article) {
            return RowFactory.create(rows.of(article), null, null);
          }
          if (outcome instanceof Reject reject) {
            return RowFactory.create(null, rows.of(reject), null);
          }
        }
        return RowFactory.create(null, null, end());
      } catch (IOException e) {
        throw new UncheckedIOException("can't read " + file.name() + ": " + e.getMessage(), e);
      }
    }

    private void open() throws IOException {
      if (!files.hasNext()) {
        throw new NoSuchElementException();
      }
      file = files.next();
      account = new FileAccount(file, conf.value().value());
      Dump dump = new Dump(forced, new ArticleMaker(map, day));
      reader = file.partFormat() == null
          ? dump.open(account, file.name())
          : dump.open(account, file.name(), file.partFormat(), file.start(), file.end());
    }

    private Row end() throws IOException {
      Row load = account.done(loads, day, started);
      reader.close();
      counters.files().add(1);
      file = null;
      return load;
    }

    private void closeQuietly() {
      try {
        if (reader != null) {
          reader.close();
        }
        if (account != null) {
          account.close();
        }
      } catch (IOException | RuntimeException e) {
        // the task is over; what it read stands
      }
    }
  }
}
