package dev.chipledger.job;

import dev.chipledger.TestSpark;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Table;
import dev.chipledger.table.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What readers of a warehouse see, without the times of the runs.
 *
 * @param tables rows by table, as the last finished run left it, as JSON in order; empty before the first run
 * @param published rows by table of published/current; empty before the first run
 */
record Shown(Map<String, List<String>> tables, Map<String, List<String>> published) {
  /** Reads everything in a session of its own, as a reader that has just come. */
  static Shown in(Path folder) {
    SparkSession spark = TestSpark.session(folder);
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    Map<String, List<String>> tables = new TreeMap<>();
    Optional<Row> last = new Runs(warehouse).lastRow();
    last.ifPresent(run -> {
      Map<String, Long> snapshots = run.getJavaMap(run.fieldIndex("snapshots"));
      for (Table table : Table.staged()) {
        tables.put(table.word(), rows(warehouse.tableAt(table, snapshots.get(table.word())).drop("started", "finished")));
      }
      tables.put("runs", Stream.of("command", "days", "row_counts", "audits", "version").map(column -> run.getAs(column).toString()).toList());
    });
    Map<String, List<String>> published = new TreeMap<>();
    Path current = folder.resolve("published/current");
    if (Files.exists(current)) {
      Table.of(Table.Kind.MONTH).forEach(mart -> published.put(mart.word(), rows(spark.read().parquet(current.resolve(mart.word()).toString()))));
    }
    return new Shown(tables, published);
  }

  private static List<String> rows(Dataset<Row> table) {
    return table.toJSON().collectAsList().stream().sorted().toList();
  }

  /** Names of tables that hold other rows than here. */
  List<String> differingFrom(Shown other) {
    return Stream.concat(differing("", tables, other.tables), differing("published ", published, other.published)).toList();
  }

  private static Stream<String> differing(String where, Map<String, List<String>> some, Map<String, List<String>> others) {
    return Stream.concat(some.keySet().stream(), others.keySet().stream()).distinct()
        .filter(table -> !some.getOrDefault(table, List.of()).equals(others.getOrDefault(table, List.of()))).map(table -> where + table);
  }
}
