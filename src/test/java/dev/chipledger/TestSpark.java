package dev.chipledger;

import dev.chipledger.table.Warehouse;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of this JVM; each test has its own session with its own warehouse. */
public final class TestSpark {
  private static SparkSession shared;

  private TestSpark() {}

  private static synchronized SparkSession shared() {
    if (shared == null) {
      SparkConf conf = new SparkConf()
          .setMaster("local[2]")
          .setAppName("tests")
          .set("spark.ui.enabled", "false")
          .set("spark.driver.host", "localhost")
          .set("spark.driver.bindAddress", "127.0.0.1")
          .set("spark.sql.shuffle.partitions", "2")
          .set("spark.default.parallelism", "2")
          // The rows of a test are fewer than the milliseconds that compiling their plans takes.
          .set("spark.sql.codegen.wholeStage", "false")
          .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .set("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
          .set("spark.sql.session.timeZone", "UTC")
          .set("spark.sql.datetime.java8API.enabled", "true")
          .set("spark.sql.warehouse.dir", "target/spark-warehouse");
      shared = SparkSession.builder().config(conf).getOrCreate();
    }
    return shared;
  }

  /** A session without tables. */
  public static SparkSession session() {
    return shared().newSession();
  }

  /** A session on a warehouse in a folder. */
  public static SparkSession session(Path warehouse) {
    SparkSession session = session();
    Warehouse.settings(warehouse.toString()).forEach((key, value) -> session.conf().set(key, value));
    return session;
  }
}
