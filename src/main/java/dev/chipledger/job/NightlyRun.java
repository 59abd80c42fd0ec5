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
import dev.chipledger.step.Marts;
import dev.chipledger.step.ReadStep;
import dev.chipledger.step.RepeatedStep;
import dev.chipledger.step.StatementStep;
import dev.chipledger.table.Audits;
import dev.chipledger.table.CheckFailed;
import dev.chipledger.table.Published;
import dev.chipledger.table.RunLock;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Stage;
import dev.chipledger.table.Table;
import dev.chipledger.table.UserMistake;
import dev.chipledger.table.Warehouse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/** One load: read, extract, stage, audit, show, publish. What is shown changes at the end or not at all. */
final class NightlyRun {
  private static final int SAMPLED_RECORDS = 100;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What the user asked for; see {@link Nightly}. */
  record Plan(
      List<String> inputs,
      LocalDate day,
      Format format,
      FieldMap fields,
      LexiconFiles lexicon,
      MaxRejects maxRejects,
      double minConfidence,
      String warehouse,
      String publish,
      boolean dryRun) {}

  private final SparkSession spark;
  private final Plan plan;
  private final Clock clock;
  private final Progress progress;
  private final Instant started;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private Map<String, Long> skipped = Map.of();

  NightlyRun(SparkSession spark, Plan plan, Clock clock, Progress progress) {
    this.spark = spark;
    this.plan = plan;
    this.clock = clock;
    this.progress = progress;
    this.started = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  Summary run() {
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    InputFiles.Found found = InputFiles.find(plan.inputs(), plan.format(), conf);
    List<InputFile> files = found.files();
    if (!found.passedBy().isEmpty()) {
      progress.say(String.format("%,d files are no dumps and are passed by, as %s", found.passedBy().size(), found.passedBy().get(0)));
    }
    checkColumns(files, conf);
    progress.follow(spark);
    if (plan.dryRun()) {
      return load(files, null);
    }
    try (RunLock lock = RunLock.take(new Path(plan.warehouse()), conf, started)) {
      Warehouse warehouse = new Warehouse(spark, plan.warehouse());
      return load(files, warehouse);
    }
  }

  private void checkColumns(List<InputFile> files, Configuration conf) {
    ColumnSample sample = new ColumnSample(plan.format(), SAMPLED_RECORDS);
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
    List<String> complaints = sample.columns().isEmpty() ? List.of() : plan.fields().complaints(sample.columns());
    if (!complaints.isEmpty()) {
      throw new UserMistake(complaints.get(0));
    }
  }

  /** @param warehouse null in a dry run */
  private Summary load(List<InputFile> files, Warehouse warehouse) {
    long bytes = files.stream().mapToLong(InputFile::size).sum();
    LongAccumulator filesRead = progress.counter(spark, "files read");
    LongAccumulator recordsRead = progress.counter(spark, "records read");
    progress.step("read", String.format("reading %,d files, %,.1f MB", files.size(), bytes / 1e6), () -> String.format(
        "%,d of %,d files, %,d records, %,.0f a second",
        progress.now(filesRead), files.size(), progress.now(recordsRead), progress.now(recordsRead) / progress.elapsed()));
    try (ReadStep read = ReadStep.of(
        spark, InputFiles.parts(files, plan.format(), spark.sparkContext().hadoopConfiguration()), plan.format(), plan.fields(), plan.day(), started, new ReadStep.Counters(filesRead, recordsRead))) {
      Row sums = read.loads().selectExpr("sum(records)", "sum(articles)", "sum(rejects)", "sum(skipped)").head();
      counts.put("records", sums.getLong(0));
      counts.put("articles", sums.getLong(1));
      counts.put("rejects", sums.getLong(2));
      counts.put("skipped", sums.getLong(3));
      skipped = read.skipped();
      checkRejects(read);
      Dataset<Row> articles = RepeatedStep.flag(read.articles());
      LongAccumulator articlesRead = progress.counter(spark, "articles extracted");
      progress.step("extract", String.format("extracting from %,d articles", counts.get("articles")), () -> String.format(
          "%,d articles, %,.0f a second", progress.now(articlesRead), progress.now(articlesRead) / progress.elapsed()));
      try (ExtractStep extracted = ExtractStep.of(spark, articles, plan.lexicon(), plan.day(), articlesRead)) {
        extracted.counts().forEach((table, rows) -> counts.put(table.word(), rows));
        Dataset<Row> flagged = flagFailures(articles, extracted.failures());
        return warehouse == null
            ? Summary.ofDryRun(counts, skipped, progress)
            : write(warehouse, read, flagged, extracted);
      }
    }
  }

  private void checkRejects(ReadStep read) {
    long rejects = counts.get("rejects");
    if (plan.maxRejects().allows(rejects, counts.get("records"))) {
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
    if (!plan.maxRejects().allows(counts.get("rejects") + failed, counts.get("records"))) {
      throw new CheckFailed(what + ". Nothing was loaded; allow more with --max-rejects");
    }
    progress.say(what + "; they are flagged not_read");
    return ExtractStep.flag(articles, failures);
  }

  private Summary write(Warehouse warehouse, ReadStep read, Dataset<Row> articles, ExtractStep extracted) {
    progress.step("tables", "writing the tables to a branch");
    warehouse.create();
    Runs runs = new Runs(warehouse);
    Optional<Runs.Last> last = runs.last();
    Map<String, Long> before = last.map(Runs.Last::snapshots).orElse(Map.of());
    Published published = new Published(plan.publish(), spark.sparkContext().hadoopConfiguration());
    last.ifPresent(run -> published.show(run.published())); // a run killed after its commit had not
    Stage stage = Stage.begin(warehouse, before);
    boolean committed = false;
    try {
      stage.replaceDay(Table.ARTICLES, plan.day(), articles);
      stage.replaceDay(Table.REJECTS, plan.day(), read.rejects());
      stage.replaceDay(Table.LOADS, plan.day(), read.loads());
      for (Table table : ExtractStep.TABLES) {
        stage.replaceDay(table, plan.day(), extracted.rows(table));
      }
      Lexicon lexicon = Lexicon.of(plan.lexicon());
      stage.replaceAll(Table.COMPANIES, EntityRows.companies(spark, lexicon.companies(), stage.read(Table.MENTIONS)));
      stage.replaceAll(Table.CHIPS, EntityRows.chips(spark, lexicon.chips(), stage.read(Table.MENTIONS)));
      derive(warehouse, stage);
      progress.step("audit", "auditing");
      stage.views(); // the marts' views hold some months and days only
      Map<String, Long> audits = Audits.run(spark, plan.day());
      progress.step("publish", "publishing");
      String version = published.free(STAMP.format(started));
      for (Table mart : Table.of(Table.Kind.MONTH)) {
        stage.read(mart).coalesce(1).write().parquet(new Path(published.draft(version), mart.word()).toString());
      }
      published.finish(version);
      Map<String, Long> snapshots = stage.show();
      runs.append(new Runs.Run(
          STAMP.format(started) + "-nightly", "nightly", started, clock.instant(), List.of(plan.day()), rowCounts(),
          snapshots, version, audits));
      committed = true;
      published.show(version);
      published.prune(version);
      warehouse.viewsAt(snapshots);
      progress.step("summary", "summing up");
      List<Row> pairs = Summary.strongestPairs(spark, plan.day(), plan.minConfidence());
      return Summary.ofRun(counts, skipped, progress, pairs, plan.warehouse(), published.shown(version));
    } finally {
      if (!committed) {
        Stage.setBack(warehouse, before);
      }
    }
  }

  private Map<String, Long> rowCounts() {
    Map<String, Long> rows = new LinkedHashMap<>(counts);
    rows.remove("records");
    rows.remove("skipped");
    return rows;
  }

  private void derive(Warehouse warehouse, Stage stage) {
    progress.step("statements", "putting together what says the same");
    List<LocalDate> months = Marts.touched(warehouse.table(Table.ARTICLES), stage.read(Table.ARTICLES), plan.day(), StatementStep.DAYS);
    stage.views();
    try (StatementStep derived = StatementStep.of(spark, months)) {
      stage.replaceMonths(Table.STORIES, months, derived.stories());
      stage.replaceMonths(Table.STATEMENTS, months, derived.statements());
    }
    progress.step("marts", "building the marts");
    Dataset<Row> said = Marts.views(spark, stage::read, months, plan.minConfidence()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      said.createOrReplaceTempView(Marts.SAID);
      for (Table mart : Marts.TABLES) {
        List<LocalDate> built = Marts.monthsOf(mart, months);
        if (mart == Table.SUPPLIER_SHIFT) {
          Marts.only(stage.read(Table.CLAIM_TIMELINE), Marts.around(built, Marts.MONTHS_BACK, 0)).createOrReplaceTempView(Table.CLAIM_TIMELINE.word());
        }
        stage.replaceMonths(mart, built, Marts.only(Marts.rows(spark, mart), built));
      }
    } finally {
      said.unpersist();
    }
  }
}
