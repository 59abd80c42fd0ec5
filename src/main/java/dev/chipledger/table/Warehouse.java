package dev.chipledger.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/** The Iceberg tables of one warehouse, in catalog chipledger, namespace news. */
public final class Warehouse {
  public static final String CATALOG = "chipledger";
  private static final String NAMESPACE = CATALOG + ".news";

  private final SparkSession spark;
  private final Path folder;

  /** @param folder where the warehouse lies; also its lock and, by default, what it publishes */
  public Warehouse(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = new Path(folder);
  }

  /** Spark settings that make the catalog known, by default as folders under the warehouse's. */
  public static Map<String, String> settings(String folder) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.catalog." + CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    settings.put("spark.sql.catalog." + CATALOG + ".type", "hadoop");
    settings.put("spark.sql.catalog." + CATALOG + ".warehouse", folder);
    return settings;
  }

  public SparkSession spark() {
    return spark;
  }

  public Path folder() {
    return folder;
  }

  /** Creates what is missing: tables, and columns that a table of an older version has not. */
  public void create() {
    spark.sql("CREATE NAMESPACE IF NOT EXISTS " + NAMESPACE);
    for (Table table : Table.values()) {
      if (!exists(table)) {
        spark.sql(table.ddl(NAMESPACE));
        continue;
      }
      Set<String> there = Set.of(table(table).columns());
      for (StructField column : table.schema().fields()) {
        if (!there.contains(column.name())) {
          spark.sql("ALTER TABLE " + name(table) + " ADD COLUMN " + column.toDDL());
        }
      }
    }
  }

  public boolean exists(Table table) {
    return spark.catalog().tableExists(name(table));
  }

  /** The table's full name in Spark SQL. */
  public String name(Table table) {
    return NAMESPACE + "." + table.word();
  }

  /** The table as Iceberg's own, to work on its snapshots. */
  org.apache.iceberg.Table iceberg(Table table) {
    try {
      org.apache.iceberg.Table loaded = Spark3Util.loadIcebergTable(spark, name(table));
      loaded.refresh();
      return loaded;
    } catch (Exception e) {
      throw new IllegalStateException("can't open table " + name(table), e);
    }
  }

  /** The table as other engines see it now. */
  public Dataset<Row> table(Table table) {
    return spark.table(name(table));
  }

  /** The table as it was in one of its snapshots. */
  public Dataset<Row> tableAt(Table table, long snapshot) {
    return spark.sql("SELECT * FROM " + name(table) + " VERSION AS OF " + snapshot);
  }

  /**
   * What a table holds in one of its snapshots, by Iceberg's own account: nothing is scanned.
   *
   * @param rows number of rows
   * @param files number of data files
   * @param bytes their size as stored
   */
  public record Extent(long rows, long files, long bytes) {}

  /** @param snapshot of the table */
  public Extent extent(Table table, long snapshot) {
    Map<String, String> summary = iceberg(table).snapshot(snapshot).summary();
    return new Extent(
        Long.parseLong(summary.getOrDefault(SnapshotSummary.TOTAL_RECORDS_PROP, "0")),
        Long.parseLong(summary.getOrDefault(SnapshotSummary.TOTAL_DATA_FILES_PROP, "0")),
        Long.parseLong(summary.getOrDefault(SnapshotSummary.TOTAL_FILE_SIZE_PROP, "0")));
  }

  /**
   * Makes every table known by its plain name, as of a run; of the logs, all rows.
   *
   * @param snapshots Iceberg snapshot by plain table name
   */
  public void viewsAt(Map<String, Long> snapshots) {
    snapshots.forEach((table, snapshot) -> spark.sql(
        "CREATE OR REPLACE TEMPORARY VIEW " + table + " AS SELECT * FROM " + NAMESPACE + "." + table
            + " VERSION AS OF " + snapshot));
    Table.of(Table.Kind.LOG).stream().filter(this::exists).forEach(log -> table(log).createOrReplaceTempView(log.word()));
  }
}
