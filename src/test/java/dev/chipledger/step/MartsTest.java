package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipledger.TestSpark;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Marts by rows in and rows out. */
class MartsTest {
  private static final LocalDate D1 = LocalDate.of(2024, 12, 12);
  private static final LocalDate D2 = LocalDate.of(2024, 12, 13);

  private final SparkSession spark = TestSpark.session();
  private final Map<Table, List<Row>> rows = new TreeMap<>();

  @Test
  void a_reprint_is_one_statement_of_two_publishers() {
    article(D1, "a1", "2024-12-02", "p1");
    article(D1, "a2", "2024-12-05", "p2");
    claim(D1, "a1", "c1", 0.9, "buy", "actual", Map.of("fingerprint", "f1", "quantity", 10L));
    claim(D1, "a2", "c2", 0.8, "buy", "actual", Map.of("fingerprint", "f1"));
    claim(D1, "a2", "c3", 0.7, "buy", "planned",
        Map.of("fingerprint", "f2", "start", 50, "quantity", 30L, "amount", 5.0, "amount_max", 9.0, "currency", "USD"));
    claim(D1, "a2", "c4", 0.7, "buy", "planned", Map.of("fingerprint", "f3", "start", 90, "amount", 1.0, "currency", "EUR"));
    claim(D1, "a2", "c5", 0.4, "buy", "denied", Map.of("fingerprint", "f4", "start", 99));
    Row only = mart(Table.WHO_BUYS_WHAT).get(0);
    assertThat(shown(only)).isEqualTo("2024-12-01 bytedance buy nvidia h20: 2 articles 3 statements 2 publishers");
    assertThat(only.<Instant>getAs("first_seen")).isEqualTo(Instant.parse("2024-12-02T00:00:00Z"));
    assertThat(only.<Instant>getAs("last_seen")).isEqualTo(Instant.parse("2024-12-05T00:00:00Z"));
    assertThat(only.<Long>getAs("actual")).isEqualTo(1);
    assertThat(only.<Long>getAs("planned")).isEqualTo(2);
    assertThat(only.<Long>getAs("denied")).isZero();
    assertThat(only.<Long>getAs("quantity_low")).isEqualTo(10);
    assertThat(only.<Long>getAs("quantity_high")).isEqualTo(30);
    assertThat(only.<Double>getAs("amount_usd_low")).isEqualTo(5.0);
    assertThat(only.<Double>getAs("amount_usd_high")).isEqualTo(9.0);
    assertThat(only.<Double>getAs("confidence")).isEqualTo(0.9);
    assertThat(only.getList(only.fieldIndex("example_claims"))).isEqualTo(List.of("c1", "c3", "c4"));
  }

  @Test
  void examples_are_five_and_the_surest() {
    article(D1, "a1", "2024-12-02", "p1");
    for (int i = 0; i < 8; i++) {
      claim(D1, "a1", "c" + i, 0.5 + i / 20.0, "buy", "actual", Map.of("fingerprint", "f" + i, "start", i * 10));
    }
    Row only = mart(Table.WHO_BUYS_WHAT).get(0);
    assertThat(only.getList(only.fieldIndex("example_claims"))).isEqualTo(List.of("c7", "c6", "c5", "c4", "c3"));
  }

  @Test
  void months_and_actions_and_unknown_parts_are_apart() {
    article(D1, "a1", "2024-11-30", "p1");
    article(D1, "a2", "2024-12-01", "p1");
    article(D1, "a3", null, null);
    claim(D1, "a1", "c1", 0.9, "buy", "actual", Map.of());
    claim(D1, "a2", "c2", 0.9, "use", "actual", Map.of());
    claim(D1, "a3", "c3", 0.9, "buy", "actual", Map.of("nulls", "vendor chip"));
    claim(D1, "a3", "c4", 0.9, "buy", "actual", Map.of("nulls", "vendor chip", "start", 5, "fingerprint", "f2"));
    assertThat(mart(Table.WHO_BUYS_WHAT)).extracting(MartsTest::shown).containsExactly(
        "2024-11-01 bytedance buy nvidia h20: 1 articles 1 statements 1 publishers",
        "2024-12-01 bytedance use nvidia h20: 1 articles 1 statements 1 publishers",
        "null bytedance buy null null: 1 articles 2 statements 0 publishers");
  }

