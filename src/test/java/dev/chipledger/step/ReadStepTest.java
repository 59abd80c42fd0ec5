package dev.chipledger.step;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.chipledger.TestSpark;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.read.InMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadStepTest {
  private static final String PAGE = "<html><head><title>Orders</title></head><body><article><h1>Orders</h1><p>" + "Meta has ordered more chips from Nvidia, "
      .repeat(4) + "it said.</p></article></body></html>";

  private final SparkSession spark = TestSpark.session();

  @TempDir
  private Path folder;

  @Test
  void one_run_mixes_formats() throws IOException {
    Files.write(folder.resolve("a.jsonl.zst"), Zstd.compress(lines("zstd", 3).getBytes(UTF_8)));
    Files.write(folder.resolve("b.warc.gz"), InMemory.gzip(warc()));
    Files.write(folder.resolve("c.tar"), tar("one.jsonl", lines("tar", 2), "two.csv", "url,text\nhttp://a.example/csv,From a table\n", "README", "Words."));
    spark.sql("SELECT 'http://a.example/parquet' AS url, 'From Parquet' AS text, TIMESTAMP'2024-12-12 10:00:00' AS published")
        .coalesce(1).write().parquet(folder.resolve("d").toString());
    Files.writeString(folder.resolve("README.md"), "What is in here.");
    InputFiles.Found found = InputFiles.find(List.of(folder.toString()), null, new Configuration());
    assertThat(found.passedBy()).hasSize(1);
    try (ReadStep read = read(found.files())) {
      assertThat(read.articles().count()).isEqualTo(3 + 1 + 2 + 1 + 1);
      assertThat(read.rejects().count()).isZero();
      assertThat(read.skipped()).isEqualTo(java.util.Map.of("header", 1L, "no_dump", 1L, "request", 1L));
      assertThat(read.loads().selectExpr("records = articles + rejects + skipped").distinct().collectAsList()).hasSize(1).first()
          .isEqualTo(org.apache.spark.sql.RowFactory.create(true));
      assertThat(read.loads().where("file LIKE '%c.tar'").selectExpr("articles", "skipped").first())
          .isEqualTo(org.apache.spark.sql.RowFactory.create(3L, 2L));
      assertThat(read.articles().where("text = 'From Parquet'").selectExpr("published_at", "published_basis", "position").first())
          .isEqualTo(org.apache.spark.sql.RowFactory.create(Instant.parse("2024-12-12T10:00:00Z"), "field", 0L));
    }
  }

  @Test
  void a_file_read_in_parts_is_one_load_however_the_parts_are_spread() throws IOException {
    Path file = folder.resolve("big.jsonl");
    Files.writeString(file, lines("big", 500));
    long size = Files.size(file);
    List<InputFile> parts = new ArrayList<>();
    for (long start = 0; start < size; start += 1_000) {
      parts.add(new InputFile(file.toUri().toString(), "big.jsonl", Math.min(1_000, size - start), start, Format.JSONL));
    }
    try (ReadStep whole = read(List.of(new InputFile(file.toUri().toString(), "big.jsonl", size, 0, null))); ReadStep inParts = read(parts)) {
      assertThat(inParts.articles().drop("position").except(whole.articles().drop("position")).count()).isZero();
      assertThat(inParts.articles().count()).isEqualTo(500);
      assertThat(inParts.articles().select("position").except(whole.articles().select("position")).count()).isZero();
      Row load = inParts.loads().first();
      assertThat(inParts.loads().count()).isEqualTo(1);
      assertThat(load.<Long>getAs("size")).isEqualTo(size);
      assertThat(load.<Long>getAs("articles")).isEqualTo(500);
      List<InputFile> otherOrder = new ArrayList<>(parts);
      java.util.Collections.reverse(otherOrder);
      try (ReadStep again = read(otherOrder)) {
        assertThat(again.loads().first().<String>getAs("checksum")).isEqualTo(load.getAs("checksum")).hasSize(8);
      }
    }
  }

  private ReadStep read(List<InputFile> files) {
    ReadStep.Counters counters = new ReadStep.Counters(spark.sparkContext().longAccumulator(), spark.sparkContext().longAccumulator());
    return ReadStep.of(spark, files, null, FieldMap.none(), LocalDate.of(2024, 12, 12), Instant.EPOCH, counters);
  }

  private static String lines(String word, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"url\":\"http://a.example/").append(word).append(i).append("\",\"text\":\"").append(word).append(" ").append(i).append("\"}\n");
    }
    return lines.toString();
  }

  private static byte[] warc() {
    return (record("request", "GET / HTTP/1.1\r\n\r\n") + record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)).getBytes(UTF_8);
  }

  private static String record(String kind, String block) {
    return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: http://news.example/a\r\nWARC-Date: 2024-12-12T10:00:00Z\r\n"
        + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http;msgtype=" + kind
        + "\r\nContent-Length: " + block.length() + "\r\n\r\n" + block + "\r\n\r\n";
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] bytes = namesAndTexts[i + 1].getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }
}
