package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.job.JarRuns.Told;
import dev.chipledger.read.Fuzz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar through spark-submit: a load, a question, and each exit code. */
class JarIT {
  @TempDir
  private Path folder;

  @Test
  void a_load_and_a_question() throws Exception {
    Files.writeString(folder.resolve("in.jsonl"), """
        {"url":"https://news.example/1","published":"2024-12-12T10:00:00Z","publisher":"News","text":"ByteDance bought Nvidia H20 chips."}
        """);
    Files.write(folder.resolve("pages.warc.gz"), Fuzz.seeds(folder).get("pages.warc.gz"));
    Told load = JarRuns.run(folder, "nightly", "--input", "in.jsonl", "pages.warc.gz", "--date", "2024-12-12");
    assertThat(load.err()).doesNotContain("WARN").doesNotContain("Exception").contains("reading 2 files");
    assertThat(load.code()).isZero();
    assertThat(load.out()).contains("3 records: 2 articles, 0 rejects, 1 skipped\nskipped: 1 request\n").contains("Seconds: start ");
    assertThat(folder.resolve("warehouse/published/current/coverage")).isDirectory();

    Told question = JarRuns.run(folder, "sql", "--format", "csv", "-e", "SELECT month, publisher, articles FROM coverage ORDER BY publisher");
    assertThat(question.out()).isEqualTo("month,publisher,articles\n2024-12-01,News,1\n2024-12-01,a.example,1\n");
    assertThat(question.err()).isEmpty();
    assertThat(question.code()).isZero();

    Told wrong = JarRuns.run(folder, "sql", "-e", "DROP TABLE chipledger.news.runs");
    assertThat(wrong.err()).isEqualTo("chipledger: sql only asks: DROP changes something\n");
    assertThat(wrong.code()).isEqualTo(2);
  }

  @Test
  void a_bench_tells_each_stage_against_the_floor() throws Exception {
    Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"ByteDance bought Nvidia H20 chips.\"}\n");
    Told told = JarRuns.run(folder, "bench", "--input", "in.jsonl", "--json");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out()).startsWith("{\"results\":[{\"scale\":1,\"articles\":1,")
        .contains("\"read\":{", "\"rlike\":{", "\"mentions\":{", "\"claims\":{", "\"start\":{", "\"times_floor\":1.0", "\"peak_heap_megabytes\":");
  }

  @Test
  void a_failed_check_is_exit_3() throws Exception {
    Files.write(folder.resolve("in.jsonl"), List.of("bad", "{\"text\":\"x\"}"));
    Told told = JarRuns.run(folder, "nightly", "--input", "in.jsonl", "--date", "2024-12-12", "--max-rejects", "0");
    assertThat(told.err()).contains("chipledger: 1 of 2 records can't be used");
    assertThat(told.code()).isEqualTo(3);
    assertThat(folder.resolve("warehouse/news")).doesNotExist();
  }

  @Test
  void what_is_nobodys_fault_is_exit_1_with_the_log() throws Exception {
    Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"x\"}\n");
    Files.writeString(folder.resolve("taken"), "a file where the warehouse should be");
    Told told = JarRuns.run(folder, "nightly", "--input", "in.jsonl", "--date", "2024-12-12", "--warehouse", "taken/w");
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.err()).contains("chipledger: failed: ").contains("; the log is ").doesNotContain("\tat ");
  }

  @Test
  void a_warehouse_without_a_run_is_exit_2() throws Exception {
    Told told = JarRuns.run(folder, "sql", "-e", "SELECT 1", "--warehouse", "none");
    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err()).startsWith("chipledger: no finished run in warehouse ").hasLineCount(1);
  }
}
