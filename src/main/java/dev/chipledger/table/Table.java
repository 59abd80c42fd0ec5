package dev.chipledger.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/** The tables of a warehouse. What their columns are stands in resources/tables, one DDL file each. */
public enum Table {
  ARTICLES(Kind.DAY),
  REJECTS(Kind.DAY),
  LOADS(Kind.DAY),
  MENTIONS(Kind.DAY),
  CO_MENTIONS(Kind.DAY),
  SENTENCES(Kind.DAY),
  CLAIMS(Kind.DAY),
  COMPANIES(Kind.WHOLE),
  CHIPS(Kind.WHOLE),
  STORIES(Kind.MONTH),
  STATEMENTS(Kind.MONTH),
  WHO_BUYS_WHAT(Kind.MONTH),
  BUYER_RANK(Kind.MONTH),
  CLAIM_TIMELINE(Kind.MONTH),
  SUPPLIER_SHIFT(Kind.MONTH),
  CO_MENTION_TRENDS(Kind.MONTH),
  RESTRICTIONS(Kind.MONTH),
  DISAGREEMENTS(Kind.MONTH),
  COVERAGE(Kind.MONTH),
  RUNS(Kind.LOG),
  FAILURES(Kind.LOG);

  /** What a load replaces of a table. */
  public enum Kind {
    /** The rows of its load_day. */
    DAY,
    /** Everything. */
    WHOLE,
    /** The months of publication that its articles touch: what is derived, marts among it. */
    MONTH,
    /** Nothing: it appends. */
    LOG
  }

  private final Kind kind;

  Table(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The plain name, as in SQL: who_buys_what. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<Table> of(Kind kind) {
    return Arrays.stream(values()).filter(table -> table.kind == kind).toList();
  }

  /** Every table but the logs: those that a run stages, and that runs names the snapshots of. */
  public static List<Table> staged() {
    return Arrays.stream(values()).filter(table -> table.kind != Kind.LOG).toList();
  }

  /** The CREATE TABLE statement. */
  String ddl(String namespace) {
    return Resources.text("/tables/" + word() + ".sql").replace("${namespace}", namespace);
  }

  /** The columns as the DDL names them, nullable all. */
  public StructType schema() {
    String ddl = ddl("x");
    return StructType.fromDDL(ddl.substring(ddl.indexOf(" (\n") + 2, ddl.indexOf("\n)\nUSING iceberg")));
  }
}
