package dev.chipledger.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The record of runs. Appending a finished one is its commit. */
public final class Runs {
  private final Warehouse warehouse;

  public Runs(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * One finished run; meanings in tables/runs.sql.
   *
   * @param snapshots of every table but runs, by plain name
   */
  public record Run(
      String runId,
      String command,
      Instant started,
      Instant finished,
      List<LocalDate> days,
      Map<String, Long> rowCounts,
      Map<String, Long> snapshots,
      String published,
      Map<String, Long> audits) {}

  /** What readers go by: the snapshots and the published version of the last finished run. */
  public record Last(Map<String, Long> snapshots, String published, Instant finished) {
    /** A time for what comes after this run, whose order must not hang on a clock: now, or just after it if the clock was set back since. */
    public Instant later(Instant now) {
      return now.isAfter(finished) ? now : finished.plusSeconds(1);
    }
  }

  /** @return empty in a warehouse without a finished run */
  public Optional<Last> last() {
    return lastRow().map(row -> new Last(
        Map.copyOf(row.getJavaMap(row.fieldIndex("snapshots"))), row.getAs("published"), row.getAs("finished")));
  }

  /** The last finished run as it stands in {@code runs}; empty in a warehouse without one. */
  public Optional<Row> lastRow() {
    return warehouse.exists(Table.RUNS)
        ? warehouse.table(Table.RUNS).orderBy(org.apache.spark.sql.functions.desc("finished")).limit(1).collectAsList().stream().findFirst()
        : Optional.empty();
  }

  public void append(Run run) {
    RowShape shape = RowShape.of(Table.RUNS);
    Row row = shape.row()
        .set("run_id", run.runId())
        .set("command", run.command())
        .set("started", run.started())
        .set("finished", run.finished())
        .set("days", run.days().toArray(LocalDate[]::new))
        .set("row_counts", scala(run.rowCounts()))
        .set("snapshots", scala(run.snapshots()))
        .set("published", run.published())
        .set("audits", scala(run.audits()))
        .set("version", Version.CURRENT)
        .done();
    append(Table.RUNS, shape, row);
  }

  /**
   * Notes that a run failed; nothing in a warehouse that no run has finished in.
   *
   * @param reason one line
   */
  public void appendFailure(String command, Instant started, Instant failed, List<LocalDate> days, String reason) {
    if (!warehouse.exists(Table.FAILURES)) {
      return;
    }
    RowShape shape = RowShape.of(Table.FAILURES);
    append(Table.FAILURES, shape, shape.row()
        .set("command", command)
        .set("started", started)
        .set("failed", last().map(run -> run.later(failed)).orElse(failed))
        .set("days", days.toArray(LocalDate[]::new))
        .set("reason", reason)
        .set("version", Version.CURRENT)
        .done());
  }

  private void append(Table log, RowShape shape, Row row) {
    try {
      warehouse.spark().createDataset(List.of(row), Encoders.row(shape.schema())).coalesce(1).writeTo(warehouse.name(log)).append();
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IllegalStateException("table " + log.word() + " is gone", e);
    }
  }

  private static scala.collection.Map<String, Long> scala(Map<String, Long> map) {
    return scala.jdk.javaapi.CollectionConverters.asScala(map);
  }
}
