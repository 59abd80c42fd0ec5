package dev.chipledger.job;

import dev.chipledger.step.InputFile;
import dev.chipledger.step.InputFiles;
import dev.chipledger.step.LoadedFiles;
import dev.chipledger.table.RunLock;
import dev.chipledger.table.Runs;
import dev.chipledger.table.Table;
import dev.chipledger.table.Warehouse;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Loads the days of a span, each by a {@link NightlyRun}, under one lock. */
final class BackfillRun {
  private enum Outcome {
    LOADED("loaded"), TO_LOAD("to load"), SAME("loaded before from the same files"), NO_INPUT("without input"), BAD("bad");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  private final SparkSession spark;
  private final NightlyRun.Settings settings;
  private final List<DayPattern> patterns;
  private final boolean force;
  private final Clock clock;
  private final PrintStream out;
  private final PrintStream progress;
  private final Map<Outcome, List<String>> days = new EnumMap<>(Outcome.class);

  /**
   * @param force to load days again that were loaded from the same files
   * @param out receives a line a day and the sum
   * @param progress receives what goes on within a day
   */
  BackfillRun(
      SparkSession spark, NightlyRun.Settings settings, List<DayPattern> patterns, boolean force, Clock clock, PrintStream out, PrintStream progress) {
    this.spark = spark;
    this.settings = settings;
    this.patterns = patterns;
    this.force = force;
    this.clock = clock;
    this.out = out;
    this.progress = progress;
  }

  /**
   * Loads the days in order.
   *
   * @return whether none was bad
   */
  boolean load(LocalDate from, LocalDate to) {
    try (RunLock lock = RunLock.take(new Path(settings.warehouse()), conf(), clock.instant().truncatedTo(ChronoUnit.SECONDS))) {
      from.datesUntil(to.plusDays(1)).forEach(day -> load(day, lock));
    }
    return summary();
  }

  /** Tells what {@link #load} would do, and does nothing. */
  boolean plan(LocalDate from, LocalDate to) {
    from.datesUntil(to.plusDays(1)).forEach(day -> {
      List<String> inputs = inputs(day);
      if (inputs.isEmpty()) {
        note(Outcome.NO_INPUT, day, "no input");
        return;
      }
      try {
        List<InputFile> files = files(inputs);
        if (!force && isLoaded(day, files)) {
          note(Outcome.SAME, day, "loaded before from the same files");
        } else {
          double megabytes = files.stream().mapToLong(InputFile::size).sum() / 1e6;
          note(Outcome.TO_LOAD, day, String.format("to load: %,d files, %,.1f MB, first %s", files.size(), megabytes, files.get(0).name()));
        }
      } catch (Exception e) { // Spark throws checked ones that it doesn't declare
        note(Outcome.BAD, day, Failure.line(e));
      }
    });
    boolean good = summary();
    out.println("Dry run: nothing was read or written.");
    return good;
  }

  private void load(LocalDate day, RunLock lock) {
    List<String> inputs = inputs(day);
    if (inputs.isEmpty()) {
      note(Outcome.NO_INPUT, day, "no input");
      return;
    }
    try (Progress steps = new Progress(progress)) {
      if (!force && isLoaded(day, files(inputs))) {
        note(Outcome.SAME, day, "loaded before from the same files");
        return;
      }
      Summary summary = new NightlyRun(spark, settings, new NightlyRun.Batch(inputs, day, false), clock, steps).run(lock);
      note(Outcome.LOADED, day, String.format("loaded: %,d records, %,d articles, %,d rejects, %,d claims in %.0f s",
          summary.counts().get("records"), summary.counts().get("articles"), summary.counts().get("rejects"), summary.counts().get("claims"),
          summary.seconds().values().stream().mapToDouble(Double::doubleValue).sum()));
    } catch (Exception | FSError e) {
      if (spark.sparkContext().isStopped()) {
        throw e; // nothing can go on
      }
      org.slf4j.LoggerFactory.getLogger(BackfillRun.class).error("day " + day + " failed", e);
      note(Outcome.BAD, day, Failure.line(e));
    }
  }

  /** The patterns of a day that find something. */
  private List<String> inputs(LocalDate day) {
    return patterns.stream().map(pattern -> pattern.on(day)).filter(input -> InputFiles.anything(input, conf())).toList();
  }

  private List<InputFile> files(List<String> inputs) {
    return InputFiles.find(inputs, settings.format(), conf()).files();
  }

  private boolean isLoaded(LocalDate day, List<InputFile> files) {
    Warehouse warehouse = new Warehouse(spark, settings.warehouse());
    return new Runs(warehouse).last()
        .map(last -> LoadedFiles.same(spark, warehouse.tableAt(Table.LOADS, last.snapshots().get(Table.LOADS.word())), day, files, settings.format()))
        .orElse(false);
  }

  private void note(Outcome outcome, LocalDate day, String what) {
    days.computeIfAbsent(outcome, o -> new ArrayList<>()).add(day + ": " + what);
    out.println(day + " " + (outcome == Outcome.BAD ? "bad: " : "") + what);
  }

  private boolean summary() {
    out.println();
    out.println(days.entrySet().stream().map(e -> String.format("%,d days %s", e.getValue().size(), e.getKey().words)).collect(Collectors.joining(", ")));
    List<String> bad = days.getOrDefault(Outcome.BAD, List.of());
    if (!bad.isEmpty()) {
      out.println("Bad days, of which nothing was loaded; the same command tries them again:");
      bad.forEach(day -> out.println("  " + day));
    }
    return bad.isEmpty();
  }

  private Configuration conf() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
