package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standalone cluster of two workers, from Spark's own classes; one dies by kill -9 while articles are read for claims. */
@Tag("slow")
class KilledWorkerIT {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final int FILES = 4;
  private static final int ARTICLES_A_FILE = 10;

  @TempDir
  private Path folder;

  private final List<Process> cluster = new ArrayList<>();
  private String master;

  @BeforeEach
  void startCluster() throws Exception {
    Files.createDirectory(folder.resolve("spark"));
    Files.createSymbolicLink(folder.resolve("spark/jars"), HOME.resolve("target/spark"));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    master = "spark://localhost:" + port;
    start("master.Master", "--host", "localhost", "--port", String.valueOf(port), "--webui-port", "0");
    for (int i = 0; i < 2; i++) {
      start("worker.Worker", "--host", "localhost", "--cores", "1", "--memory", "1g", "--webui-port", "0",
          "--work-dir", folder.resolve("work" + i).toString(), master);
    }
  }

  private void start(String daemon, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + HOME.resolve("jobs/java17.options"), "-Xmx256m", "-cp", HOME.resolve("target/spark") + "/*", "org.apache.spark.deploy." + daemon));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("cluster-" + cluster.size() + ".log").toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // as Spark's scripts set it
    cluster.add(builder.start());
  }

  @AfterEach
  void stopCluster() {
    cluster.forEach(KilledWorkerIT::kill);
  }

  /** With its executors, as when the machine goes. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Test
  void the_tables_are_those_of_an_undisturbed_run() throws Exception {
    Files.createDirectory(folder.resolve("in"));
    for (int i = 0; i < FILES; i++) {
      int file = i;
      Files.writeString(folder.resolve("in/" + i + ".jsonl"),
          IntStream.range(0, ARTICLES_A_FILE).mapToObj(j -> article(file * ARTICLES_A_FILE + j)).collect(Collectors.joining()));
    }
    assertThat(JarRuns.run(folder, "nightly", "--warehouse", "calm", "--input", "in", "--date", "2024-12-12").code()).isZero();
    Process run = JarRuns.start(folder, "nightly", "--warehouse", "disturbed", "--input", "in", "--date", "2024-12-12", "--master", master,
        "--conf", "spark.executor.memory=700m", "--conf", "spark.driver.host=localhost", "--conf", "spark.sql.shuffle.partitions=8");
    while (!Files.readString(folder.resolve("err")).contains("extracting")) {
      assertThat(run.waitFor(20, TimeUnit.MILLISECONDS)).as(Files.readString(folder.resolve("err"))).isFalse();
    }
    Process worker = cluster.get(2);
    assertThat(worker.descendants()).as("executors of the worker: " + Files.readString(folder.resolve("cluster-2.log"))).isNotEmpty();
    kill(worker);
    assertThat(run.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
    assertThat(tables("disturbed")).isEqualTo(tables("calm")).contains("claims," + FILES * ARTICLES_A_FILE);
  }

  private static String article(int i) {
    return "{\"url\":\"https://news.example/" + i + "\",\"published\":\"2024-12-12\",\"text\":\"ByteDance bought " + (1000 + i)
        + " Nvidia H20 chips.\"}\n";
  }

  /** Rows of every table, and a sum over what they hold. */
  private String tables(String warehouse) throws Exception {
    String sql = Table.staged().stream().map(table -> "SELECT '" + table.word() + "' AS name, count(*) AS n, "
        + "sum(CAST(xxhash64(to_json(struct(*))) AS DECIMAL(38, 0))) AS hashes FROM "
        + (table == Table.LOADS ? "(SELECT * EXCEPT (started, finished) FROM loads)" : table.word())).collect(Collectors.joining(" UNION ALL "));
    return JarRuns.run(folder, "sql", "--warehouse", warehouse, "--format", "csv", "-e", sql + " ORDER BY name").out();
  }
}
