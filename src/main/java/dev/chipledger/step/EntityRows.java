package dev.chipledger.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.Company;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows of companies and chips: the lexicon's, thousands, which the driver holds; and what the mentions of all days know and the lexicon
 * does not, provisional. So an id that the lexicon lists later is no longer provisional, whichever day it was found on.
 */
public final class EntityRows {
  private EntityRows() {}

  /**
   * Rows of table companies.
   *
   * @param mentions of all days
   */
  public static Dataset<Row> companies(SparkSession spark, Collection<Company> companies, Dataset<Row> mentions) {
    RowShape shape = RowShape.of(Table.COMPANIES);
    List<Row> rows = companies.stream().map(c -> shape.row()
        .set("company_id", c.id())
        .set("name", c.names().get(0))
        .set("names", Stream.concat(c.names().stream(), c.brands().stream()).distinct().toArray(String[]::new))
        .set("ticker", c.ticker())
        .set("country", c.country())
        .set("parent", c.parent())
        .set("kind", c.kinds().isEmpty() ? null : String.join(",", c.kinds().stream().sorted().toList()))
        .set("provisional", false)
        .done()).toList();
    return withProvisional(spark.createDataset(rows, Encoders.row(shape.schema())), "company", mentions);
  }

  /**
   * Rows of table chips.
   *
   * @param mentions of all days
   */
  public static Dataset<Row> chips(SparkSession spark, Collection<Chip> chips, Dataset<Row> mentions) {
    RowShape shape = RowShape.of(Table.CHIPS);
    List<Row> rows = chips.stream().map(c -> shape.row()
        .set("chip_id", c.id())
        .set("name", c.names().get(0))
        .set("names", c.names().toArray(String[]::new))
        .set("vendor", c.vendor())
        .set("family", c.family())
        .set("kind", c.kind())
        .set("year", c.year())
        .set("provisional", false)
        .done()).toList();
    return withProvisional(spark.createDataset(rows, Encoders.row(shape.schema())), "chip", mentions);
  }

  /** The lexicon's rows and the provisional ones, whose name to show is the one most often written. */
  private static Dataset<Row> withProvisional(Dataset<Row> listed, String kind, Dataset<Row> mentions) {
    String id = kind + "_id";
    Dataset<Row> found = mentions
        .where(col("provisional").and(col("kind").equalTo(kind)))
        .groupBy("entity_id", "surface").agg(expr("count(*) AS times"), expr("min(vendor) AS vendor"))
        .groupBy("entity_id")
        .agg(
            expr("max(struct(times, surface)).surface AS name"), expr("array_sort(collect_set(surface)) AS names"),
            expr("min(vendor) AS vendor"), lit(true).as("provisional"))
        .withColumnRenamed("entity_id", id)
        .join(listed.select(id), id, "left_anti");
    Dataset<Row> fitting = kind.equals("chip") ? found : found.drop("vendor");
    return listed.unionByName(fitting, true).coalesce(1);
  }
}
