package dev.chipledger.step;

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

/** Rows of the lexicon's companies and chips: thousands, so the driver holds them. */
public final class EntityRows {
  private EntityRows() {}

  /** Rows of table companies. */
  public static Dataset<Row> companies(SparkSession spark, Collection<Company> companies) {
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
    return spark.createDataset(rows, Encoders.row(shape.schema())).coalesce(1);
  }

  /** Rows of table chips. */
  public static Dataset<Row> chips(SparkSession spark, Collection<Chip> chips) {
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
    return spark.createDataset(rows, Encoders.row(shape.schema())).coalesce(1);
  }
}
