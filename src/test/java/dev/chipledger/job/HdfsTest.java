package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.InMemory;
import dev.chipledger.table.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
  @TempDir
  private Path folder;

  @Test
  void a_run_reads_from_hdfs_and_writes_to_it() throws IOException {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build()) {
      String root = cluster.getURI().toString();
      FileSystem hdfs = cluster.getFileSystem();
      write(hdfs, "/dumps/a.jsonl", "{\"url\":\"http://a.example/1\",\"text\":\"ByteDance bought Nvidia H20 chips.\"}\n".getBytes(UTF_8));
      write(hdfs, "/dumps/b.jsonl.gz", InMemory.gzip("{\"url\":\"http://a.example/2\",\"text\":\"Meta ordered MI300X chips from AMD.\"}\n".getBytes(UTF_8)));
      String warehouse = root + "/warehouse";
      SparkSession spark = TestSpark.session();
      Warehouse.settings(warehouse).forEach((key, value) -> spark.conf().set(key, value));
      NightlyRun.Plan plan = new NightlyRun.Plan(
          List.of(root + "/dumps/*"), LocalDate.of(2024, 12, 12), null, FieldMap.none(), LexiconFiles.standard(), MaxRejects.DEFAULT, 0.3,
          warehouse, warehouse + "/published", false);
      try (Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))) {
        Summary summary = new NightlyRun(spark, plan, Clock.systemUTC(), progress).run();
        assertThat(summary.counts()).containsEntry("articles", 2L).containsEntry("rejects", 0L);
      }
      assertThat(spark.table("chipledger.news.loads").select("file").collectAsList().stream().map(row -> row.getString(0)))
          .containsExactlyInAnyOrder(root + "/dumps/a.jsonl", root + "/dumps/b.jsonl.gz");
      assertThat(hdfs.exists(new org.apache.hadoop.fs.Path("/warehouse/published/CURRENT"))).isTrue();
    }
  }

  private static void write(FileSystem hdfs, String path, byte[] bytes) throws IOException {
    try (FSDataOutputStream out = hdfs.create(new org.apache.hadoop.fs.Path(path))) {
      out.write(bytes);
    }
  }
}
