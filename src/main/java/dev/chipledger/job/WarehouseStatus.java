package dev.chipledger.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Table;
import dev.chipledger.table.Warehouse;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a warehouse is.
 *
 * @param days loaded days
 * @param first the earliest of them, last the latest
 * @param missing days between the first and the last that no run has loaded, in order
 * @param late days after the last that were due by yesterday; null if none
 * @param failed days whose last run failed, with the reason; loaded ones keep their old rows
 * @param tables rows, files and bytes of each table, as readers see it
 * @param bytes everything below the warehouse's folder, old snapshots and published versions too
 * @param lastRun the last finished run
 */
record WarehouseStatus(
    String warehouse,
    int days,
    LocalDate first,
    LocalDate last,
    List<Span> missing,
    Span late,
    Map<LocalDate, String> failed,
    Map<String, Warehouse.Extent> tables,
    long bytes,
    LastRun lastRun) {

  private static final ObjectMapper JSON = new ObjectMapper()
      .registerModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  private static final int LISTED = 31;

  /** Days in a row, the last one included. */
  record Span(LocalDate from, LocalDate to, long days) {
    private static Span of(LocalDate from, LocalDate to) {
      return new Span(from, to, ChronoUnit.DAYS.between(from, to) + 1);
    }

    @Override
    public String toString() {
      return from.equals(to) ? from.toString() : from + " to " + to + ", " + String.format("%,d", days) + " days";
    }
  }

  /** @param audits offending rows by audit */
  record LastRun(String runId, String command, Instant started, Instant finished, List<LocalDate> days, String published, Map<String, Long> audits) {}

  /** @return empty in a warehouse without a finished run */
  static Optional<WarehouseStatus> of(Warehouse warehouse, Clock clock) {
    return new Runs(warehouse).lastRow().map(run -> of(warehouse, clock, run));
  }

  private static WarehouseStatus of(Warehouse warehouse, Clock clock, Row run) {
    Map<String, Long> snapshots = run.getJavaMap(run.fieldIndex("snapshots"));
    TreeSet<LocalDate> loaded = new TreeSet<>();
    warehouse.tableAt(Table.LOADS, snapshots.get(Table.LOADS.word())).select("load_day").distinct().collectAsList()
        .forEach(row -> loaded.add(row.getLocalDate(0)));
    Map<String, Warehouse.Extent> tables = new LinkedHashMap<>();
    for (Table table : Table.staged()) {
      if (snapshots.containsKey(table.word())) {
        tables.put(table.word(), warehouse.extent(table, snapshots.get(table.word())));
      }
    }
    return new WarehouseStatus(
        warehouse.folder().toString(), loaded.size(), loaded.isEmpty() ? null : loaded.first(), loaded.isEmpty() ? null : loaded.last(),
        missing(loaded), late(loaded, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)), failed(warehouse), tables, size(warehouse),
        new LastRun(
            run.getAs("run_id"), run.getAs("command"), run.getAs("started"), run.getAs("finished"), run.getList(run.fieldIndex("days")),
            run.getAs("published"), new TreeMap<>(run.<String, Long>getJavaMap(run.fieldIndex("audits")))));
  }

  private static List<Span> missing(TreeSet<LocalDate> loaded) {
    List<Span> missing = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate day : loaded) {
      if (before != null && before.plusDays(1).isBefore(day)) {
        missing.add(Span.of(before.plusDays(1), day.minusDays(1)));
      }
      before = day;
    }
    return missing;
  }

  private static Span late(TreeSet<LocalDate> loaded, LocalDate today) {
    return loaded.isEmpty() || !loaded.last().plusDays(1).isBefore(today) ? null : Span.of(loaded.last().plusDays(1), today.minusDays(1));
  }

  /** Days with a failure after their last finished run. */
  private static Map<LocalDate, String> failed(Warehouse warehouse) {
    Map<LocalDate, String> failed = new TreeMap<>();
    if (warehouse.exists(Table.FAILURES)) {
      Dataset<Row> finished = warehouse.table(Table.RUNS).select(expr("explode(days) AS day"), col("finished"))
          .groupBy("day").agg(expr("max(finished) AS finished"));
      warehouse.table(Table.FAILURES).select(expr("explode(days) AS day"), col("failed"), col("reason"))
          .groupBy("day").agg(expr("max(failed) AS failed"), expr("max_by(reason, failed) AS reason"))
          .join(finished.withColumnRenamed("day", "done"), expr("day = done"), "left")
          .where("finished IS NULL OR finished < failed").select("day", "reason").collectAsList()
          .forEach(row -> failed.put(row.getLocalDate(0), row.getString(1)));
    }
    return failed;
  }

  private static long size(Warehouse warehouse) {
    try {
      return warehouse.folder().getFileSystem(warehouse.spark().sparkContext().hadoopConfiguration()).getContentSummary(warehouse.folder()).getLength();
    } catch (IOException e) {
      throw new UncheckedIOException("can't measure " + warehouse.folder() + ": " + e.getMessage(), e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  void print(PrintStream out) {
    out.printf("Warehouse %s, %,.1f MB with old snapshots and published versions%n%n", warehouse, bytes / 1e6);
    out.printf("Days: %,d loaded%s%n", days, first == null ? "" : ", from " + first + " to " + last);
    list(out, "missing", missing.stream().map(Span::toString).toList());
    list(out, "late", late == null ? List.of() : List.of(late.toString()));
    list(out, "failed", failed.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
    out.printf("%nLast run: %s, finished %s, days %s, published %s%n", lastRun.runId(), lastRun.finished(), lastRun.days(), lastRun.published());
    out.println("Audits: " + lastRun.audits());
    out.printf("%n%-20s %14s %8s %10s%n", "table", "rows", "files", "MB");
    tables.forEach((table, extent) -> out.printf("%-20s %,14d %,8d %,10.1f%n", table, extent.rows(), extent.files(), extent.bytes() / 1e6));
  }

  private static void list(PrintStream out, String what, List<String> items) {
    if (items.isEmpty()) {
      out.printf("  %s: none%n", what);
      return;
    }
    out.printf("  %s: %,d%n", what, items.size());
    items.stream().limit(LISTED).forEach(item -> out.println("    " + item));
    if (items.size() > LISTED) {
      out.printf("    … and %,d more; --json lists all%n", items.size() - LISTED);
    }
  }
}
