package dev.chipledger.job;

import dev.chipledger.table.UserMistake;
import dev.chipledger.table.Warehouse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where the tables lie and what Spark runs on: the options of every command that needs Spark. */
final class SparkOptions {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String ICEBERG = "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";

  @Option(names = "--warehouse", paramLabel = "DIR", defaultValue = "warehouse",
      description = "Folder of the tables, on any Hadoop file system; default: ${DEFAULT-VALUE}.")
  String warehouse;

  @Option(names = "--master", paramLabel = "URL", description = "Spark master; default: spark-submit's, else all cores of this machine.")
  String master;

  @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "Spark setting, such as that of another Iceberg catalog; repeatable.")
  Map<String, String> settings = new LinkedHashMap<>();

  /**
   * A session with the catalog of this warehouse. What --conf sets stands over spark-submit's, and that over our defaults.
   */
  SparkSession session(String name) {
    SparkConf conf = new SparkConf().setAppName("chipledger " + name);
    settings.forEach(conf::set);
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    boolean local = conf.get("spark.master").startsWith("local");
    Map<String, String> defaults = new LinkedHashMap<>();
    if (!conf.contains("spark.sql.catalog." + Warehouse.CATALOG)) {
      defaults.putAll(Warehouse.settings(absolute(warehouse)));
    }
    defaults.put("spark.ui.enabled", "false");
    defaults.put("spark.ui.showConsoleProgress", "false");
    if (local) {
      // A large shuffle width costs more than the work of a day's news on one machine.
      defaults.put("spark.sql.shuffle.partitions", "8");
      defaults.put("spark.executor.heartbeatInterval", "2s"); // how often progress can move within a task
      defaults.put("spark.driver.host", "localhost");
      defaults.put("spark.driver.bindAddress", "127.0.0.1");
    }
    defaults.forEach(conf::setIfMissing);
    // Not for users to change: results depend on them.
    conf.set("spark.sql.session.timeZone", "UTC");
    conf.set("spark.sql.datetime.java8API.enabled", "true");
    conf.set("spark.sql.ansi.enabled", "true");
    String extensions = conf.get(EXTENSIONS, "");
    if (!extensions.contains(ICEBERG)) {
      conf.set(EXTENSIONS, extensions.isEmpty() ? ICEBERG : extensions + "," + ICEBERG);
    }
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) {
      if (String.valueOf(e.getMessage()).contains("Could not parse Master URL")) {
        throw new UserMistake("bad --master: " + e.getMessage());
      }
      throw e;
    }
  }

  /** A relative local folder becomes absolute: Spark's workers may run elsewhere. */
  static String absolute(String folder) {
    boolean hasScheme = folder.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    return hasScheme ? folder : java.nio.file.Path.of(folder).toAbsolutePath().normalize().toString();
  }
}
