package dev.chipledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  private static final Instant NOW = Instant.parse("2024-12-12T02:00:00Z");

  @TempDir
  private java.nio.file.Path folder;

  @Test
  void one_at_a_time() {
    Path warehouse = new Path(folder.resolve("w").toString());
    RunLock first = RunLock.take(warehouse, new Configuration(), NOW);
    assertThatThrownBy(() -> RunLock.take(warehouse, new Configuration(), NOW))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining("since 2024-12-12T02:00:00Z");
    first.close();
    RunLock.take(warehouse, new Configuration(), NOW).close();
  }

  @Test
  void what_a_dead_process_wrote_holds_nobody() throws Exception {
    Files.writeString(folder.resolve(".run-lock"), "process 1 on elsewhere since long ago");
    try (RunLock lock = RunLock.take(new Path(folder.toString()), new Configuration(), NOW)) {
      assertThat(Files.readString(folder.resolve(".run-lock"))).contains("2024-12-12T02:00:00Z");
    }
  }
}
