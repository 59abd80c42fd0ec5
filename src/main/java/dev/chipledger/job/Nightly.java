package dev.chipledger.job;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads one batch, from dumps to published marts. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = {
      "Loads one batch of news: reads dumps, finds who buys which chips, and publishes the marts.",
      "Loading a day again replaces it. Example:",
      "  nightly --input dumps/2024-12-12 --date 2024-12-12 --map text=maintext,published=date_publish"
    })
final class Nightly implements Callable<Integer> {
  @Option(names = "--input", required = true, arity = "1..*", paramLabel = "PATH",
      description = "Files, folders or globs on any Hadoop file system: WARC, JSON, CSV, Parquet, packed or in archives; repeatable.")
  List<String> inputs;

  @Option(names = "--date", required = true, paramLabel = "D", converter = Values.Day.class,
      description = "Name of the batch, as 2024-12-12. It filters nothing.")
  LocalDate day;

  @Option(names = "--dry-run", description = "Read and extract, tell what would be loaded, write nothing.")
  boolean dryRun;

  @Mixin
  LoadOptions loadOptions;

  @Override
  public Integer call() {
    NightlyRun.Settings settings = loadOptions.settings("nightly");
    try (Progress progress = new Progress(System.err)) {
      progress.step("start", "starting Spark");
      SparkSession spark = loadOptions.sparkOptions.session("nightly " + day);
      try {
        new NightlyRun(spark, settings, new NightlyRun.Batch(inputs, day, dryRun), Clock.systemUTC(), progress).run().print(System.out);
      } finally {
        spark.stop();
      }
    }
    return Main.DONE;
  }
}
