package dev.chipledger.job;

import dev.chipledger.table.Resources;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a run tells at its end.
 *
 * @param counts rows by table, with records and skipped
 * @param skipped records by the reason why they were passed over, the commonest first
 * @param seconds by step
 * @param pairs buyer, action, vendor, chip, statements, publishers of the day; empty in a dry run
 * @param warehouse null in a dry run
 * @param published null in a dry run
 */
record Summary(
    Map<String, Long> counts, Map<String, Long> skipped, Map<String, Double> seconds, List<Row> pairs, String warehouse, String published) {

  static Summary ofDryRun(Map<String, Long> counts, Map<String, Long> skipped, Progress progress) {
    progress.end();
    return new Summary(counts, skipped, new LinkedHashMap<>(progress.seconds()), List.of(), null, null);
  }

  static Summary ofRun(
      Map<String, Long> counts, Map<String, Long> skipped, Progress progress, List<Row> pairs, String warehouse, String published) {
    progress.end();
    return new Summary(counts, skipped, new LinkedHashMap<>(progress.seconds()), pairs, warehouse, published);
  }

  /** The ten pairs that most sentences of a load assert; from the views that readers have. */
  static List<Row> strongestPairs(SparkSession spark, LocalDate day, double minConfidence) {
    return spark.sql(
        Resources.text("/questions/strongest_pairs_of_day.sql"),
        Map.of("day", day.toString(), "min_confidence", String.valueOf(minConfidence))).collectAsList();
  }

  void print(PrintStream out) {
    out.printf("%,d records: %,d articles, %,d rejects, %,d skipped%n",
        counts.get("records"), counts.get("articles"), counts.get("rejects"), counts.get("skipped"));
    if (!skipped.isEmpty()) {
      out.println("skipped: " + skipped.entrySet().stream()
          .map(e -> String.format("%,d %s", e.getValue(), e.getKey())).collect(Collectors.joining(", ")));
    }
    out.printf("%,d mentions, %,d co-mentions, %,d sentences, %,d claims%n",
        counts.get("mentions"), counts.get("co_mentions"), counts.get("sentences"), counts.get("claims"));
    if (!pairs.isEmpty()) {
      out.printf("%nStrongest pairs of the day (statements, publishers):%n");
      for (Row pair : pairs) {
        out.printf("  %s %s %s %s  %d, %d%n", pair.getString(0), pair.getString(1), word(pair, 2), word(pair, 3),
            pair.getLong(4), pair.getLong(5));
      }
    }
    out.println();
    if (warehouse == null) {
      out.println("Dry run: nothing was written.");
    } else {
      out.println("Tables:  " + warehouse);
      out.println("Parquet: " + published);
    }
    out.println("Seconds: " + seconds.entrySet().stream()
        .map(e -> String.format("%s %.1f", e.getKey(), e.getValue())).collect(Collectors.joining(", ")));
  }

  private static String word(Row pair, int column) {
    return pair.isNullAt(column) ? "-" : pair.getString(column);
  }
}
