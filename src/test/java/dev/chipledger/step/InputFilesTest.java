package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipledger.read.Format;
import dev.chipledger.table.CheckFailed;
import dev.chipledger.table.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("b.jsonl", "a.json.gz", "deep/c.ndjson", "README.md", ".hidden.jsonl", "_done/x.jsonl", "notes.txt")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), name.matches(".*\\.(md|txt)") ? "Words, no records." : "{}");
    }
    Files.createDirectories(folder.resolve("empty"));
  }

  @Test
  void a_folder_is_walked_and_what_is_no_data_passed_by() {
    assertThat(names(folder.toString())).containsExactly("a.json.gz", "b.jsonl", "c.ndjson");
  }

  @Test
  void a_file_given_twice_is_read_once() {
    assertThat(names(folder.toString(), folder.resolve("b.jsonl").toString(), folder + "/*.jsonl", folder + "/deep/../b.jsonl"))
        .containsExactly("a.json.gz", "b.jsonl", "c.ndjson");
  }

  @Test
  void a_name_without_a_format_needs_one() {
    mistake(folder + "/notes.txt", "add --format jsonl");
    assertThat(InputFiles.find(List.of(folder + "/notes.txt"), Format.JSONL, new Configuration()).files()).hasSize(1);
  }

  @Test
  void what_is_not_there_is_named() {
    mistake(folder + "/none", "no such input");
    mistake(folder + "/none*", "no such input");
    mistake(folder + "/empty", "no dump in");
  }

  @Test
  void a_file_that_grows_while_it_is_read_is_told_and_one_that_is_moved_away_behind_the_reader_is_not() throws IOException {
    List<InputFile> files = InputFiles.find(List.of(folder.toString()), null, new Configuration()).files();
    InputFiles.checkUnchanged(files, new Configuration());
    Files.delete(folder.resolve("a.json.gz"));
    InputFiles.checkUnchanged(files, new Configuration());
    Files.writeString(folder.resolve("b.jsonl"), "{}\n{\"te", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> InputFiles.checkUnchanged(files, new Configuration())).isInstanceOf(CheckFailed.class)
        .hasMessageEndingWith("b.jsonl changed while it was read: it had 2 bytes and has 9 now. Nothing was loaded; load it when it is whole");
  }

  @Test
  void tasks_get_about_equal_sums() {
    List<InputFile> files = List.of(file("a", 100), file("b", 1), file("c", 60), file("d", 50), file("e", 2));
    assertThat(ReadStep.pack(files, 2)).extracting(task -> task.stream().mapToLong(InputFile::size).sum())
        .containsExactlyInAnyOrder(103L, 110L);
    assertThat(ReadStep.pack(List.of(file("a", 0)), 8)).hasSize(1);
  }

  private static InputFile file(String name, long size) {
    return new InputFile(name, name, size, 0, null);
  }

  private static List<String> names(String... inputs) {
    return InputFiles.find(List.of(inputs), null, new Configuration()).files().stream()
        .map(file -> Path.of(file.name()).getFileName().toString()).toList();
  }

  private static void mistake(String input, String message) {
    assertThatThrownBy(() -> InputFiles.find(List.of(input), null, new Configuration()))
        .isInstanceOf(UserMistake.class).hasMessageContaining(message);
  }
}
