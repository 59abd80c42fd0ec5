package dev.chipledger.step;

import dev.chipledger.read.Article;
import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.RecordReader;
import dev.chipledger.read.Reject;
import dev.chipledger.read.StoredBytes;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import dev.chipledger.table.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads the files of one task, a record at a time: rows of article, reject, and after each file its load. */
final class FileTask implements FlatMapFunction<List<InputFile>, Row> {
  private final Broadcast<SerializableConfiguration> conf;
  private final FieldMap map;
  private final LocalDate day;
  private final Instant started;
  private final ReadStep.Counters counters;
  private final DayRows rows;
  private final RowShape loads = RowShape.of(Table.LOADS);

  FileTask(
      Broadcast<SerializableConfiguration> conf, FieldMap map, LocalDate day, Instant started, ReadStep.Counters counters) {
    this.conf = conf;
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
    private StoredBytes stored;
    private RecordReader reader;
    private long articles;
    private long rejects;
    private long skipped;

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
          if (outcome instanceof Article article) {
            articles++;
            return RowFactory.create(rows.of(article), null, null);
          }
          if (outcome instanceof Reject reject) {
            rejects++;
            return RowFactory.create(null, rows.of(reject), null);
          }
          skipped++;
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
      articles = 0;
      rejects = 0;
      skipped = 0;
      Path path = new Path(file.path());
      stored = new StoredBytes(path.getFileSystem(conf.value().value()).open(path));
      reader = file.format().open(stored, file.name(), new ArticleMaker(map, day));
    }

    private Row end() throws IOException {
      stored.drain();
      Row load = loads.row()
          .set("load_day", day)
          .set("file", file.name())
          .set("size", stored.size())
          .set("checksum", stored.checksum())
          .set("records", articles + rejects + skipped)
          .set("articles", articles)
          .set("rejects", rejects)
          .set("skipped", skipped)
          .set("started", started)
          .set("finished", Instant.now())
          .set("version", Version.CURRENT)
          .done();
      reader.close();
      counters.files().add(1);
      file = null;
      return load;
    }

    private void closeQuietly() {
      try {
        if (stored != null) {
          stored.close();
        }
      } catch (IOException e) {
        // the task is over; what it read stands
      }
    }
  }
}
