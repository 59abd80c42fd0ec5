package dev.chipledger.step;

import dev.chipledger.table.Resources;
import dev.chipledger.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The marts, each a SQL file over the tables' plain names. */
public final class Marts {
  /** The view that every mart starts from. */
  public static final String COUNTED = "counted_articles";

  private Marts() {}

  /** The query behind {@link #COUNTED}, over view articles. */
  public static Dataset<Row> counted(SparkSession spark) {
    return spark.sql(Resources.text("/marts/" + COUNTED + ".sql"));
  }

  /**
   * Months of publication whose marts change with a load: those of its articles, of the articles it replaces, and
   * of the same articles in other loads, since of each only the latest load counts.
   *
   * @param before articles of the day as readers see them now
   * @param after articles of all days as they will be
   * @return first days, with null for articles without a date; at most a few hundred
   */
  public static List<LocalDate> touched(Dataset<Row> before, Dataset<Row> after, LocalDate day) {
    Dataset<Row> replaced = before.where("load_day = DATE'" + day + "'").select("article_id", "published_at");
    Dataset<Row> all = after.select("article_id", "published_at");
    Dataset<Row> ids = after.where("load_day = DATE'" + day + "'").select("article_id")
        .union(replaced.select("article_id")).distinct().withColumnRenamed("article_id", "id");
    Dataset<Row> months = replaced
        .union(all.join(ids, all.col("article_id").equalTo(ids.col("id")), "left_semi"))
        .selectExpr("CAST(trunc(published_at, 'MM') AS DATE) AS month").distinct().sort("month");
    List<LocalDate> touched = new ArrayList<>();
    months.collectAsList().forEach(row -> touched.add(row.isNullAt(0) ? null : row.getLocalDate(0)));
    return touched;
  }

  /** The articles that count, of some months only. */
  public static Dataset<Row> counted(SparkSession spark, List<LocalDate> months) {
    Dataset<Row> wanted = spark.createDataset(
        months.stream().map(month -> RowFactory.create(new Object[] {month})).toList(),
        Encoders.row(new StructType().add("wanted", "date")));
    Dataset<Row> all = counted(spark);
    return all.join(org.apache.spark.sql.functions.broadcast(wanted), all.col("month").eqNullSafe(wanted.col("wanted")), "left_semi");
  }

  /** A mart's rows for the articles of view {@link #COUNTED}. */
  public static Dataset<Row> rows(SparkSession spark, Table mart, double minConfidence) {
    String sql = Resources.text("/marts/" + mart.word() + ".sql");
    return mart == Table.WHO_BUYS_WHAT ? spark.sql(sql, Map.of("min_confidence", minConfidence)) : spark.sql(sql);
  }
}