  @Test
  void an_article_counts_once_as_its_latest_load_has_it() {
    article(D1, "a1", "2024-11-30", "p1");
    article(D2, "a1", "2024-12-01", "p1");
    claim(D1, "a1", "c1", 0.9, "buy", "actual", Map.of());
    claim(D2, "a1", "c2", 0.9, "rent", "actual", Map.of());
    assertThat(mart(Table.WHO_BUYS_WHAT)).extracting(MartsTest::shown)
        .containsExactly("2024-12-01 bytedance rent nvidia h20: 1 articles 1 statements 1 publishers");
    assertThat(mart(Table.COVERAGE)).extracting(Row::toString).hasSize(1);
  }

  @Test
  void a_load_touches_the_months_of_its_articles_wherever_they_stand() {
    article(D1, "a1", "2024-10-05", "p1");
    article(D1, "a2", "2024-09-05", "p1");
    article(D2, "a1", "2024-12-01", "p1");
    article(D2, "a3", null, "p1");
    List<Row> after = List.copyOf(rows.get(Table.ARTICLES));
    rows.clear();
    article(D2, "gone", "2024-11-07", "p1");
    List<Row> before = List.copyOf(rows.get(Table.ARTICLES));
    assertThat(Marts.touched(data(Table.ARTICLES, before), data(Table.ARTICLES, after), D2)).containsExactly(
        null, LocalDate.of(2024, 10, 1), LocalDate.of(2024, 11, 1), LocalDate.of(2024, 12, 1));
  }

  @Test
  void counted_articles_of_some_months_only() {
    article(D1, "a1", "2024-10-05", "p1");
    article(D1, "a2", "2024-11-05", "p1");
    article(D1, "a3", null, "p1");
    data(Table.ARTICLES, rows.get(Table.ARTICLES)).createOrReplaceTempView("articles");
    List<LocalDate> months = new ArrayList<>();
    months.add(null);
    months.add(LocalDate.of(2024, 11, 1));
    assertThat(Marts.counted(spark, months).collectAsList()).extracting(row -> row.getString(0)).containsExactlyInAnyOrder("a2", "a3");
  }

  @Test
  void co_mention_strength_by_hand() {
    // 100 articles; nvidia in 20, h20 in 10, together in 8.
    for (int i = 0; i < 100; i++) {
      article(D1, "a" + i, "2024-12-02", "p1");
      if (i < 20) {
        mention("a" + i, "nvidia", "company");
      }
      if (i < 8 || i >= 98) {
        mention("a" + i, "h20", "chip");
      }
      if (i < 8) {
        add(Table.CO_MENTIONS, Map.of("load_day", D1, "article_id", "a" + i, "company", "nvidia", "chip", "h20", "sentences_apart", 0, "tokens_apart", 1));
      }
    }
    Row only = mart(Table.CO_MENTION_TRENDS).get(0);
    assertThat(only.<Long>getAs("articles")).isEqualTo(8);
    assertThat(only.<Double>getAs("share")).isEqualTo(0.08);
    // 2 (8 ln(8·100/(20·10)) + 12 ln(12·100/(20·90)) + 2 ln(2·100/(80·10)) + 78 ln(78·100/(80·90)))
    double g2 = 2 * (8 * Math.log(4) + 12 * Math.log(2.0 / 3) + 2 * Math.log(0.25) + 78 * Math.log(7800.0 / 7200));
    assertThat(only.<Double>getAs("log_likelihood_ratio")).isCloseTo(g2, within(1e-9));
    assertThat(only.<Double>getAs("npmi")).isCloseTo(Math.log(4) / -Math.log(0.08), within(1e-9));
  }

