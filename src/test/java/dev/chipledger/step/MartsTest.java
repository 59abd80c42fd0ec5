package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which articles and months marts are built of, and the form of their files; each mart's rows have a test of their own. */
class MartsTest {
  private static final List<Table> MARTS = Marts.TABLES;
  private static final LocalDate D1 = LocalDate.of(2024, 12, 12);
  private static final LocalDate D2 = LocalDate.of(2024, 12, 13);
  private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 1);

  private final SparkSession spark = TestSpark.session();

  @Test
  void a_load_touches_the_months_of_its_articles_wherever_they_stand() {
    Dataset<Row> after = articles(
        article(D1, "a1", "2024-10-05"), article(D1, "a2", "2024-09-05"), article(D2, "a1", "2024-12-01"), article(D2, "a3", null));
    Dataset<Row> before = articles(article(D2, "gone", "2024-11-07"));
    assertThat(Marts.touched(before, after, List.of(D2), 0)).containsExactly(null, LocalDate.of(2024, 10, 1), NOVEMBER, DECEMBER);
  }

  @Test
  void what_is_printed_near_the_end_of_a_month_touches_the_next() {
    Dataset<Row> none = articles();
    Dataset<Row> after = articles(article(D1, "a1", "2024-11-24"), article(D1, "a2", "2024-10-08"));
    assertThat(Marts.touched(none, after, List.of(D1), 7)).containsExactly(LocalDate.of(2024, 10, 1), NOVEMBER, DECEMBER);
    assertThat(Marts.touched(none, after, List.of(D1), 6)).containsExactly(LocalDate.of(2024, 10, 1), NOVEMBER);
  }

  @Test
  void months_around_months() {
    assertThat(Marts.around(Arrays.asList(null, DECEMBER, NOVEMBER), 1, 2)).containsExactly(
        LocalDate.of(2024, 10, 1), NOVEMBER, DECEMBER, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1));
    assertThat(Marts.around(Arrays.asList((LocalDate) null), 1, 2)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("MARTS")
  void a_marts_file_opens_with_its_question_and_has_an_example(Table mart) throws IOException {
    List<String> head = Files.readAllLines(Path.of("src/main/resources/marts/" + mart.word() + ".sql")).stream()
        .takeWhile(line -> line.startsWith("--")).toList();
    assertThat(head.get(0)).endsWith("?");
    assertThat(head).anyMatch(line -> line.startsWith("-- Columns: tables/" + mart.word() + ".sql."));
    assertThat(head).anyMatch(line -> line.startsWith("-- Example: "));
  }

  @ParameterizedTest
  @FieldSource("MARTS")
  void a_marts_example_is_a_query(Table mart) throws IOException {
    MARTS.forEach(table -> spark.createDataset(List.<Row>of(), Encoders.row(table.schema())).createOrReplaceTempView(table.word()));
    String example = String.join("\n", Files.readAllLines(Path.of("src/main/resources/marts/" + mart.word() + ".sql")).stream()
        .dropWhile(line -> !line.startsWith("-- Example: ")).skip(1).takeWhile(line -> line.startsWith("--   "))
        .map(line -> line.substring(2)).toList());
    assertThat(spark.sql(example).collectAsList()).isEmpty();
  }

  @Test
  void every_file_is_a_mart_or_a_view() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/marts"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".sql", ""))).containsExactlyInAnyOrderElementsOf(
          Stream.concat(Marts.TABLES.stream().map(Table::word), Stream.of(Marts.SAID)).toList());
    }
  }

  private static Row article(LocalDate day, String id, String published, String... flags) {
    return RowShape.of(Table.ARTICLES).row()
        .set("load_day", day).set("article_id", id).set("text", "x").set("flags", flags).set("publisher", "p1")
        .set("published_at", published == null ? null : Instant.parse(published + "T00:00:00Z")).done();
  }

  private Dataset<Row> articles(Row... rows) {
    return spark.createDataset(List.of(rows), Encoders.row(Table.ARTICLES.schema()));
  }
}
