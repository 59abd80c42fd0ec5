package dev.chipledger.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.read.Article;
import dev.chipledger.read.Dump;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.read.InMemory;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRecordsTest {
  private static final int ROWS = 3_000;
  private static byte[] file;

  @BeforeAll
  static void write(@TempDir Path folder) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("""
        message row {
          optional binary text (STRING);
          optional int64 published (TIMESTAMP(MICROS,true));
          optional int32 day (DATE);
          optional group meta { optional binary url (STRING); }
          optional group authors (LIST) { repeated group list { optional binary element (STRING); } }
          optional binary unused (STRING);
        }""");
    Path path = folder.resolve("rows.parquet");
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(path))
        .withType(schema).withRowGroupSize(40_000L).withPageSize(4_000).withCompressionCodec(CompressionCodecName.SNAPPY).build()) {
      for (int i = 0; i < ROWS; i++) {
        Group row = new SimpleGroupFactory(schema).newGroup();
        if (i != 7) {
          row.add("text", "text " + i + " " + "x".repeat(i % 50));
        }
        row.add("published", 1_700_000_000_000_000L + i);
        row.add("day", 20_000);
        row.addGroup("meta").add("url", "https://a.example/" + i);
        row.addGroup("authors").addGroup("list").add("element", "A");
        row.add("unused", "u");
        writer.write(row);
      }
    }
    file = Files.readAllBytes(path);
  }

  @Test
  void rows_with_their_times_and_inner_columns() throws IOException {
    List<Outcome> outcomes = read(file, FieldMap.of(List.of("url=meta.url")));
    assertThat(outcomes).hasSize(ROWS);
    Article first = (Article) outcomes.get(0);
    assertThat(first.text()).isEqualTo("text 0 ");
    assertThat(first.url()).isEqualTo("https://a.example/0");
    assertThat(first.publishedAt()).hasToString("2023-11-14T22:13:20Z");
    assertThat(((Article) outcomes.get(ROWS - 1)).position()).isEqualTo(ROWS - 1);
    assertThat((Reject) outcomes.get(7)).extracting(Reject::reason, Reject::position).containsExactly("no_text", 7L);
    Article byDay = (Article) read(file, FieldMap.of(List.of("published=day"))).get(0);
    assertThat(byDay.publishedAt()).hasToString("2024-10-04T00:00:00Z");
  }

  @Test
  void parts_together_give_what_the_whole_gives() throws IOException {
    Dump dump = new Dump(null, InMemory.maker(FieldMap.none()));
    List<Outcome> parts = new ArrayList<>();
    for (int start = 0; start < file.length; start += 10_000) {
      parts.addAll(InMemory.all(dump.open(InMemory.stored(file), "f.parquet", Format.PARQUET, start, Math.min(file.length, start + 10_000))));
    }
    assertThat(parts).isEqualTo(read(file, FieldMap.none()));
  }

  @Test
  void a_broken_row_group_costs_itself() throws IOException {
    byte[] broken = file.clone();
    java.util.Arrays.fill(broken, 100, 3_000, (byte) 0x55);
    List<Outcome> outcomes = read(broken, FieldMap.none());
    assertThat(outcomes).filteredOn(Reject.class::isInstance).extracting(o -> ((Reject) o).reason()).contains("bad_parquet");
    assertThat(outcomes).filteredOn(Article.class::isInstance).hasSizeGreaterThan(1_000);
  }

  @Test
  void a_cut_file_is_a_reject() throws IOException {
    assertThat(InMemory.words(read(java.util.Arrays.copyOf(file, file.length / 2), FieldMap.none()))).containsExactly("!bad_parquet");
    assertThat(InMemory.words(InMemory.read("f.gz", InMemory.gzip(file)))).containsExactly("!packed_parquet");
  }

  private static List<Outcome> read(byte[] bytes, FieldMap map) throws IOException {
    return InMemory.read("f.parquet", bytes, null, map);
  }
}
