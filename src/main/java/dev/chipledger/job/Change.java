package dev.chipledger.job;

import dev.chipledger.step.Marts;
import dev.chipledger.step.StatementStep;
import dev.chipledger.table.Audits;
import dev.chipledger.table.Published;
import dev.chipledger.table.RunLock;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Stage;
import dev.chipledger.table.Table;
import dev.chipledger.table.Warehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * One change of a warehouse's days: staged on a branch, what is derived rebuilt, audited, published, and then shown by one
 * row of {@code runs}. What readers see changes at the end or not at all.
 */
final class Change {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * What changes, and how it will stand in {@code runs}.
   *
   * @param command its name
   * @param started when the run began
   * @param days load days that are replaced
   * @param rows rows that the run writes, by table
   */
  record Record(String command, Instant started, List<LocalDate> days, Map<String, Long> rows) {}

  private final Warehouse warehouse;
  private final SparkSession spark;
  private final Published published;
  private final double minConfidence;
  private final Audits audits;
  private final RunLock lock;
  private final Clock clock;
  private final Progress progress;

  /**
   * @param publish folder of the plain Parquet
   * @param minConfidence claims less sure than this stay out of the marts
   * @param lock held until the change is made
   */
  Change(Warehouse warehouse, String publish, double minConfidence, Audits audits, RunLock lock, Clock clock, Progress progress) {
    this.warehouse = warehouse;
    this.spark = warehouse.spark();
    this.published = new Published(publish, spark.sparkContext().hadoopConfiguration());
    this.minConfidence = minConfidence;
    this.audits = audits;
    this.lock = lock;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Makes the change. Afterwards the session's views are what readers see.
   *
   * @param days replaces the rows of the days on the stage
   * @return where readers of the published Parquet look
   * @throws dev.chipledger.table.CheckFailed if an audit finds something; readers see nothing of the change then
   */
  String make(Record record, Consumer<Stage> days) {
    progress.step("tables", "writing the tables to a branch");
    warehouse.create();
    Runs runs = new Runs(warehouse);
    Optional<Runs.Last> last = runs.last();
    Map<String, Long> before = last.map(Runs.Last::snapshots).orElse(Map.of());
    last.ifPresent(run -> published.show(run.published())); // a run killed after its commit had not
    Stage stage = Stage.begin(warehouse, before);
    boolean committed = false;
    try {
      days.accept(stage);
      derive(stage, record.days());
      progress.step("audit", "auditing");
      stage.views(); // the marts' views hold some months and days only
      Map<String, Long> offending = audits.run(spark, record.days());
      progress.step("publish", "publishing");
      String stamp = STAMP.format(last.map(run -> run.later(record.started())).orElse(record.started()));
      String version = published.free(stamp);
      for (Table mart : Table.of(Table.Kind.MONTH)) {
        stage.read(mart).coalesce(1).write().parquet(new Path(published.draft(version), mart.word()).toString());
      }
      lock.check();
      published.finish(version);
      Map<String, Long> snapshots = stage.show();
      Instant finished = clock.instant();
      runs.append(new Runs.Run(
          stamp + "-" + record.command(), record.command(), record.started(), last.map(run -> run.later(finished)).orElse(finished),
          record.days(), record.rows(), snapshots, version, offending));
      committed = true;
      published.show(version);
      published.prune(version);
      warehouse.viewsAt(snapshots);
      return published.shown(version);
    } catch (Exception | FSError failure) { // Spark throws checked ones that it doesn't declare
      if (!committed) {
        setBack(before, failure);
      }
      throw failure;
    }
  }

  /** As far as that is still possible, on a full disk say; the next run does it in any case. */
  private void setBack(Map<String, Long> before, Throwable failure) {
    try {
      Stage.setBack(warehouse, before);
    } catch (Exception | FSError e) {
      failure.addSuppressed(e);
    }
  }

  private void derive(Stage stage, List<LocalDate> days) {
    progress.step("statements", "putting together what says the same");
    List<LocalDate> months = Marts.touched(warehouse.table(Table.ARTICLES), stage.read(Table.ARTICLES), days, StatementStep.DAYS);
    stage.views();
    try (StatementStep derived = StatementStep.of(spark, months)) {
      stage.replaceMonths(Table.STORIES, months, derived.stories());
      stage.replaceMonths(Table.STATEMENTS, months, derived.statements());
    }
    progress.step("marts", "building the marts");
    Dataset<Row> said = Marts.views(spark, stage::read, months, minConfidence).persist(StorageLevel.MEMORY_AND_DISK());
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
