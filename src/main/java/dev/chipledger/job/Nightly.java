package dev.chipledger.job;

import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.table.UserMistake;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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

  @Option(names = "--format", description = "What every input holds, however it is packed: ${COMPLETION-CANDIDATES}. Default: by content, then by name.")
  Format format;

  @Option(names = "--map", split = ",", paramLabel = "FIELD=COLUMN",
      description = "Which column holds url, title, text, published, publisher, language, where it has another name or lies in another"
          + " (text=article.body); or a known dump: news-please.")
  List<String> map = new ArrayList<>();

  @Mixin
  LexiconOptions lexiconOptions;

  @Option(names = "--max-rejects", paramLabel = "N|P%", converter = Values.MaxRejectsReader.class,
      description = "Stop, and show nothing, if more records can't be used. Default: 1%% of the records, at least 10.")
  MaxRejects maxRejects = MaxRejects.DEFAULT;

  @Option(names = "--min-confidence", paramLabel = "C", converter = Values.Share.class,
      description = "Leave claims less sure than this out of the marts, 0 to 1. Default: where 9 of 10 are right.")
  Double minConfidence;

  @Option(names = "--publish", paramLabel = "DIR", description = "Where to publish the marts as Parquet. Default: WAREHOUSE/published.")
  String publish;

  @Option(names = "--dry-run", description = "Read and extract, tell what would be loaded, write nothing.")
  boolean dryRun;

  @Mixin
  SparkOptions sparkOptions;

  @Override
  public Integer call() {
    FieldMap fields = fields();
    LexiconFiles files = lexiconOptions.files();
    sparkOptions.warehouse = SparkOptions.absolute(sparkOptions.warehouse);
    String target = publish == null ? sparkOptions.warehouse + "/published" : SparkOptions.absolute(publish);
    try (Progress progress = new Progress(System.err)) {
      progress.step("start", "starting Spark");
      SparkSession spark = sparkOptions.session("nightly " + day);
      try {
        NightlyRun.Plan plan = new NightlyRun.Plan(
            inputs, day, format, fields, files, maxRejects, minConfidence == null ? ReaderSettings.standard().sureCut() : minConfidence, sparkOptions.warehouse, target, dryRun);
        Summary summary = new NightlyRun(spark, plan, Clock.systemUTC(), progress).run();
        summary.print(System.out);
      } finally {
        spark.stop();
      }
    }
    return Main.DONE;
  }

  private FieldMap fields() {
    try {
      return FieldMap.of(map);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
  }
}
