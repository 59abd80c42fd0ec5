package dev.chipledger.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Checks a staged day by SQL files in resources/audits, each a query that returns what offends. */
public final class Audits {
  /** In the order they run; a new file is added here. */
  public static final List<String> NAMES =
      List.of("records_accounted", "spans_reproduce", "sentences_reproduce", "claim_ids_unique", "claims_have_sentence", "nothing_null");
  private static final int SHOWN = 3;

  private Audits() {}

  /**
   * Runs every audit over the views of {@link Stage#views}, for each of some load days.
   *
   * @return 0 by audit
   * @throws CheckFailed if rows offend: which audit, how many, three of them
   */
  public static Map<String, Long> run(SparkSession spark, List<LocalDate> days) {
    Map<String, Long> offending = new LinkedHashMap<>();
    for (LocalDate day : days) {
      NAMES.forEach(name -> run(spark, name, day));
    }
    NAMES.forEach(name -> offending.put(name, 0L));
    return offending;
  }

  private static void run(SparkSession spark, String name, LocalDate day) {
    Dataset<Row> rows = spark.sql(Resources.text("/audits/" + name + ".sql"), Map.of("load_day", day));
    List<String> shown = rows.limit(SHOWN).toJSON().collectAsList();
    if (!shown.isEmpty()) {
      throw new CheckFailed(
          "audit " + name + " of day " + day + " found " + rows.count() + " offending rows, such as " + String.join(" ", shown));
    }
  }
}
