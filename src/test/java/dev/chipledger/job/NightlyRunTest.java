package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipledger.TestSpark;
import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.table.Audits;
import dev.chipledger.table.CheckFailed;
import dev.chipledger.table.Resources;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Stage;
import dev.chipledger.table.Table;
import dev.chipledger.table.UserMistake;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyRunTest {
  private static final LocalDate D1 = LocalDate.of(2024, 12, 12);
  private static final LocalDate D2 = LocalDate.of(2024, 12, 13);
  private static final LexiconFiles LEXICON = lexicon();

  @TempDir
  private Path folder;

  private int seconds;

  @Test
  void a_day_loaded_twice_gives_equal_tables_and_one_with_fewer_files_drops_the_old_rows() throws IOException {
    Path first = file("in/a.jsonl", article("a1", "2024-12-10", "ByteDance bought Nvidia H20 chips."), "{broken");
    Path second = file("in/b.jsonl", article("a2", "2024-11-10", "Alibaba ordered MI300X chips from AMD."), "");
    Loader loader = new Loader("w");
    Summary summary = loader.load(D1, folder.resolve("in"));
    assertThat(summary.counts()).containsEntry("records", 4L).containsEntry("articles", 2L)
        .containsEntry("rejects", 1L).containsEntry("skipped", 1L);
    Map<String, List<String>> once = loader.tables();
    assertThat(once.get("articles")).hasSize(2);
    assertThat(once.get("rejects")).singleElement().asString().contains("bad_json").contains("{broken");
    assertThat(once.get("coverage")).hasSize(2);
    assertThat(once.get("mentions")).isNotEmpty();

    loader.load(D1, folder.resolve("in"));
    assertThat(loader.tables()).isEqualTo(once);

    Files.delete(second);
    loader.load(D1, first);
    Map<String, List<String>> fewer = loader.tables();
    assertThat(fewer.get("articles")).hasSize(1);
    assertThat(fewer.get("loads")).hasSize(1);
    assertThat(fewer.get("coverage")).hasSize(1);
    assertThat(fewer.get("mentions").size()).isLessThan(once.get("mentions").size());

    loader.load(D1, file("empty.jsonl"));
    Map<String, List<String>> none = loader.tables();
    assertThat(none.get("articles")).isEmpty();
    assertThat(none.get("mentions")).isEmpty();
    assertThat(none.get("rejects")).isEmpty();
    assertThat(none.get("coverage")).isEmpty();
    assertThat(none.get("loads")).hasSize(1);
  }

  @Test
  void days_in_either_order_give_the_same_marts() throws IOException {
    Path one = file("1.jsonl", article("a1", "2024-11-10", "ByteDance bought Nvidia H20 chips."),
        article("a2", "2024-12-10", "Alibaba ordered MI300X chips from AMD."));
    Path two = file("2.jsonl", article("a1", "2024-12-11", "ByteDance bought Nvidia H100 chips."));
    Loader forth = new Loader("forth");
    forth.load(D1, one);
    forth.load(D2, two);
    Loader back = new Loader("back");
    back.load(D2, two);
    back.load(D1, one);
    Map<String, List<String>> tables = forth.tables();
    assertThat(back.tables(Table.of(Table.Kind.MONTH)))
        .isEqualTo(forth.tables(Table.of(Table.Kind.MONTH)));
    assertThat(tables.get("coverage")).hasSize(1);
    for (Table mart : Table.of(Table.Kind.MONTH)) {
      Path published = folder.resolve("forth/published/current/" + mart.word());
      assertThat(forth.spark.read().parquet(published.toString()).count()).isEqualTo(tables.get(mart.word()).size());
    }
    assertThat(forth.last().published()).matches("v-20241213T0200\\d\\dZ");
  }

  @Test
  void a_firm_that_nobody_listed_is_provisional_till_the_lexicon_lists_what_the_question_told() throws IOException {
    Path one = file("1.jsonl", article("a1", "2024-12-10", "Cloud start-up Fermosa Technologies ordered 500 H100 chips from Nvidia."));
    Path two = file("2.jsonl", article("a2", "2024-12-11", "Fermosa Inc. uses Nvidia's Q7X processor. Startup Nestara sells no chips."));
    Loader forth = new Loader("forth");
    forth.load(D1, one);
    forth.load(D2, two);
    Loader back = new Loader("back");
    back.load(D2, two);
    back.load(D1, one);
    Map<String, List<String>> tables = forth.tables();
    assertThat(back.tables()).containsEntry("companies", tables.get("companies")).containsEntry("chips", tables.get("chips"));
    assertThat(tables.get("companies")).filteredOn(row -> row.contains("\"provisional\":true")).satisfiesExactly(
        row -> assertThat(row).contains("\"company_id\":\"fermosa\"", "\"names\":[\"Fermosa\",\"Fermosa Technologies\"]"),
        row -> assertThat(row).contains("\"company_id\":\"nestara\""));
    assertThat(tables.get("chips")).filteredOn(row -> row.contains("\"provisional\":true")).singleElement().asString()
        .contains("\"chip_id\":\"q7x\"", "\"vendor\":\"nvidia\"");
    assertThat(tables.get("mentions")).anyMatch(row -> row.contains("\"entity_id\":\"fermosa\"") && row.contains("\"provisional\":true"));

    String companies = forth.answer("unlisted_companies");
    assertThat(companies.lines().skip(1)).anyMatch(line -> line.startsWith("fermosa\tFermosa|Fermosa Technologies\t")
        && line.contains("\t2\t2024-12-10\t") && line.contains("Fermosa Inc. uses Nvidia's Q7X processor."));
    file("more/companies.tsv", companies.lines().toArray(String[]::new));
    file("more/chips.tsv", forth.answer("unlisted_chips").lines().toArray(String[]::new));
    forth.lexicon = LEXICON.plus(folder.resolve("more"));
    forth.load(D2, two);
    Map<String, List<String>> listed = forth.tables();
    assertThat(listed.get("companies")).anyMatch(row -> row.contains("\"company_id\":\"fermosa\""))
        .noneMatch(row -> row.contains("\"provisional\":true"));
    assertThat(listed.get("chips")).anyMatch(row -> row.contains("\"chip_id\":\"q7x\"")).noneMatch(row -> row.contains("\"provisional\":true"));
    assertThat(forth.answer("unlisted_companies").lines()).hasSize(1);
  }

  @Test
  void of_records_with_one_id_the_last_stands_and_another_language_is_not_read() throws IOException {
    Path in = file("a.jsonl", article("a1", "2024-12-10", "Nvidia one."), article("a1", "2024-12-10", "AMD two."),
        "{\"text\":\"Nvidia verkauft Chips.\",\"language\":\"de\"}");
    Loader loader = new Loader("w");
    loader.load(D1, in);
    Map<String, List<String>> tables = loader.tables();
    assertThat(tables.get("articles")).satisfiesExactlyInAnyOrder(
        row -> assertThat(row).contains("Nvidia one.").contains("\"flags\":[\"repeated\"]"),
        row -> assertThat(row).contains("AMD two.").contains("\"flags\":[]"),
        row -> assertThat(row).contains("verkauft").contains("\"flags\":[\"not_english\"]"));
    assertThat(tables.get("mentions")).singleElement().asString().contains("\"entity_id\":\"amd\"");
  }

  @Test
  void another_product_is_loaded_by_its_lexicon_alone() {
    Loader loader = new Loader("w");
    loader.lexicon = LexiconFiles.in(Path.of("examples/batteries/lexicon"));
    loader.load(D1, Path.of("examples/batteries/news.jsonl").toAbsolutePath());
    loader.warehouse.viewsAt(loader.last().snapshots());
    assertThat(loader.spark.sql("SELECT buyer, action, vendor, chip, statements, publishers, ended FROM who_buys_what").collectAsList())
        .extracting(row -> row.mkString(" "))
        .contains("tesla buy catl lfp 1 2 0", "toyota use byd blade 1 1 0", "porsche foundry varta null 1 1 0", "volkswagen buy northvolt null 1 1 1")
        .hasSize(14);
  }

  @Test
  void too_many_rejects_change_nothing() throws IOException {
    Loader loader = new Loader("w");
    loader.load(D1, file("good.jsonl", article("a1", "2024-12-10", "Nvidia one.")));
    Map<String, List<String>> before = loader.tables();
    Path current = Files.readSymbolicLink(folder.resolve("w/published/current"));
    String[] bad = new String[11];
    java.util.Arrays.fill(bad, "nonsense");
    Path worse = file("bad.jsonl", bad);
    assertThatThrownBy(() -> loader.load(D1, worse)).isInstanceOf(CheckFailed.class)
        .hasMessageContaining("11 of 11 records can't be used, most for bad_json")
        .hasMessageContaining("at position 0");
    assertThat(loader.tables()).isEqualTo(before);
    assertThat(Files.readSymbolicLink(folder.resolve("w/published/current"))).isEqualTo(current);
    loader.maxRejects = new MaxRejects(1, 0);
    assertThat(loader.load(D1, worse).counts()).containsEntry("rejects", 11L);
  }

  @Test
  void what_a_killed_run_left_is_set_back() throws IOException {
    Loader loader = new Loader("w");
    loader.load(D1, file("1.jsonl", article("a1", "2024-12-10", "Nvidia one.")));
    Map<String, List<String>> before = loader.tables();
    // A run that dies after it has shown some tables, before its runs row.
    Stage dying = Stage.begin(loader.warehouse, loader.last().snapshots());
    dying.replaceDay(Table.ARTICLES, D1, loader.warehouse.table(Table.ARTICLES).limit(0));
    dying.show();
    Stage.begin(loader.warehouse, loader.last().snapshots()); // and one that dies while staging
    assertThat(loader.warehouse.table(Table.ARTICLES).count()).isEqualTo(1);
    assertThat(loader.tables()).isEqualTo(before);
    loader.load(D2, file("2.jsonl", article("a2", "2024-12-10", "AMD two.")));
    Map<String, List<String>> after = loader.tables();
    assertThat(after.get("articles")).hasSize(2);
    assertThat(after.get("coverage")).singleElement().asString().contains("\"articles\":2");
  }

  @Test
  void a_first_run_killed_before_its_commit_leaves_nothing() throws IOException {
    Loader loader = new Loader("w");
    loader.warehouse.create();
    Stage dying = Stage.begin(loader.warehouse, Map.of());
    loader.spark.sql("INSERT INTO " + loader.warehouse.name(Table.MENTIONS) + ".branch_stage (load_day, article_id) VALUES (DATE'2020-01-01', 'x')");
    dying.show();
    assertThat(loader.warehouse.table(Table.MENTIONS).count()).isEqualTo(1);
    loader.load(D1, file("1.jsonl", article("a1", "2024-12-10", "Nvidia one.")));
    assertThat(loader.tables().get("mentions")).singleElement().asString().contains("nvidia");
  }

  @Test
  void after_a_clock_is_set_back_the_last_run_is_still_the_last_one() throws IOException {
    Loader loader = new Loader("w");
    loader.load(D1, file("1.jsonl", article("a1", "2024-12-10", "Nvidia one.")));
    Runs.Last before = loader.last();
    seconds = -86_400;
    loader.load(D2, file("2.jsonl", article("a2", "2024-12-10", "AMD two.")));
    assertThat(loader.tables().get("articles")).hasSize(2);
    assertThat(loader.last().finished()).isAfter(before.finished());
    assertThat(loader.last().published()).isGreaterThan(before.published());
    assertThat(Files.readSymbolicLink(folder.resolve("w/published/current"))).hasToString(loader.last().published());
  }

  @Test
  void a_dry_run_writes_nothing() throws IOException {
    Loader loader = new Loader("w");
    loader.dryRun = true;
    Summary summary = loader.load(D1, file("1.jsonl", article("a1", "2024-12-10", "Nvidia one.")));
    assertThat(summary.counts()).containsEntry("articles", 1L).containsEntry("mentions", 1L);
    assertThat(folder.resolve("w")).doesNotExist();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    summary.print(new PrintStream(out, true, UTF_8));
    assertThat(out.toString(UTF_8)).contains("1 records: 1 articles").contains("Dry run: nothing was written.");
  }

  @Test
  void a_file_that_vanishes_between_listing_and_reading_fails_the_load_by_name() throws IOException {
    Loader loader = new Loader("w");
    loader.load(D1, file("1.jsonl", article("a1", "2024-12-10", "Nvidia one.")));
    Map<String, List<String>> before = loader.tables();
    Path gone = file("in/2.jsonl", article("a2", "2024-12-10", "AMD two."));
    file("in/3.jsonl", article("a3", "2024-12-10", "AMD three."));
    loader.whenReading = () -> Files.deleteIfExists(gone);
    assertThatThrownBy(() -> loader.load(D2, folder.resolve("in"))).satisfies(e -> assertThat(Failure.line(e))
        .startsWith("can't read ").contains("in/2.jsonl").contains("does not exist"));
    assertThat(loader.tables()).isEqualTo(before);
    assertThat(loader.spark.table("failures").collectAsList()).singleElement().asString().contains("in/2.jsonl");
  }

  @Test
  void a_column_that_no_record_has_is_the_users_mistake() throws IOException {
    Loader loader = new Loader("w");
    loader.fields = FieldMap.of(List.of("text=body"));
    Path in = file("1.jsonl", article("a1", "2024-12-10", "Nvidia one."));
    assertThatThrownBy(() -> loader.load(D1, in)).isInstanceOf(UserMistake.class)
        .hasMessageContaining("bad mapping text=body").hasMessageContaining("columns there: url, published, text");
    assertThat(folder.resolve("w")).doesNotExist();
  }

  private Path file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines), UTF_8);
    return file;
  }

  private static String article(String id, String published, String text) {
    return String.format("{\"url\":\"https://news.example/%s\",\"published\":\"%s\",\"text\":\"%s\"}", id, published, text);
  }

  private static LexiconFiles lexicon() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put("companies.tsv", List.of("""
        id\tnames\tbrands\tdescriptions\tticker\tcountry\tparent\tkind
        amd\tAMD\t\t\tAMD\tUS\t\tchipmaker
        nvidia\tNvidia\t\t\tNVDA\tUS\t\tchipmaker
        alibaba\tAlibaba\t\t\tBABA\tCN\t\tcloud
        bytedance\tByteDance\tTikTok\t\t\tCN\t\tcloud
        """));
    texts.put("chips.tsv", List.of("""
        id\tnames\tvendor\tfamily\tkind\tyear
        h20\tH20\tnvidia\t\tgpu\t2023
        h100\tH100\tnvidia\t\tgpu\t2022
        mi300x\tMI300X\tamd\t\tgpu\t2023
        """));
    texts.put("words.tsv", LexiconFiles.standard().texts().get("words.tsv"));
    return new LexiconFiles(texts);
  }

  /** Loads into one warehouse; each run is a second later. */
  private final class Loader {
    private final SparkSession spark;
    private final Warehouse warehouse;
    private final String path;
    private MaxRejects maxRejects = MaxRejects.DEFAULT;
    private FieldMap fields = FieldMap.none();
    private LexiconFiles lexicon = LEXICON;
    private boolean dryRun;
    /** What happens when the files have been listed and are about to be read. */
    private Callable<?> whenReading = () -> null;

    Loader(String name) {
      this.path = folder.resolve(name).toString();
      this.spark = TestSpark.session(Path.of(path));
      this.warehouse = new Warehouse(spark, path);
    }

    Summary load(LocalDate day, Path input) {
      Clock clock = Clock.fixed(Instant.parse("2024-12-13T02:00:00Z").plusSeconds(seconds++), ZoneOffset.UTC);
      PrintStream steps = new PrintStream(OutputStream.nullOutputStream()) {
        @Override
        public void println(String line) {
          try {
            if (line.startsWith("reading")) {
              whenReading.call();
            }
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        }
      };
      try (Progress progress = new Progress(steps)) {
        NightlyRun.Settings settings = new NightlyRun.Settings("nightly", null, fields, lexicon, maxRejects, 0.5, Audits.standard(), path, path + "/published");
        return new NightlyRun(spark, settings, new NightlyRun.Batch(List.of(input.toString()), day, dryRun), clock, progress).run();
      }
    }

    /** A question's answer as tab-separated lines. */
    String answer(String question) {
      warehouse.viewsAt(last().snapshots());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new Answer(spark.sql(Resources.text("/questions/" + question + ".sql"), Map.of("least", "1"))).print(Answer.Form.TSV, new PrintStream(out, true, UTF_8));
      return out.toString(UTF_8);
    }

    Runs.Last last() {
      return new Runs(warehouse).last().orElseThrow();
    }

    /** What readers see, by table, as JSON, without the times of the runs. */
    Map<String, List<String>> tables() {
      return tables(Table.staged());
    }

    Map<String, List<String>> tables(List<Table> some) {
      warehouse.viewsAt(last().snapshots());
      Map<String, List<String>> tables = new TreeMap<>();
      for (Table table : some) {
        List<String> rows = new ArrayList<>(spark.table(table.word()).drop("started", "finished").toJSON().collectAsList());
        rows.sort(null);
        tables.put(table.word(), rows);
      }
      return tables;
    }
  }
}
