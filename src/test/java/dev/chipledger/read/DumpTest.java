package dev.chipledger.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DumpTest {
  private static final byte[] LINES = "{\"text\":\"one\"}\n{\"text\":\"two\"}\n".getBytes(UTF_8);

  enum Packed {
    GZIP, BZIP2, XZ, ZSTD;

    byte[] of(byte[] bytes) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      switch (this) {
        case GZIP -> out.writeBytes(InMemory.gzip(bytes));
        case ZSTD -> out.writeBytes(Zstd.compress(bytes));
        case BZIP2 -> write(new BZip2CompressorOutputStream(out), bytes);
        case XZ -> write(new XZCompressorOutputStream(out), bytes);
      }
      return out.toByteArray();
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
      try (out) {
        out.write(bytes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_packing_is_known_by_its_content(Packed packed) throws IOException {
    assertThat(words("dump", packed.of(LINES))).containsExactly("one", "two");
    assertThat(words("dump", InMemory.joined(packed.of(LINES), packed.of(LINES)))).containsExactly("one", "two", "one", "two");
  }

  @ParameterizedTest
  @EnumSource
  void a_packing_cut_off_or_broken_keeps_what_could_be_read(Packed packed) throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append("{\"text\":\"").append(Hashes.of("t" + i)).append("\"}\n");
    }
    byte[] whole = packed.of(many.toString().getBytes(UTF_8));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 40);
    List<String> words = words("dump.jsonl", cut);
    assertThat(words.get(words.size() - 1)).startsWith("!bad_" + packed.name().toLowerCase(java.util.Locale.ROOT));
    byte[] broken = whole.clone();
    java.util.Arrays.fill(broken, broken.length / 2, broken.length / 2 + 50, (byte) 0x77);
    assertThat(words("dump.jsonl", broken)).anyMatch(word -> word.startsWith("!"));
  }

  @Test
  void gzip_goes_on_with_the_next_member() throws IOException {
    byte[] broken = InMemory.gzip(("{\"text\":\"" + "lost ".repeat(50) + "\"}\n").getBytes(UTF_8));
    java.util.Arrays.fill(broken, 12, 20, (byte) 0xff);
    assertThat(words("a.jsonl.gz", InMemory.joined(InMemory.gzip(LINES), broken, InMemory.gzip(LINES))))
        .startsWith("one", "two").contains("!bad_gzip").endsWith("one", "two");
  }

  @Test
  void a_member_cut_off_anywhere_costs_only_itself() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      many.append("{\"text\":\"").append(Hashes.of("t" + i)).append("\"}\n");
    }
    byte[] whole = InMemory.gzip(many.toString().getBytes(UTF_8));
    byte[] next = InMemory.gzip(LINES);
    for (int cut = (1 << 16) - 200; cut < (1 << 16) + 40; cut += 3) {
      List<String> words = words("a.jsonl.gz", InMemory.joined(java.util.Arrays.copyOf(whole, cut), next, next, next));
      assertThat(words).as("cut at " + cut).endsWith("one", "two", "one", "two", "one", "two").contains("!bad_gzip");
    }
  }

  @Test
  void a_packing_that_breaks_at_once_is_told_whatever_the_name() throws IOException {
    byte[] broken = InMemory.gzip(LINES);
    java.util.Arrays.fill(broken, 10, 19, (byte) 0xff);
    assertThat(words("dump", broken)).containsExactly("!bad_gzip");
    assertThat(words("dump", java.util.Arrays.copyOf(Zstd.compress(LINES), 9))).containsExactly("!bad_zstd");
  }

  @Test
  void a_first_line_that_is_broken_costs_itself_where_the_name_promises_lines() throws IOException {
    assertThat(words("a.jsonl", "{\"text\":\"x\",\n{\"text\":\"two\"}\n".getBytes(UTF_8))).containsExactly("!bad_json", "two");
  }

  @Test
  void a_bomb_is_given_up() throws IOException {
    byte[] bomb = Zstd.compress(new byte[400 << 20]);
    assertThat(bomb).hasSizeLessThan(1 << 16);
    assertThat(words("a.jsonl.zst", bomb)).contains("!bomb").hasSizeLessThan(3);
  }

  @Test
  void an_archive_gives_the_records_of_its_files() throws IOException {
    for (byte[] archive : List.of(tar("in/a.jsonl", LINES, "b.gz", InMemory.gzip(LINES), "README", "Read me.".getBytes(UTF_8)),
        zip("in/a.jsonl", LINES, "b.gz", InMemory.gzip(LINES), "README", "Read me.".getBytes(UTF_8)))) {
      List<Outcome> outcomes = InMemory.read("dump", archive);
      assertThat(InMemory.words(outcomes)).containsExactly("one", "two", "one", "two", "-no_dump");
      assertThat(outcomes.subList(0, 4)).extracting(o -> ((Article) o).file())
          .containsExactly("dump!/in/a.jsonl", "dump!/in/a.jsonl", "dump!/b.gz", "dump!/b.gz");
      assertThat(words("dump.gz", InMemory.gzip(archive))).containsExactly("one", "two", "one", "two", "-no_dump");
      assertThat(words("outer.tar", tar("inner", archive, "a.jsonl", LINES))).containsExactly("!nested_archive", "one", "two");
    }
  }

  @Test
  void an_archive_cut_off_ends_in_a_reject() throws IOException {
    byte[] tar = tar("a.jsonl", LINES, "b.jsonl", LINES);
    List<String> words = words("a.tar", java.util.Arrays.copyOf(tar, 512 + 512 + 512 + 20));
    assertThat(words).startsWith("one", "two").anyMatch(word -> word.startsWith("!")).hasSizeLessThan(6);
    byte[] zip = zip("a.jsonl", "{\"text\":\"x\"}\n".repeat(5_000).getBytes(UTF_8));
    assertThat(words("a.zip", java.util.Arrays.copyOf(zip, zip.length / 3))).last().asString().startsWith("!");
  }

  @Test
  void what_nothing_tells_is_a_reject() throws IOException {
    assertThat(words("notes.txt", "Just words.".getBytes(UTF_8))).containsExactly("!unknown_format");
    assertThat(InMemory.words(InMemory.read("notes.txt", LINES, Format.JSONL, FieldMap.none()))).containsExactly("one", "two");
    assertThat(words("empty", new byte[0])).containsExactly("-no_dump");
  }

  @Test
  void a_name_helps_where_the_content_is_rubbish() throws IOException {
    assertThat(words("a.jsonl", "\u0001\u0002\n{\"text\":\"x\"}".getBytes(UTF_8))).containsExactly("!bad_json", "x");
  }

  private static List<String> words(String name, byte[] bytes) throws IOException {
    return InMemory.words(InMemory.read(name, bytes));
  }

  private static byte[] tar(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        byte[] bytes = (byte[]) namesAndBytes[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) namesAndBytes[i]);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
