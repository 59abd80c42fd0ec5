package dev.chipledger.table;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Makes rows of a table by the names of its columns, so that the DDL stays the only place that lists them. */
public final class RowShape implements Serializable {
  private final StructType schema;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private RowShape(StructType schema) {
    this.schema = schema;
    for (String column : schema.fieldNames()) {
      places.put(column, places.size());
    }
  }

  public static RowShape of(Table table) {
    return new RowShape(table.schema());
  }

  public StructType schema() {
    return schema;
  }

  /** A row to be filled; a column that is not set is null. */
  public Filling row() {
    return new Filling();
  }

  /** A row on its way. */
  public final class Filling {
    private final Object[] values = new Object[places.size()];

    /** @throws IllegalArgumentException if the table has no such column */
    public Filling set(String column, Object value) {
      Integer place = places.get(column);
      if (place == null) {
        throw new IllegalArgumentException("no column " + column + " among " + places.keySet());
      }
      values[place] = value;
      return this;
    }

    public Row done() {
      return RowFactory.create(values);
    }
  }
}
