package dev.chipledger.job;

import dev.chipledger.TestSpark;
import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.table.Audits;
import dev.chipledger.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills loads, each a process of its own, and compares what they and the run after them leave with an undisturbed run: jobs/killtest.sh */
@Command(
    name = "killtest",
    mixinStandardHelpOptions = true,
    description = {
      "Kills a load by kill -9 at every step boundary and at random moments. After each kill readers must see the last whole state,",
      "and the same load once more must leave the tables and the published Parquet that an undisturbed one leaves. Exit 3 if any differ."
    })
final class KilledRuns implements Callable<Integer> {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 11);

  /** A load, and what readers see without and with it. */
  private record Load(String name, List<String> inputs, Path saved, Shown before, Shown after, KilledRun.Course course) {}

  @Option(names = "--kills", defaultValue = "30", paramLabel = "N", description = "Random moments; default: ${DEFAULT-VALUE}.")
  int kills;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of the random moments; default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--command", defaultValue = "jobs/nightly.sh", paramLabel = "FILE", description = "What starts a load; default: ${DEFAULT-VALUE}.")
  String command;

  private Path work;
  private Path warehouse;
  private int tried;
  private final Set<String> wrong = new TreeSet<>();

  public static void main(String[] args) {
    System.exit(new CommandLine(new KilledRuns()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    work = Files.createTempDirectory("chipledger-killtest");
    warehouse = work.resolve("warehouse"); // always this one: Iceberg's tables hold full paths
    Files.createDirectories(warehouse);
    Load first = undisturbed("first load", List.of("sample-data/2024-12-11.jsonl"));
    Load again = undisturbed("day again", List.of("sample-data/2024-12-11.jsonl", "sample-data/2024-12-12.jsonl"));
    for (KilledRun.Moment moment : again.course().boundaries()) {
      kill(again, moment);
    }
    Random random = new Random(seed);
    for (int i = 0; i < kills; i++) {
      Load load = i % 2 == 0 ? again : first;
      kill(load, load.course().random(random));
    }
    System.out.printf("%n%d kills, %d wrong tables%s%n", tried, wrong.size(), wrong.isEmpty() ? "" : ": " + String.join(", ", wrong));
    if (wrong.isEmpty()) {
      FileUtils.deleteDirectory(work.toFile());
      return Main.DONE;
    }
    System.out.println("What the last run left is kept in " + work);
    return Main.CHECK_FAILED;
  }

  /** Runs a load on the warehouse as it is, in peace. */
  private Load undisturbed(String name, List<String> inputs) throws IOException, InterruptedException {
    Path saved = work.resolve(name.replace(' ', '-'));
    copy(warehouse, saved);
    Shown before = Shown.in(warehouse);
    KilledRun.Course course = KilledRun.watch(process(inputs), warehouse, work.resolve("err"));
    Load load = new Load(name, inputs, saved, before, Shown.in(warehouse), course);
    System.out.printf("%s undisturbed: %.1f s, %,d rows in %d tables, of them published %,d%n", name, course.seconds(),
        load.after().tables().values().stream().mapToInt(List::size).sum(), load.after().tables().size(),
        load.after().published().values().stream().mapToInt(List::size).sum());
    return load;
  }

  private void kill(Load load, KilledRun.Moment moment) throws IOException, InterruptedException {
    copy(load.saved(), warehouse);
    boolean killed = KilledRun.kill(process(load.inputs()), moment, warehouse, work.resolve("err"));
    Set<String> differing = new LinkedHashSet<>();
    Shown seen = Shown.in(warehouse);
    boolean committed = !seen.tables().equals(load.before().tables());
    if (committed && !seen.tables().equals(load.after().tables())) {
      seen.differingFrom(load.after()).forEach(table -> differing.add("seen " + table));
    }
    if (!seen.published().equals(load.before().published()) && !seen.published().equals(load.after().published())) {
      differing.add("seen published");
    }
    load(load.inputs());
    differing.addAll(Shown.in(warehouse).differingFrom(load.after()));
    differing.addAll(leftOver());
    tried++;
    wrong.addAll(differing);
    System.out.printf("%3d  %-10s  %-36s  %-21s  readers see the state %-6s  run again: %s%n", tried, load.name(), moment,
        killed ? "killed" : "ended before the kill", committed ? "after" : "before",
        differing.isEmpty() ? "all equal" : "DIFFER: " + String.join(", ", differing));
  }

  private ProcessBuilder process(List<String> inputs) {
    List<String> words = new ArrayList<>(List.of(command, "--date", DAY.toString(), "--warehouse", warehouse.toString(), "--input"));
    words.addAll(inputs);
    ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(work.resolve("out").toFile()).redirectError(work.resolve("err").toFile());
    builder.environment().put("CHIPLEDGER_MEMORY", "1g");
    return builder;
  }

  /** The load once more, in this process: a Spark that is up already. */
  private void load(List<String> inputs) {
    NightlyRun.Settings settings = new NightlyRun.Settings("nightly", null, FieldMap.none(), LexiconFiles.standard(), MaxRejects.DEFAULT,
        ReaderSettings.standard().sureCut(), Audits.standard(), warehouse.toString(), warehouse + "/published");
    try (Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()))) {
      new NightlyRun(TestSpark.session(warehouse), settings, new NightlyRun.Batch(inputs, DAY, false), Clock.systemUTC(), progress).run();
    }
  }

  /** What the load after a kill should have tidied: branches, drafts, and tables that other engines see in another state than ours. */
  private List<String> leftOver() throws IOException {
    List<String> left = new ArrayList<>();
    SparkSession spark = TestSpark.session(warehouse);
    Row last = spark.table("chipledger.news.runs").orderBy(org.apache.spark.sql.functions.desc("finished")).first();
    Map<String, Long> snapshots = last.getJavaMap(last.fieldIndex("snapshots"));
    for (Table table : Table.staged()) {
      List<Row> refs = spark.sql("SELECT name, snapshot_id FROM chipledger.news." + table.word() + ".refs").collectAsList();
      if (refs.size() != 1 || refs.get(0).getLong(1) != snapshots.get(table.word())) {
        left.add("branches of " + table.word());
      }
    }
    try (var children = Files.list(warehouse.resolve("published"))) {
      children.map(child -> child.getFileName().toString()).filter(name -> name.startsWith(".")).forEach(left::add);
    }
    return left;
  }

  /** Links stay links: published/current is one. */
  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    FileUtils.deleteDirectory(to.toFile());
    if (new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start().waitFor() != 0) {
      throw new IOException("can't copy " + from);
    }
  }
}
