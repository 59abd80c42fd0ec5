package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.job.JarRuns.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while tables are written; readers see the last whole state, and the next run needs no repair. */
@Tag("slow")
class KilledRunIT {
  private static final String COUNTS = "SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM runs) AS runs, "
      + "(SELECT sum(articles) FROM coverage) AS covered";

  @TempDir
  private Path folder;

  @Test
  void kill_and_run_again() throws Exception {
    Files.writeString(folder.resolve("1.jsonl"), article(1));
    Files.writeString(folder.resolve("2.jsonl"), article(2));
    assertThat(JarRuns.run(folder, "nightly", "--input", "1.jsonl", "--date", "2024-12-12").code()).isZero();
    for (String step : List.of("writing the tables", "putting together", "building the marts", "publishing")) {
      Process run = JarRuns.start(folder, "nightly", "--input", "2.jsonl", "--date", "2024-12-13");
      killAt(run, step);
      Told seen = JarRuns.run(folder, "sql", "--format", "csv", "-e", COUNTS);
      assertThat(seen.out()).as("after a kill at: " + step).isEqualTo("articles,runs,covered\n1,1,1\n");
    }
    Told next = JarRuns.run(folder, "nightly", "--input", "2.jsonl", "--date", "2024-12-13");
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(JarRuns.run(folder, "sql", "--format", "csv", "-e", COUNTS).out()).isEqualTo("articles,runs,covered\n2,2,2\n");
  }

  private void killAt(Process run, String step) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!Files.readString(folder.resolve("err")).contains(step)) {
      assertThat(run.isAlive()).as("ended before: " + step).isTrue();
      assertThat(System.nanoTime()).as("never came to: " + step).isLessThan(deadline);
      run.waitFor(20, TimeUnit.MILLISECONDS);
    }
    run.destroyForcibly().waitFor(); // the script became the JVM by exec
  }

  private static String article(int i) {
    return "{\"url\":\"https://news.example/" + i + "\",\"published\":\"2024-12-12\",\"text\":\"ByteDance bought " + i + ",000 Nvidia H20 chips.\"}\n";
  }
}
