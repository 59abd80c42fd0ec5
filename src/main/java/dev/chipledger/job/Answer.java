package dev.chipledger.job;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The rows of a query, printed as they come: an answer may be larger than memory. */
final class Answer {
  /** How to print. */
  enum Form { TABLE, CSV, TSV, JSON }

  /** Column widths are taken from so many rows; a longer value later on pushes its row to the right. */
  private static final int MEASURED = 1_000;
  private static final int WIDEST = 200;

  private final Dataset<Row> rows;

  Answer(Dataset<Row> rows) {
    this.rows = rows;
  }

  void print(Form form, PrintStream out) {
    switch (form) {
      case JSON -> rows.toJSON().toLocalIterator().forEachRemaining(out::println);
      case CSV -> csv(out);
      case TSV -> tsv(out);
      case TABLE -> table(out);
    }
  }

  private void csv(PrintStream out) {
    out.println(csvLine(List.of(rows.columns())));
    strings(rows).toLocalIterator().forEachRemaining(row -> out.println(csvLine(values(row))));
  }

  /** A null is empty, an empty text is "". */
  static String csvLine(List<String> values) {
    StringJoiner line = new StringJoiner(",");
    for (String value : values) {
      boolean quote = value != null && (value.isEmpty() || value.matches("(?s).*[\",\\r\\n].*"));
      line.add(value == null ? "" : quote ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
    return line.toString();
  }

  /** As lexicon files are written: nothing is quoted, so that a tab or line end inside a value becomes a space. */
  private void tsv(PrintStream out) {
    out.println(String.join("\t", rows.columns()));
    strings(rows).toLocalIterator().forEachRemaining(row -> out.println(
        values(row).stream().map(value -> value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ")).collect(Collectors.joining("\t"))));
  }

  private void table(PrintStream out) {
    Iterator<Row> all = strings(rows).toLocalIterator();
    List<List<String>> first = new ArrayList<>();
    first.add(List.of(rows.columns()));
    while (all.hasNext() && first.size() <= MEASURED) {
      first.add(cells(all.next()));
    }
    int[] widths = new int[rows.columns().length];
    for (List<String> line : first) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
    }
    long count = 0;
    for (List<String> line : first) {
      out.println(tableLine(line, widths));
      if (count++ == 0) {
        out.println(tableLine(java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths));
      }
    }
    while (all.hasNext()) {
      out.println(tableLine(cells(all.next()), widths));
      count++;
    }
    out.printf("(%,d %s)%n", count - 1, count == 2 ? "row" : "rows");
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (String value : values(row)) {
      String cell = value == null ? "" : value.replaceAll("[\\p{Cntrl}]+", " ");
      cells.add(cell.codePointCount(0, cell.length()) <= WIDEST
          ? cell
          : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…");
    }
    return cells;
  }

  private static String tableLine(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).append(" ".repeat(Math.max(0, widths[i] - length(cells.get(i))))).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static List<String> values(Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(row.isNullAt(i) ? null : row.getString(i));
    }
    return values;
  }

  /** Every column as SQL writes it. */
  private static Dataset<Row> strings(Dataset<Row> rows) {
    List<org.apache.spark.sql.Column> columns = new ArrayList<>();
    String[] names = new String[rows.columns().length];
    for (int i = 0; i < names.length; i++) {
      names[i] = "c" + i; // a query may name two columns alike
    }
    Dataset<Row> named = rows.toDF(names);
    DataType text = DataTypes.StringType;
    for (String name : names) {
      columns.add(functions.col(name).cast(text).as(name));
    }
    return named.select(columns.toArray(org.apache.spark.sql.Column[]::new));
  }
}
