package dev.chipledger.job;

import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.ColumnSample;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.step.EntityRows;
import dev.chipledger.step.ExtractStep;
import dev.chipledger.step.HadoopFile;
import dev.chipledger.step.InputFile;
import dev.chipledger.step.InputFiles;
import dev.chipledger.step.ReadStep;
import dev.chipledger.step.RepeatedStep;
import dev.chipledger.table.Audits;
import dev.chipledger.table.CheckFailed;
import dev.chipledger.table.RunLock;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Table;
import dev.chipledger.table.UserMistake;
import dev.chipledger.table.Warehouse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/** One load: read, extract, stage, audit, show, publish. What is shown changes at the end or not at all. */
final class NightlyRun {
  private static final int SAMPLED_RECORDS = 100;

  /**
   * How days are loaded.
   *
   * @param command as runs names it
   * @param format of every input; null to go by content
   * @param publish folder of the plain Parquet
   */
  record Settings(
      String command,
      Format format,
      FieldMap fields,
      LexiconFiles lexicon,
      MaxRejects maxRejects,
      double minConfidence,
      Audits audits,
      String warehouse,
      String publish) {}

  /**
   * What is loaded.
   *
   * @param inputs files, folders, globs
   * @param dryRun to read and extract, and write nothing
   */
  record Batch(List<String> inputs, LocalDate day, boolean dryRun) {}

  private final SparkSession spark;
  private final Settings settings;
  private final Batch batch;
  private final Clock clock;
  private final Progress progress;
  private final Instant started;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private Map<String, Long> skipped = Map.of();

