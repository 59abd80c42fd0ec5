package dev.chipledger.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.chipledger.table.Resources;
import dev.chipledger.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The marts, each a SQL file over the tables' plain names. */
public final class Marts {
  /** In an order in which they can be built: {@link Table#SUPPLIER_SHIFT} reads {@link Table#CLAIM_TIMELINE}. */
  public static final List<Table> TABLES = List.of(
      Table.WHO_BUYS_WHAT, Table.BUYER_RANK, Table.CLAIM_TIMELINE, Table.SUPPLIER_SHIFT, Table.CO_MENTION_TRENDS,
      Table.RESTRICTIONS, Table.DISAGREEMENTS, Table.COVERAGE);

  /** The view of claims that count, which most marts read. */
  public static final String SAID = "said";

  /** Months before its own that {@link Table#SUPPLIER_SHIFT} looks back on, as marts/supplier_shift.sql has it. */
  public static final int MONTHS_BACK = 5;

  private Marts() {}

  /**
   * Makes the views that the marts read, of some months only: stories and statements, and of the day tables the days that
   * their articles were loaded on, so that a run doesn't look at all that was ever loaded.
   *
   * @param table a table as it will be
   * @return the rows of view {@link #SAID}
   */
  public static Dataset<Row> views(SparkSession spark, Function<Table, Dataset<Row>> table, List<LocalDate> months, double minConfidence) {
    for (Table derived : List.of(Table.STORIES, Table.STATEMENTS)) {
      only(table.apply(derived), months).createOrReplaceTempView(derived.word());
    }
    Object[] days = spark.table(Table.STORIES.word()).select("load_day").distinct().collectAsList().stream().map(row -> row.get(0)).toArray();
    for (Table loaded : List.of(Table.SENTENCES, Table.CLAIMS, Table.MENTIONS, Table.CO_MENTIONS)) {
      table.apply(loaded).where(col("load_day").isin(days)).createOrReplaceTempView(loaded.word());
    }
    StatementStep.sourceNames(spark).createOrReplaceTempView("source_names");
    return said(spark, minConfidence);
  }

  /** Months of a mart that change where something is said in some months. */
  public static List<LocalDate> monthsOf(Table mart, List<LocalDate> months) {
    return mart == Table.SUPPLIER_SHIFT ? around(months, 0, MONTHS_BACK) : months;
  }

  /** The query behind {@link #SAID}, over views stories, statements, claims and source_names. */
  public static Dataset<Row> said(SparkSession spark, double minConfidence) {
    return spark.sql(Resources.text("/marts/" + SAID + ".sql"), Map.of("min_confidence", minConfidence));
  }

  /**
   * Months of publication whose marts change with loads: those of its articles, of the articles it replaces, and
   * of the same articles in other loads, since of each only the latest load counts.
   *
   * @param before articles as readers see them now
   * @param after articles of all days as they will be
   * @param days load days that are replaced
   * @param window days: what is printed so long before a month or after it is looked at too
   * @return first days, with null for articles without a date; at most a few hundred
   */
  public static List<LocalDate> touched(Dataset<Row> before, Dataset<Row> after, List<LocalDate> days, int window) {
    Column loaded = col("load_day").isin(days.toArray());
    Dataset<Row> replaced = before.where(loaded).select("article_id", "published_at");
    Dataset<Row> all = after.select("article_id", "published_at");
    Dataset<Row> ids = after.where(loaded).select("article_id")
        .union(replaced.select("article_id")).distinct().withColumnRenamed("article_id", "id");
    Dataset<Row> months = replaced
        .union(all.join(ids, all.col("article_id").equalTo(ids.col("id")), "left_semi"))
        .selectExpr(String.format("explode(array(date_sub(published_at, %1$d), CAST(published_at AS DATE), date_add(published_at, %1$d))) AS day", window))
        .selectExpr("CAST(trunc(day, 'MM') AS DATE) AS month").distinct().sort("month");
    List<LocalDate> touched = new ArrayList<>();
    months.collectAsList().forEach(row -> touched.add(row.isNullAt(0) ? null : row.getLocalDate(0)));
    return touched;
  }

  /**
   * Rows of some months.
   *
   * @param rows with a column month
   * @param months first days; null stands for the rows without a month
   */
  public static Dataset<Row> only(Dataset<Row> rows, List<LocalDate> months) {
    Column wanted = lit(false);
    for (LocalDate month : months) {
      wanted = wanted.or(month == null ? col("month").isNull() : col("month").equalTo(lit(month)));
    }
    return rows.where(wanted);
  }

  /**
   * Months with their neighbours, in order; without the null, which has none.
   *
   * @param back how many months before each
   * @param ahead how many after each
   */
  public static List<LocalDate> around(List<LocalDate> months, int back, int ahead) {
    TreeSet<LocalDate> around = new TreeSet<>();
    for (LocalDate month : months) {
      for (int i = -back; month != null && i <= ahead; i++) {
        around.add(month.plusMonths(i));
      }
    }
    return List.copyOf(around);
  }

  /**
   * A mart's rows, for whatever the views that it reads hold: the head of its file names them.
   */
  public static Dataset<Row> rows(SparkSession spark, Table mart) {
    return spark.sql(Resources.text("/marts/" + mart.word() + ".sql"));
  }
}
