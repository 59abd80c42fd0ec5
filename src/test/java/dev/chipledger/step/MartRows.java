package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.table.Resources;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Rows to put into a mart, few words each, and the mart's rows as lines of text. */
final class MartRows {
  static final double MIN_CONFIDENCE = 0.5;
  static final LocalDate DAY = LocalDate.of(2025, 1, 1);

  private final SparkSession spark = TestSpark.session();
  private final Map<Table, List<Row>> rows = new EnumMap<>(Table.class);
  private final Map<String, Instant> published = new TreeMap<>();
  private final List<Row> sourceNames = new ArrayList<>();
  private int starts;

  /** Column and value, column and value …; a value may be null. */
  static Map<String, Object> of(Object... pairs) {
    Map<String, Object> values = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }

  /**
   * An article that counts.
   *
   * @param day when it was published, or null
   * @param owner also its publisher, or null
   */
  void story(String article, String day, String owner) {
    story(article, day, owner, Map.of());
  }

  /** @param more columns of stories that differ */
  void story(String article, String day, String owner, Map<String, Object> more) {
    Instant at = day == null ? null : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    published.put(article, at == null ? Instant.MAX : at);
    Map<String, Object> story = of("article_id", article, "load_day", DAY, "published_at", at, "month", month(at),
        "publisher", owner == null ? null : owner + ".example", "owner", owner, "is_read", true);
    story.putAll(more);
    add(Table.STORIES, story);
  }

  /** A sentence of an article already there, in which it says that ByteDance has bought Nvidia's H20. */
  void claim(String article, String statement, String claim) {
    claim(article, statement, claim, Map.of());
  }

  /**
   * @param more columns of claims that differ; first_seen (a day) and furniture of the sentence; start of a sentence that
   *     already is there
   */
  void claim(String article, String statement, String claim, Map<String, Object> more) {
    Map<String, Object> values = of("load_day", DAY, "article_id", article, "claim_id", claim, "buyer", "bytedance", "action", "buy",
        "vendor", "nvidia", "chip", "h20", "status", "actual", "restricted_to", false, "hedged", false, "confidence", 0.9,
        "field", "text");
    values.putAll(more);
    Object furniture = values.remove("furniture");
    Object firstSeen = values.remove("first_seen");
    if (!values.containsKey("start")) {
      values.put("start", sentence(article, statement, (String) firstSeen, (String) furniture));
    }
    add(Table.CLAIMS, values);
  }

  /** A sentence and what it names, as in company:nvidia. */
  void sentence(String article, String statement, String firstSeen, String furniture, String... entities) {
    int start = sentence(article, statement, firstSeen, furniture);
    add(Table.SENTENCES, of("load_day", DAY, "article_id", article, "field", "text", "start", start, "entities", entities));
  }

  private int sentence(String article, String statement, String firstSeen, String furniture) {
    Instant at = published.get(article);
    Instant seen = firstSeen != null ? LocalDate.parse(firstSeen).atStartOfDay(ZoneOffset.UTC).toInstant() : at == Instant.MAX ? null : at;
    add(Table.STATEMENTS, of("month", at == Instant.MAX ? null : month(at), "load_day", DAY, "article_id", article, "field", "text",
        "start", ++starts, "statement_id", statement, "first_seen", seen, "furniture", furniture));
    return starts;
  }

  /** The start of the sentence that was added last. */
  int lastStart() {
    return starts;
  }

  void coMention(String article, String company, String chip, int apart) {
    add(Table.CO_MENTIONS, of("load_day", DAY, "article_id", article, "company", company, "chip", chip, "sentences_apart", apart));
  }

  void chip(String chip, String kind) {
    add(Table.CHIPS, of("chip_id", chip, "kind", kind));
  }

  /** Sentences call an owner by a name. */
  void sourceName(String name, String owner) {
    sourceNames.add(RowFactory.create(name, owner));
  }

  void add(Table table, Map<String, Object> values) {
    RowShape.Filling row = RowShape.of(table).row();
    values.forEach(row::set);
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row.done());
  }

  /** The view said, and all that marts read beside it. */
  Dataset<Row> said() {
    for (Table table : List.of(Table.STORIES, Table.STATEMENTS, Table.CLAIMS, Table.SENTENCES, Table.CO_MENTIONS, Table.CHIPS)) {
      spark.createDataset(rows.getOrDefault(table, List.of()), Encoders.row(table.schema())).createOrReplaceTempView(table.word());
    }
    spark.createDataset(sourceNames, Encoders.row(StructType.fromDDL("name STRING, owner STRING"))).createOrReplaceTempView("source_names");
    Dataset<Row> said = Marts.said(spark, MIN_CONFIDENCE);
    said.createOrReplaceTempView(Marts.SAID);
    return said;
  }

  /** A mart's rows; of its columns those named, as a line of text, in the order of the lines. */
  List<String> lines(Table mart, String columns) {
    said();
    Marts.rows(spark, Table.CLAIM_TIMELINE).createOrReplaceTempView(Table.CLAIM_TIMELINE.word());
    Dataset<Row> built = Marts.rows(spark, mart);
    // What overwrites the table must have its columns, of its types.
    assertThat(built.schema().fields()).extracting(field -> field.name() + " " + field.dataType().sql())
        .containsExactlyInAnyOrder(Arrays.stream(mart.schema().fields())
            .map(field -> field.name() + " " + field.dataType().sql()).toArray(String[]::new));
    return lines(built, columns);
  }

  /** The rows of a question of resources/questions, in its order, as lines of text. */
  List<String> answer(String question, Map<String, Object> parameters) {
    said();
    Marts.rows(spark, Table.CLAIM_TIMELINE).createOrReplaceTempView(Table.CLAIM_TIMELINE.word());
    return spark.sql(Resources.text("/questions/" + question + ".sql"), parameters).collectAsList().stream().map(MartRows::line).toList();
  }

  static List<String> lines(Dataset<Row> rows, String columns) {
    return rows.selectExpr(columns.split(" ")).collectAsList().stream().map(MartRows::line).sorted().toList();
  }

  private static String line(Row row) {
    return IntStream.range(0, row.size()).mapToObj(i -> {
      if (row.isNullAt(i)) {
        return "-";
      }
      Object value = row.get(i);
      return value instanceof scala.collection.Seq ? row.getList(i).stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))
          : value instanceof Instant at ? at.atZone(ZoneOffset.UTC).toLocalDate().toString()
          : value.toString();
    }).collect(Collectors.joining(" "));
  }

  private static LocalDate month(Instant at) {
    return at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }
}
