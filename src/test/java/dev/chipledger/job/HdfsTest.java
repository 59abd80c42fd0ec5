package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.Article;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Fuzz;
import dev.chipledger.read.InMemory;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Reject;
import dev.chipledger.table.Audits;
import dev.chipledger.table.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps and tables on a real HDFS, in this process. */
@Tag("slow")
class HdfsTest {
  private static final String COLUMNS = "concat_ws(' ', file, records, articles, rejects, skipped)";

  @TempDir
  private Path folder;

  @Test
  void every_kind_of_dump_reads_from_hdfs_as_it_does_from_memory_and_the_tables_lie_there() throws IOException {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build()) {
      String root = cluster.getURI().toString();
      FileSystem hdfs = cluster.getFileSystem();
      List<String> expected = new ArrayList<>();
      for (Map.Entry<String, byte[]> dump : Fuzz.seeds(folder).entrySet()) {
        write(hdfs, "/dumps/" + dump.getKey(), dump.getValue());
        expected.add(root + "/dumps/" + dump.getKey() + " " + account(InMemory.read(dump.getKey(), dump.getValue())));
      }
      assertThat(expected).anyMatch(load -> load.contains(".warc.gz ")).anyMatch(load -> load.contains(".parquet ")).anyMatch(load -> load.contains(".tar "));
      String warehouse = root + "/warehouse";
      SparkSession spark = TestSpark.session();
      Warehouse.settings(warehouse).forEach((key, value) -> spark.conf().set(key, value));
      NightlyRun.Settings settings = new NightlyRun.Settings(
          "nightly", null, FieldMap.none(), LexiconFiles.standard(), MaxRejects.DEFAULT, 0.3, Audits.standard(), warehouse, warehouse + "/published");
      NightlyRun.Batch batch = new NightlyRun.Batch(List.of(root + "/dumps/*"), LocalDate.of(2024, 12, 12), false);
      try (Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))) {
        new NightlyRun(spark, settings, batch, Clock.systemUTC(), progress).run();
      }
      assertThat(spark.table("chipledger.news.loads").selectExpr(COLUMNS).collectAsList().stream().map(row -> row.getString(0)))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(hdfs.exists(new org.apache.hadoop.fs.Path("/warehouse/published/CURRENT"))).isTrue();
    }
  }

  private static String account(List<Outcome> outcomes) {
    long articles = outcomes.stream().filter(Article.class::isInstance).count();
    long rejects = outcomes.stream().filter(Reject.class::isInstance).count();
    return outcomes.size() + " " + articles + " " + rejects + " " + (outcomes.size() - articles - rejects);
  }

  private static void write(FileSystem hdfs, String path, byte[] bytes) throws IOException {
    try (FSDataOutputStream out = hdfs.create(new org.apache.hadoop.fs.Path(path))) {
      out.write(bytes);
    }
  }
}
