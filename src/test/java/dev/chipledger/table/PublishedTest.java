package dev.chipledger.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTest {
  @TempDir
  private Path folder;

  @Test
  void current_names_the_version_shown_and_five_are_kept() throws IOException {
    Published published = new Published(folder.toString(), new Configuration());
    String version = null;
    for (int i = 0; i < 7; i++) {
      version = published.free("20241212T02000" + i + "Z");
      write(published, version);
      published.show(version);
      published.prune(version);
      assertThat(folder.resolve("current")).isSymbolicLink();
      assertThat(Files.readString(folder.resolve("current/t/x"))).isEqualTo(version);
    }
    assertThat(names()).containsExactly("current", "v-20241212T020002Z", "v-20241212T020003Z", "v-20241212T020004Z",
        "v-20241212T020005Z", "v-20241212T020006Z");
  }

  @Test
  void a_draft_of_a_killed_run_goes_and_what_is_not_ours_stays() throws IOException {
    Published published = new Published(folder.toString(), new Configuration());
    Files.createDirectories(folder.resolve(".v-20241212T020000Z/t"));
    Files.createDirectories(folder.resolve("v-mine"));
    write(published, "v-20241213T020000Z");
    published.prune("v-20241213T020000Z");
    assertThat(names()).containsExactly("v-20241213T020000Z", "v-mine");
  }

  @Test
  void a_name_is_given_once() throws IOException {
    Published published = new Published(folder.toString(), new Configuration());
    write(published, published.free("20241212T020000Z"));
    assertThat(published.free("20241212T020000Z")).isEqualTo("v-20241212T020000Z-2");
  }

  private void write(Published published, String version) throws IOException {
    Path draft = Path.of(published.draft(version).toUri().getPath()).resolve("t");
    Files.createDirectories(draft);
    Files.writeString(draft.resolve("x"), version);
    published.finish(version);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
