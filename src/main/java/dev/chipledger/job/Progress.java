package dev.chipledger.job;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/** Tells a waiting person what goes on: a line when a step begins, and every few seconds how far it is. */
final class Progress implements AutoCloseable {
  private static final int SECONDS_BETWEEN_LINES = 3;

  private final PrintStream out;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  /** What unfinished tasks have counted, by accumulator and task: Spark adds it up only when a task ends. */
  private final Map<Long, Map<Long, Long>> underway = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  });
  private Runnable unfollow = () -> {};
  private volatile Supplier<String> line = () -> "";
  private String step;
  private long stepStarted;
  private String shown = "";

  Progress(PrintStream out) {
    this.out = out;
    clock.scheduleAtFixedRate(this::tick, SECONDS_BETWEEN_LINES, SECONDS_BETWEEN_LINES, TimeUnit.SECONDS);
  }

  /** Starts to follow a session's tasks. */
  void follow(SparkSession spark) {
    SparkListener listener = new SparkListener() {
      @Override
      public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates()).forEach(task -> {
          for (AccumulableInfo info : CollectionConverters.asJava(task._4())) {
            if (underway.containsKey(info.id()) && info.update().isDefined() && info.update().get() instanceof Long n) {
              underway.get(info.id()).put((Long) task._1(), n);
            }
          }
        });
      }

      @Override
      public void onTaskEnd(SparkListenerTaskEnd end) {
        underway.values().forEach(tasks -> tasks.remove(end.taskInfo().taskId()));
      }
    };
    spark.sparkContext().addSparkListener(listener);
    unfollow = () -> spark.sparkContext().removeSparkListener(listener);
  }

  /** A counter for tasks, whose number {@link #now} tells while they run. */
  LongAccumulator counter(SparkSession spark, String name) {
    LongAccumulator counter = spark.sparkContext().longAccumulator(name);
    underway.put(counter.id(), new ConcurrentHashMap<>());
    return counter;
  }

  /** About how much has been counted. */
  long now(LongAccumulator counter) {
    return counter.value() + underway.get(counter.id()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Ends the step before and begins one. */
  void step(String name, String what) {
    step(name, what, () -> "");
  }

  /** @param line how far it is, asked every few seconds */
  synchronized void step(String name, String what, Supplier<String> line) {
    end();
    step = name;
    stepStarted = System.nanoTime();
    this.line = line;
    shown = "";
    out.println(what);
  }

  /** Tells something by the way. */
  synchronized void say(String what) {
    out.println(what);
  }

  /** Ends the last step. */
  synchronized void end() {
    if (step != null) {
      seconds.merge(step, elapsed(), Double::sum);
    }
    step = null;
    line = () -> "";
  }

  /** Seconds by step, in the order begun. */
  Map<String, Double> seconds() {
    return seconds;
  }

  double elapsed() {
    return (System.nanoTime() - stepStarted) / 1e9;
  }

  private synchronized void tick() {
    String now = line.get();
    if (!now.isEmpty() && !now.equals(shown)) {
      out.println("  " + now);
      shown = now;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    unfollow.run();
  }
}
