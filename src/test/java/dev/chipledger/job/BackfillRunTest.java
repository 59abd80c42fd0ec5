package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.table.Audits;
import dev.chipledger.table.Table;
import dev.chipledger.table.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillRunTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 12, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 4);
  private static final String GOOD = "{\"url\":\"https://news.example/%d\",\"published\":\"2024-12-0%1$d\",\"text\":\"Meta bought Nvidia chips.\"}\n";

  @TempDir
  private Path folder;

  private SparkSession spark;

  @Test
  void a_bad_day_is_listed_the_others_load_and_load_no_second_time_and_status_tells() throws IOException {
    spark = TestSpark.session(folder.resolve("w"));
    Files.writeString(folder.resolve("2024-12-01.jsonl"), String.format(GOOD, 1));
    Files.writeString(folder.resolve("2024-12-02.jsonl"), "broken\n".repeat(11));
    Files.writeString(folder.resolve("2024-12-04.jsonl"), String.format(GOOD, 4));

    assertThat(plan()).contains("2024-12-01 to load: 1 files", "2024-12-03 no input", "Dry run: nothing was read or written.");
    assertThat(folder.resolve("w")).doesNotExist();

    assertThat(load(false))
        .contains("2024-12-01 loaded: 1 records, 1 articles", "2024-12-02 bad: 11 of 11 records can't be used", "2024-12-03 no input",
            "2024-12-04 loaded", "2 days loaded, 1 days without input, 1 days bad", "false");

    WarehouseStatus status = status("2024-12-07T02:00:00Z");
    assertThat(status.days()).isEqualTo(2);
    assertThat(status.missing()).extracting(WarehouseStatus.Span::toString).containsExactly("2024-12-02 to 2024-12-03, 2 days");
    assertThat(status.late()).hasToString("2024-12-05 to 2024-12-06, 2 days");
    assertThat(status.failed()).hasSize(1).hasEntrySatisfying(FIRST.plusDays(1), why -> assertThat(why).startsWith("11 of 11 records"));
    assertThat(status.tables().get(Table.ARTICLES.word()).rows()).isEqualTo(2);
    assertThat(status.json()).contains("\"missing\":[{\"from\":\"2024-12-02\",\"to\":\"2024-12-03\",\"days\":2}]", "\"run_id\":", "-backfill\"");

    // Mended and moved: the bad day is loaded, the others are known by their bytes.
    Files.writeString(folder.resolve("2024-12-02.jsonl"), String.format(GOOD, 2));
    Files.move(folder.resolve("2024-12-04.jsonl"), folder.resolve("2024-12-04-moved.jsonl"));
    assertThat(load(false)).contains("2024-12-01 loaded before from the same files", "2024-12-02 loaded: 1 records", "2024-12-04 loaded before", "true");
    status = status("2024-12-05T23:59:59Z");
    assertThat(status.failed()).isEmpty();
    assertThat(status.late()).isNull();

    // Of the same length, but other bytes.
    Files.writeString(folder.resolve("2024-12-01.jsonl"), String.format(GOOD, 5));
    assertThat(load(false)).contains("2024-12-01 loaded: 1 records", "1 days loaded, 2 days loaded before from the same files, 1 days without input");
  }

  private WarehouseStatus status(String now) {
    return WarehouseStatus.of(new Warehouse(spark, folder.resolve("w").toString()), Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).orElseThrow();
  }

  private String plan() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean good = run(false, out).plan(FIRST, LAST);
    return out.toString(UTF_8) + good;
  }

  private String load(boolean force) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean good = run(force, out).load(FIRST, LAST);
    return out.toString(UTF_8) + good;
  }

  private BackfillRun run(boolean force, ByteArrayOutputStream out) {
    String warehouse = folder.resolve("w").toString();
    NightlyRun.Settings settings = new NightlyRun.Settings(
        "backfill", null, FieldMap.none(), LexiconFiles.standard(), MaxRejects.DEFAULT, 0.5, Audits.standard(), warehouse, warehouse + "/published");
    return new BackfillRun(
        spark, settings, List.of(DayPattern.of(folder + "/{yyyy}-{MM}-{dd}*")), force, Clock.systemUTC(), new PrintStream(out, true, UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
  }
}
