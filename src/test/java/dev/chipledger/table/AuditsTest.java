package dev.chipledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipledger.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AuditsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 30);

  private final SparkSession spark = TestSpark.session();

  @TempDir
  private Path folder;

  @BeforeEach
  void noRows() {
    for (Table table : Table.staged()) {
      spark.createDataset(List.<Row>of(), Encoders.row(table.schema())).createOrReplaceTempView(table.word());
    }
  }

  /** Days before are alike; then comes the day that is audited. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/table/usual-days.csv", numLinesToSkip = 1)
  void a_day_unlike_the_weeks_before_is_held_back(
      String name, int daysBefore, int articles, int rejects, int claims, int articlesToday, int rejectsToday, int claimsToday, String publisher, String offends) {
    String days = String.join(" UNION ALL ", IntStream.rangeClosed(0, daysBefore).mapToObj(back -> String.format(
        "SELECT DATE'%s' AS load_day, '%s' AS publisher, %d AS articles, %d AS rejects, %d AS claims",
        DAY.minusDays(back), back == 0 ? publisher : "known", back == 0 ? articlesToday : articles, back == 0 ? rejectsToday : rejects,
        back == 0 ? claimsToday : claims)).toList());
    view("loads", "SELECT load_day, 'f' AS file, articles + rejects AS records, articles, rejects, 0 AS skipped FROM (" + days + ")");
    view("articles", "SELECT load_day, publisher, explode(sequence(1, articles)) FROM (" + days + ") WHERE articles > 0");
    view("claims", "SELECT load_day, explode(sequence(1, claims)) FROM (" + days + ") WHERE claims > 0");
    for (String audit : List.of("articles_as_usual", "rejects_as_usual", "claims_as_usual", "publishers_known")) {
      long rows = spark.sql(Resources.text("/audits/" + audit + ".sql"), Map.of("load_day", DAY)).count();
      assertThat(rows > 0).as(audit).isEqualTo(audit.equals(offends));
    }
  }

  private void view(String table, String sql) {
    spark.sql(sql).createOrReplaceTempView(table);
  }

  @Test
  void what_offends_is_named_with_rows_and_how_to_look_closer_unless_it_is_accepted() throws IOException {
    Files.writeString(folder.resolve("no_nvidia.sql"), """
        -- Parameter: load_day.
        -- Look closer: SELECT * FROM claims WHERE load_day = :load_day
        SELECT id FROM range(4) WHERE :load_day = DATE'2024-12-30'
        """);
    assertThatThrownBy(() -> Audits.of(folder, Set.of()).run(spark, List.of(DAY))).isInstanceOf(CheckFailed.class).hasMessage(
        "audit no_nvidia of day 2024-12-30 found 4 offending rows, such as {\"id\":0} {\"id\":1} {\"id\":2};"
            + " look closer: jobs/sql.sh -e \"SELECT * FROM claims WHERE load_day = DATE'2024-12-30'\";"
            + " nothing was shown; load it all the same with --accept no_nvidia");
    assertThat(Audits.of(folder, Set.of()).run(spark, List.of(DAY.minusDays(1)))).containsEntry("no_nvidia", 0L).containsKey("spans_reproduce");
    assertThat(Audits.of(folder, Set.of("no_nvidia")).run(spark, List.of(DAY.minusDays(1), DAY))).containsEntry("no_nvidia", 4L);
  }

  @Test
  void mistakes_are_told() throws IOException {
    assertThatThrownBy(() -> Audits.of(null, Set.of("x"))).isInstanceOf(UserMistake.class).hasMessageStartingWith("no audit x to --accept; there are articles_as_usual, ");
    assertThatThrownBy(() -> Audits.of(folder, Set.of())).isInstanceOf(UserMistake.class).hasMessageContaining("no .sql file in");
    assertThatThrownBy(() -> Audits.of(folder.resolve("none"), Set.of())).isInstanceOf(UserMistake.class).hasMessageContaining("can't read");
    Files.writeString(folder.resolve("bad.sql"), "SELECT nothing FROM nowhere");
    Audits bad = Audits.of(folder, Set.of());
    assertThatThrownBy(() -> bad.run(spark, List.of(DAY))).isInstanceOf(UserMistake.class).hasMessageContaining("audit bad is no query");
  }
}
