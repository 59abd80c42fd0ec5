package dev.chipledger.job;

import dev.chipledger.table.UserMistake;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads many days, one after the other. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Loads many days in one session, each as nightly does, and shows each as soon as it is whole. Days that were loaded from the same"
          + " files (size and checksum) are passed over; a bad day is listed at the end (exit 3) and the others go on. Example:",
      "  backfill --input 'dumps/{yyyy}-{MM}-{dd}*' --from 2024-12-01 --to 2024-12-31"
    })
final class Backfill implements Callable<Integer> {
  @Option(names = "--input", required = true, arity = "1..*", paramLabel = "PATTERN",
      description = "Files, folders or globs of a day, with {yyyy}, {MM} and {dd} for its parts; repeatable. Quote it from the shell.")
  List<String> inputs;

  @Option(names = "--from", required = true, paramLabel = "D", converter = Values.Day.class, description = "First day, as 2024-12-01.")
  LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "D", converter = Values.Day.class, description = "Last day, inclusive.")
  LocalDate to;

  @Option(names = "--force", description = "Load days again that were loaded from the same files.")
  boolean force;

  @Option(names = "--dry-run", description = "Tell which days would be loaded from what, read no records and write nothing.")
  boolean dryRun;

  @Mixin
  LoadOptions loadOptions;

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new UserMistake("--to " + to + " lies before --from " + from);
    }
    List<DayPattern> patterns = inputs.stream().map(DayPattern::of).toList();
    NightlyRun.Settings settings = loadOptions.settings("backfill");
    SparkSession spark = loadOptions.sparkOptions.session("backfill " + from + " " + to);
    try {
      BackfillRun run = new BackfillRun(spark, settings, patterns, force, Clock.systemUTC(), System.out, System.err);
      return (dryRun ? run.plan(from, to) : run.load(from, to)) ? Main.DONE : Main.CHECK_FAILED;
    } finally {
      spark.stop();
    }
  }
}
