package dev.chipledger.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.step.BenchStep;
import dev.chipledger.step.BenchStep.Measured;
import dev.chipledger.step.InputFile;
import dev.chipledger.step.InputFiles;
import dev.chipledger.table.UserMistake;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what reading costs, against plain reading of the same bytes in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures extraction against plain reading of the same articles in the same run; writes no table. Example:",
      "  bench --input dumps/2024-12-12 --scale 1,4",
      "Prints seconds, MB of title and text a second, and times the floor, for: read (every column from Parquet), rlike (one",
      "regular expression over title and text), mentions (extraction without claims), claims (with). Machines are noisy:",
      "compare the ratios, not the seconds."
    })
final class Bench implements Callable<Integer> {
  @Option(names = "--input", required = true, arity = "1..*", paramLabel = "PATH", description = "As for nightly.")
  List<String> inputs;

  @Option(names = "--format", description = "As for nightly.")
  Format format;

  @Option(names = "--map", split = ",", paramLabel = "FIELD=COLUMN", description = "As for nightly.")
  List<String> map = new ArrayList<>();

  @Option(names = "--scale", split = ",", defaultValue = "1", paramLabel = "N",
      description = "So many times the data, each copy under other addresses; several to see how time grows. Default: ${DEFAULT-VALUE}.")
  List<Integer> scales;

  @Option(names = "--thin", paramLabel = "N",
      description = "Drop sentences that may hold a claim until they are one in N, as they are in general news: 200.")
  Integer thin;

  @Option(names = "--rounds", defaultValue = "1", paramLabel = "N",
      description = "Measure so often and take each one's least. Default: ${DEFAULT-VALUE}.")
  int rounds;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Mixin
  SparkOptions sparkOptions;

  @Override
  public Integer call() throws IOException {
    if (scales.isEmpty() || scales.stream().anyMatch(n -> n < 1) || rounds < 1 || thin != null && thin < 2) {
      throw new UserMistake("--scale and --rounds are numbers from 1 on, --thin from 2 on");
    }
    FieldMap fields;
    try {
      fields = FieldMap.of(map);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
    Path work = Files.createTempDirectory("chipledger-bench");
    SparkSession spark = sparkOptions.session("bench");
    List<Map<String, Object>> results = new ArrayList<>();
    try {
      List<InputFile> files = InputFiles.find(inputs, format, spark.sparkContext().hadoopConfiguration()).files();
      BenchStep bench = new BenchStep(spark, LexiconFiles.standard(), work.toString());
      for (int scale : scales) {
        System.err.printf("writing %d times the input as Parquet%n", scale);
        BenchStep.Data data = bench.prepare(files, format, fields, scale, thin);
        System.err.printf("%,d articles, %,d rejects, %.1f MB of title and text; measuring%n", data.articles(), data.rejects(), data.bytes() / 1e6);
        if (data.articles() == 0) {
          throw new UserMistake("nothing to measure: no record became an article; see what nightly --dry-run says");
        }
        results.add(result(scale, data, bench.measure(data, rounds)));
      }
    } finally {
      spark.stop();
      FileUtils.deleteQuietly(work.toFile());
    }
    if (json) {
      System.out.println(new ObjectMapper().writeValueAsString(Map.of("results", results)));
    } else {
      results.forEach(result -> print(System.out, result));
    }
    return Main.DONE;
  }

  private Map<String, Object> result(int scale, BenchStep.Data data, Map<String, Measured> measured) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("scale", scale);
    result.put("articles", data.articles());
    result.put("megabytes", data.bytes() / 1e6);
    result.put("cores", Runtime.getRuntime().availableProcessors());
    double floor = measured.get("read").seconds();
    measured.forEach((what, one) -> {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("seconds", one.seconds());
      figures.put("megabytes_per_second", data.bytes() / 1e6 / one.seconds());
      figures.put("times_floor", one.seconds() / floor);
      figures.put("rows", one.rows());
      result.put(what, figures);
    });
    result.put("peak_heap_megabytes", BenchStep.peakHeap() / 1e6);
    return result;
  }

  private static void print(PrintStream out, Map<String, Object> result) {
    out.printf("%nscale %d: %,d articles, %.1f MB, %d cores%n", result.get("scale"), result.get("articles"), result.get("megabytes"), result.get("cores"));
    out.printf("%-10s %9s %9s %9s %12s%n", "", "seconds", "MB/s", "x floor", "rows");
    result.forEach((what, value) -> {
      if (value instanceof Map<?, ?> figures) {
        out.printf("%-10s %9.2f %9.1f %9.2f %,12d%n", what, figures.get("seconds"), figures.get("megabytes_per_second"),
            figures.get("times_floor"), figures.get("rows"));
      }
    });
    out.printf("peak heap %.0f MB%n", result.get("peak_heap_megabytes"));
  }
}
