package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chipledger.job.JarRuns.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of its own for the warehouse, which fills up and becomes read-only. Needs the right to mount one. */
@Tag("slow")
class FaultyDiskIT {
  private static final long TOO_LITTLE = 150_000;

  @TempDir
  private Path folder;

  private Path disk;

  @BeforeEach
  void mountDisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(mount("-t", "tmpfs", "-o", "size=24m", "tmpfs"), "may not mount a disk here");
  }

  @AfterEach
  void unmountDisk() throws Exception {
    new ProcessBuilder("umount", disk.toString()).start().waitFor();
  }

  @Test
  void a_disk_that_is_read_only_or_full_is_told_and_needs_no_repair() throws Exception {
    assertThat(load(1).code()).isZero();

    assertThat(mount("-o", "remount,ro")).isTrue();
    assertThat(lastLine(load(2))).startsWith("chipledger: failed: can't lock warehouse " + disk).contains("Read-only file system");
    assertThat(mount("-o", "remount,rw")).isTrue();

    Path filler = disk.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      out.write(new byte[(int) (Files.getFileStore(disk).getUsableSpace() - TOO_LITTLE)]);
    }
    Told full = load(2);
    assertThat(full.code()).isEqualTo(Main.FAILED);
    assertThat(lastLine(full)).startsWith("chipledger: failed: No space left on device: make room for the warehouse");
    assertThat(articles()).isEqualTo("n\n1\n");

    Files.delete(filler);
    assertThat(load(2).code()).isZero();
    assertThat(articles()).isEqualTo("n\n2\n");
  }

  private Told load(int day) throws IOException, InterruptedException {
    Files.writeString(folder.resolve(day + ".jsonl"), "{\"url\":\"https://news.example/" + day
        + "\",\"published\":\"2024-12-12\",\"text\":\"ByteDance bought " + day + ",000 Nvidia H20 chips.\"}\n");
    return JarRuns.run(folder, "nightly", "--warehouse", disk + "/w", "--input", day + ".jsonl", "--date", "2024-12-0" + day);
  }

  private String articles() throws IOException, InterruptedException {
    return JarRuns.run(folder, "sql", "--warehouse", disk + "/w", "--format", "csv", "-e", "SELECT count(*) AS n FROM articles").out();
  }

  private static String lastLine(Told told) {
    List<String> lines = told.err().lines().toList();
    return lines.get(lines.size() - 1);
  }

  private boolean mount(String... options) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("mount"));
    command.addAll(List.of(options));
    command.add(disk.toString());
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
