package dev.chipledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system without locks of its own: Hadoop's mount table over a folder. */
class LockFileTest {
  private static final Instant NOW = Instant.parse("2024-12-12T02:00:00Z");
  private static final Path WAREHOUSE = new Path("viewfs://mounted/w");

  @TempDir
  private java.nio.file.Path folder;

  private final Configuration conf = new Configuration();

  @BeforeEach
  void mount() {
    conf.setBoolean("fs.viewfs.impl.disable.cache", true); // each test has a folder of its own
    conf.set("fs.viewfs.mounttable.mounted.link./w", folder.toUri().toString());
  }

  @Test
  void one_at_a_time() {
    RunLock first = RunLock.take(WAREHOUSE, conf, NOW);
    first.check();
    assertThatThrownBy(() -> RunLock.take(WAREHOUSE, conf, NOW)).isInstanceOf(UserMistake.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ").hasMessageContaining("since 2024-12-12T02:00:00Z");
    first.close();
    RunLock.take(WAREHOUSE, conf, NOW).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_dead_runs_lock_is_taken_over_and_the_dead_run_shows_nothing_if_it_wakes() throws Exception {
    RunLock sleeping = RunLock.take(WAREHOUSE, conf, NOW);
    Files.setLastModifiedTime(folder.resolve(".run-lock"), FileTime.from(Instant.now().minus(LockFile.DEAD).minusSeconds(2)));
    RunLock second = RunLock.take(WAREHOUSE, conf, NOW);
    second.check();
    assertThatThrownBy(sleeping::check).isInstanceOf(CheckFailed.class).hasMessageContaining("another run took over");
    sleeping.close();
    second.check();
    second.close();
  }

  @Test
  void a_lock_that_was_written_lately_is_a_living_runs() throws Exception {
    Files.writeString(folder.resolve(".run-lock"), "process 1 on elsewhere since 02:00");
    Files.setLastModifiedTime(folder.resolve(".run-lock"), FileTime.from(Instant.now().minus(LockFile.BEAT)));
    assertThatThrownBy(() -> RunLock.take(WAREHOUSE, conf, NOW)).isInstanceOf(UserMistake.class).hasMessageContaining("process 1 on elsewhere");
  }
}
