package dev.chipledger.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A load in a process of its own, watched from outside: what it says on standard error and what it has made in the warehouse. */
final class KilledRun {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  /** Steps by the line that each begins with, in their order; the last three, between which lies the commit, say nothing. */
  private static final List<String> LINES = List.of("starting Spark", "reading", "extracting", "writing the tables", "putting together",
      "building the marts", "auditing", "publishing");
  private static final String FINISHED = "version finished";
  private static final String COMMITTED = "row in runs";
  private static final String CURRENT = "current moved";

  private KilledRun() {}

  /** When to kill: so long after a step has begun. */
  record Moment(String step, Duration after) {
    @Override
    public String toString() {
      return after.isZero() ? "at: " + step : "%.2f s after: %s".formatted(after.toMillis() / 1e3, step);
    }
  }

  /** When the steps of an undisturbed load began, and when it ended, in nanoseconds since its start. */
  record Course(Map<String, Long> begun, long end) {
    double seconds() {
      return end / 1e9;
    }

    List<Moment> boundaries() {
      return begun.keySet().stream().map(step -> new Moment(step, Duration.ZERO)).toList();
    }

    /** A moment in any of the steps, the short ones as often as the long ones. */
    Moment random(Random random) {
      List<String> steps = List.copyOf(begun.keySet());
      int i = random.nextInt(steps.size());
      long length = (i + 1 < steps.size() ? begun.get(steps.get(i + 1)) : end) - begun.get(steps.get(i));
      return new Moment(steps.get(i), Duration.ofNanos(1 + (long) (random.nextDouble() * length)));
    }
  }

  /** Runs a load to its end. */
  static Course watch(ProcessBuilder builder, Path warehouse, Path err) throws IOException, InterruptedException {
    Sight before = Sight.of(warehouse, "");
    Map<String, Long> begun = new LinkedHashMap<>();
    long start = System.nanoTime();
    Process process = builder.start();
    for (String step : Stream.concat(LINES.stream(), Stream.of(FINISHED, COMMITTED, CURRENT)).toList()) {
      if (!await(process, step, before, warehouse, err, start)) {
        throw new IllegalStateException("a load ended before: " + step + "\n" + Files.readString(err));
      }
      begun.put(step, System.nanoTime() - start);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("a load failed: " + Files.readString(err));
    }
    return new Course(begun, System.nanoTime() - start);
  }

  /** @return whether the load still ran when it was killed */
  static boolean kill(ProcessBuilder builder, Moment moment, Path warehouse, Path err) throws IOException, InterruptedException {
    Sight before = Sight.of(warehouse, "");
    Process process = builder.start();
    if (await(process, moment.step(), before, warehouse, err, System.nanoTime())) {
      process.waitFor(moment.after().toNanos(), TimeUnit.NANOSECONDS);
    }
    boolean ran = process.isAlive();
    process.destroyForcibly().waitFor(); // the script has become the JVM by exec
    return ran;
  }

  /** @return false if the load ended without the step */
  private static boolean await(Process process, String step, Sight before, Path warehouse, Path err, long since)
      throws IOException, InterruptedException {
    while (!Sight.of(warehouse, Files.readString(err)).shows(step, before)) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        return Sight.of(warehouse, Files.readString(err)).shows(step, before);
      }
      if (System.nanoTime() - since > LONGEST.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException("a load never came to: " + step);
      }
    }
    return true;
  }

  /**
   * What can be seen of a load.
   *
   * @param versions published versions
   * @param commits of table runs
   * @param current the version that is current; empty if none is
   */
  private record Sight(List<String> lines, List<String> versions, long commits, String current) {
    static Sight of(Path warehouse, String err) throws IOException {
      Path current = warehouse.resolve("published/current");
      return new Sight(err.lines().toList(),
          names(warehouse.resolve("published")).stream().filter(name -> name.startsWith("v-")).toList(),
          names(warehouse.resolve("news/runs/metadata")).stream().filter(name -> name.matches("v\\d+\\.metadata\\.json")).count(),
          Files.exists(current) ? Files.readSymbolicLink(current).toString() : "");
    }

    private static List<String> names(Path folder) throws IOException {
      if (!Files.exists(folder)) {
        return new ArrayList<>();
      }
      try (Stream<Path> children = Files.list(folder)) {
        return children.map(child -> child.getFileName().toString()).sorted().toList();
      }
    }

    boolean shows(String step, Sight before) {
      return switch (step) {
        case FINISHED -> !versions.equals(before.versions);
        // The first of a new warehouse creates the table.
        case COMMITTED -> commits > Math.max(before.commits, 1);
        case CURRENT -> !current.equals(before.current);
        default -> lines.stream().anyMatch(line -> line.startsWith(step));
      };
    }
  }
}