  NightlyRun(SparkSession spark, Settings settings, Batch batch, Clock clock, Progress progress) {
    this.spark = spark;
    this.settings = settings;
    this.batch = batch;
    this.clock = clock;
    this.progress = progress;
    this.started = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Loads under a lock of its own. */
  Summary run() {
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    List<InputFile> files = find(conf);
    if (batch.dryRun()) {
      return load(files, null);
    }
    try (RunLock lock = RunLock.take(new Path(settings.warehouse()), conf, started)) {
      return loadOrNote(files, lock);
    }
  }

  /** @param held keeps other runs off the warehouse */
  Summary run(RunLock held) {
    return loadOrNote(find(spark.sparkContext().hadoopConfiguration()), held);
  }

  /** Loads; a failure is noted in the warehouse, where that can still be done. */
  private Summary loadOrNote(List<InputFile> files, RunLock lock) {
    Warehouse warehouse = new Warehouse(spark, settings.warehouse());
    try {
      return load(files, new Change(warehouse, settings.publish(), settings.minConfidence(), settings.audits(), lock, clock, progress));
    } catch (UserMistake mistake) {
      throw mistake;
    } catch (Exception | FSError failure) { // Spark throws checked ones that it doesn't declare; FSError is Hadoop's for a full local disk
      try {
        new Runs(warehouse).appendFailure(settings.command(), started, clock.instant(), List.of(batch.day()), Failure.line(failure));
      } catch (Exception | FSError e) {
        failure.addSuppressed(e); // a full disk takes no note either
      }
      throw failure;
    }
  }

  private List<InputFile> find(Configuration conf) {
    InputFiles.Found found = InputFiles.find(batch.inputs(), settings.format(), conf);
    if (!found.passedBy().isEmpty()) {
      progress.say(String.format("%,d files are no dumps and are passed by, as %s", found.passedBy().size(), found.passedBy().get(0)));
    }
    checkColumns(found.files(), conf);
    progress.follow(spark);
    return found.files();
  }

  private void checkColumns(List<InputFile> files, Configuration conf) {
    ColumnSample sample = new ColumnSample(settings.format(), SAMPLED_RECORDS);
    for (InputFile file : files) {
      if (sample.full()) {
        break;
      }
      try {
        sample.add(new HadoopFile(file.path(), conf), file.name());
      } catch (IOException e) {
        throw new UserMistake("can't read " + file.name() + ": " + e.getMessage());
      }
    }
    List<String> complaints = sample.columns().isEmpty() ? List.of() : settings.fields().complaints(sample.columns());
    if (!complaints.isEmpty()) {
      throw new UserMistake(complaints.get(0));
    }
  }

  /** @param change null in a dry run */
  private Summary load(List<InputFile> files, Change change) {
    long bytes = files.stream().mapToLong(InputFile::size).sum();
    LongAccumulator filesRead = progress.counter(spark, "files read");
    LongAccumulator recordsRead = progress.counter(spark, "records read");
    progress.step("read", String.format("reading %,d files, %,.1f MB", files.size(), bytes / 1e6), () -> String.format(
        "%,d of %,d files, %,d records, %,.0f a second",
        progress.now(filesRead), files.size(), progress.now(recordsRead), progress.now(recordsRead) / progress.elapsed()));
    try (ReadStep read = ReadStep.of(
        spark, InputFiles.parts(files, settings.format(), spark.sparkContext().hadoopConfiguration()), settings.format(), settings.fields(), batch.day(), started, new ReadStep.Counters(filesRead, recordsRead))) {
      Row sums = read.loads().selectExpr("sum(records)", "sum(articles)", "sum(rejects)", "sum(skipped)").head();
      counts.put("records", sums.getLong(0));
      counts.put("articles", sums.getLong(1));
      counts.put("rejects", sums.getLong(2));
      counts.put("skipped", sums.getLong(3));
      skipped = read.skipped();
      InputFiles.checkUnchanged(files, spark.sparkContext().hadoopConfiguration());
      checkRejects(read);
      Dataset<Row> articles = RepeatedStep.flag(read.articles());
      LongAccumulator articlesRead = progress.counter(spark, "articles extracted");
      progress.step("extract", String.format("extracting from %,d articles", counts.get("articles")), () -> String.format(
          "%,d articles, %,.0f a second", progress.now(articlesRead), progress.now(articlesRead) / progress.elapsed()));
      try (ExtractStep extracted = ExtractStep.of(spark, articles, settings.lexicon(), batch.day(), articlesRead)) {
        extracted.counts().forEach((table, rows) -> counts.put(table.word(), rows));
        Dataset<Row> flagged = flagFailures(articles, extracted.failures());
        return change == null
            ? Summary.ofDryRun(counts, skipped, progress)
            : write(change, read, flagged, extracted);
      }
    }
  }

  private void checkRejects(ReadStep read) {
    long rejects = counts.get("rejects");
    if (settings.maxRejects().allows(rejects, counts.get("records"))) {
      return;
    }
    Row first = read.rejects().orderBy("file", "position").first();
    Row common = read.rejects().groupBy("reason").count().orderBy(org.apache.spark.sql.functions.desc("count"), org.apache.spark.sql.functions.col("reason")).first();
    throw new CheckFailed(String.format(
        "%,d of %,d records can't be used, most for %s; the first is %s at position %,d: %s. Nothing was loaded; allow more with --max-rejects",
        rejects, counts.get("records"), common.getString(0), first.<String>getAs("file"), first.<Long>getAs("position"),
        first.<String>getAs("detail")));
  }

  /** An article on which reading broke is kept, flagged; too many of them stop the run as rejects do. */
  private Dataset<Row> flagFailures(Dataset<Row> articles, Dataset<Row> failures) {
    long failed = failures.count();
    if (failed == 0) {
      return articles;
    }
    Row first = failures.orderBy("article_id").first();
    String what = String.format("%,d articles can't be read, the first is %s: %s", failed, first.getString(0), first.getString(1));
    if (!settings.maxRejects().allows(counts.get("rejects") + failed, counts.get("records"))) {
      throw new CheckFailed(what + ". Nothing was loaded; allow more with --max-rejects");
    }
    progress.say(what + "; they are flagged not_read");
    return ExtractStep.flag(articles, failures);
  }

  private Summary write(Change change, ReadStep read, Dataset<Row> articles, ExtractStep extracted) {
    String published = change.make(new Change.Record(settings.command(), started, List.of(batch.day()), rowCounts()), stage -> {
      stage.replaceDay(Table.ARTICLES, batch.day(), articles);
      stage.replaceDay(Table.REJECTS, batch.day(), read.rejects());
      stage.replaceDay(Table.LOADS, batch.day(), read.loads());
      for (Table table : ExtractStep.TABLES) {
        stage.replaceDay(table, batch.day(), extracted.rows(table));
      }
      Lexicon lexicon = Lexicon.of(settings.lexicon());
      stage.replaceAll(Table.COMPANIES, EntityRows.companies(spark, lexicon.companies(), stage.read(Table.MENTIONS)));
      stage.replaceAll(Table.CHIPS, EntityRows.chips(spark, lexicon.chips(), stage.read(Table.MENTIONS)));
    });
    progress.step("summary", "summing up");
    List<Row> pairs = Summary.strongestPairs(spark, batch.day(), settings.minConfidence());
    return Summary.ofRun(counts, skipped, progress, pairs, settings.warehouse(), published);
  }

  private Map<String, Long> rowCounts() {
    Map<String, Long> rows = new LinkedHashMap<>(counts);
    rows.remove("records");
    rows.remove("skipped");
    return rows;
  }
}