  @Test
  void a_pair_in_every_article_is_npmi_1_and_no_evidence() {
    article(D1, "a1", "2024-12-02", "p1");
    mention("a1", "nvidia", "company");
    mention("a1", "chips", "chip_word");
    add(Table.CO_MENTIONS, Map.of("load_day", D1, "article_id", "a1", "company", "nvidia", "sentences_apart", 0, "tokens_apart", 1));
    Row only = mart(Table.CO_MENTION_TRENDS).get(0);
    assertThat(only.isNullAt(only.fieldIndex("chip"))).isTrue();
    assertThat(only.<Double>getAs("npmi")).isEqualTo(1.0);
    assertThat(only.<Double>getAs("log_likelihood_ratio")).isZero();
  }

  @Test
  void coverage_counts_repeated_records_once() {
    article(D1, "a1", "2024-12-02", "p1");
    article(D1, "a1", "2024-12-02", "p1", "repeated");
    article(D1, "a2", "2024-12-02", "p1", "not_english");
    article(D1, "a4", "2024-12-02", "p1", "not_read");
    article(D1, "a3", "2024-12-02", null);
    claim(D1, "a1", "c1", 0.1, "buy", "actual", Map.of());
    assertThat(mart(Table.COVERAGE)).extracting(row -> row.mkString(" ")).containsExactlyInAnyOrder(
        "2024-12-01 p1 3 1 1", "2024-12-01 null 1 1 0");
  }

  private List<Row> mart(Table mart) {
    for (Table table : List.of(Table.ARTICLES, Table.CLAIMS, Table.SENTENCES, Table.MENTIONS, Table.CO_MENTIONS)) {
      data(table, rows.getOrDefault(table, List.of())).createOrReplaceTempView(table.word());
    }
    Marts.counted(spark).createOrReplaceTempView(Marts.COUNTED);
    Dataset<Row> built = Marts.rows(spark, mart, 0.5);
    assertThat(built.columns()).containsExactlyInAnyOrder(mart.schema().fieldNames());
    return built.orderBy(org.apache.spark.sql.functions.col("month").asc_nulls_last()).collectAsList();
  }

  private static String shown(Row row) {
    return List.of("month", "buyer", "action", "vendor", "chip").stream()
        .map(column -> String.valueOf(row.<Object>getAs(column))).collect(Collectors.joining(" "))
        + ": " + row.getAs("articles") + " articles " + row.getAs("statements") + " statements " + row.getAs("publishers") + " publishers";
  }

  private void article(LocalDate day, String id, String published, String publisher, String... flags) {
    RowShape.Filling row = RowShape.of(Table.ARTICLES).row()
        .set("load_day", day).set("article_id", id).set("text", "x").set("flags", flags).set("publisher", publisher)
        .set("published_at", published == null ? null : Instant.parse(published + "T00:00:00Z"));
    rows.computeIfAbsent(Table.ARTICLES, t -> new ArrayList<>()).add(row.done());
  }

  private void mention(String article, String entity, String kind) {
    add(Table.MENTIONS, Map.of("load_day", D1, "article_id", article, "entity_id", entity, "kind", kind));
  }

  /** A claim and its sentence; more sets columns of either, nulls names those to empty. */
  private void claim(
      LocalDate day, String article, String id, double confidence, String action, String status, Map<String, Object> more) {
    Map<String, Object> claim = new TreeMap<>(Map.of("load_day", day, "article_id", article, "claim_id", id, "buyer", "bytedance",
        "vendor", "nvidia", "chip", "h20", "action", action, "status", status, "confidence", confidence));
    claim.putAll(Map.of("field", "text", "start", 0));
    claim.putAll(more);
    Object fingerprint = claim.remove("fingerprint");
    Object nulls = claim.remove("nulls");
    if (nulls != null) {
      List.of(nulls.toString().split(" ")).forEach(claim::remove);
    }
    add(Table.CLAIMS, claim);
    add(Table.SENTENCES, Map.of("load_day", day, "article_id", article, "field", "text", "start", claim.get("start"),
        "fingerprint", fingerprint == null ? "f" : fingerprint));
  }

  private void add(Table table, Map<String, Object> values) {
    RowShape.Filling row = RowShape.of(table).row();
    values.forEach(row::set);
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row.done());
  }

  private Dataset<Row> data(Table table, List<Row> some) {
    return spark.createDataset(some, Encoders.row(table.schema()));
  }
}
