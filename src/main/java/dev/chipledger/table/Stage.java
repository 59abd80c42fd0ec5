package dev.chipledger.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * A run's changes, on a branch of every table, unseen by readers until {@link #show}. One run at a time: the lock is
 * the caller's.
 */
public final class Stage {
  private static final String BRANCH = "stage";

  private final Warehouse warehouse;

  private Stage(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Sets the tables back to the last finished run, whatever a killed one left, and starts a branch of each.
   *
   * @param last snapshots by plain table name; empty before the first run
   */
  public static Stage begin(Warehouse warehouse, Map<String, Long> last) {
    setBack(warehouse, last);
    for (Table table : Table.staged()) {
      org.apache.iceberg.Table iceberg = warehouse.iceberg(table);
      Snapshot current = iceberg.currentSnapshot();
      if (current == null) {
        iceberg.manageSnapshots().createBranch(BRANCH).commit();
      } else {
        iceberg.manageSnapshots().createBranch(BRANCH, current.snapshotId()).commit();
      }
      warehouse.spark().catalog().refreshTable(warehouse.name(table));
    }
    return new Stage(warehouse);
  }

  /** Makes the tables what the last finished run left, and drops what is staged. */
  public static void setBack(Warehouse warehouse, Map<String, Long> last) {
    for (Table table : Table.staged()) {
      org.apache.iceberg.Table iceberg = warehouse.iceberg(table);
      if (iceberg.refs().containsKey(BRANCH)) {
        iceberg.manageSnapshots().removeBranch(BRANCH).commit();
      }
      Snapshot current = iceberg.currentSnapshot();
      Long kept = last.get(table.word());
      if (kept != null && current != null && current.snapshotId() != kept) {
        iceberg.manageSnapshots().setCurrentSnapshot(kept).commit();
      } else if (kept == null && current != null) {
        iceberg.newDelete().deleteFromRowFilter(org.apache.iceberg.expressions.Expressions.alwaysTrue()).commit();
      }
      warehouse.spark().catalog().refreshTable(warehouse.name(table));
    }
  }

  /** The table as this run will leave it. */
  public Dataset<Row> read(Table table) {
    return warehouse.spark().sql("SELECT * FROM " + warehouse.name(table) + " VERSION AS OF '" + BRANCH + "'");
  }

  /** Makes every staged table known by its plain name. */
  public void views() {
    Table.staged().forEach(table -> read(table).createOrReplaceTempView(table.word()));
  }

  /** Replaces the rows of one load day, also where there are none any more. */
  public void replaceDay(Table table, LocalDate day, Dataset<Row> rows) {
    replace(table, rows, col("load_day").equalTo(lit(day)));
  }

  /** Replaces all rows. */
  public void replaceAll(Table table, Dataset<Row> rows) {
    replace(table, rows, lit(true));
  }

  /**
   * Replaces the rows of some months.
   *
   * @param months first days; null stands for the rows without a month
   */
  public void replaceMonths(Table table, Collection<LocalDate> months, Dataset<Row> rows) {
    Column condition = lit(false);
    for (LocalDate month : months) {
      condition = condition.or(month == null ? col("month").isNull() : col("month").equalTo(lit(month)));
    }
    if (!months.isEmpty()) {
      replace(table, rows, condition);
    }
  }

  private void replace(Table table, Dataset<Row> rows, Column condition) {
    // All rows of a day share one partition: spreading them by it would send every article through one task.
    String spread = table == Table.ARTICLES ? "none" : "hash";
    try {
      rows.select(columns(table)).writeTo(warehouse.name(table) + ".branch_" + BRANCH)
          .option("distribution-mode", spread).option("fanout-enabled", "true").overwrite(condition);
    } catch (NoSuchTableException e) {
      throw new IllegalStateException("table " + table.word() + " is gone", e);
    }
  }

  private static Column[] columns(Table table) {
    return java.util.Arrays.stream(table.schema().fieldNames()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
  }

  /**
   * Shows the staged tables to readers, each at once, one after the other.
   *
   * @return the snapshots they have now, by plain name
   */
  public Map<String, Long> show() {
    Map<String, Long> snapshots = new LinkedHashMap<>();
    for (Table table : Table.staged()) {
      org.apache.iceberg.Table iceberg = warehouse.iceberg(table);
      iceberg.manageSnapshots().fastForwardBranch(SnapshotRef.MAIN_BRANCH, BRANCH).commit();
      iceberg.manageSnapshots().removeBranch(BRANCH).commit();
      warehouse.spark().catalog().refreshTable(warehouse.name(table));
      snapshots.put(table.word(), iceberg.currentSnapshot().snapshotId());
    }
    return snapshots;
  }
}
