package dev.chipledger.job;

import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.step.Marts;
import dev.chipledger.step.StatementStep;
import dev.chipledger.table.Resources;
import dev.chipledger.table.Runs;
import dev.chipledger.table.UserMistake;
import dev.chipledger.table.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers a question in SQL over the tables as the last finished run left them. */
@CommandLine.Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the tables in SQL, by their plain names, as the last finished run left them. Example:",
      "  sql -e \"SELECT buyer, chip, statements FROM who_buys_what ORDER BY statements DESC LIMIT 20\"",
      "DESCRIBE TABLE tells what the columns of a table mean."
    })
final class Sql implements Callable<Integer> {
  /** Where the SQL stands: one of three. */
  static final class Source {
    @Option(names = "-e", paramLabel = "SQL", description = "The query itself.")
    String text;

    @Option(names = "-f", paramLabel = "FILE", description = "A file that holds the query.")
    Path file;

    @Option(names = "--question", paramLabel = "NAME", description = "A question that comes with ChipLedger.")
    String question;
  }

  @ArgGroup(multiplicity = "1")
  Source source;

  @Option(names = "--set", paramLabel = "K=V", description = "Value of the query's parameter :K; repeatable.")
  Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  Answer.Form format;

  @Mixin
  SparkOptions sparkOptions;

  @Override
  public Integer call() {
    String query = query();
    sparkOptions.warehouse = SparkOptions.absolute(sparkOptions.warehouse);
    SparkSession spark = sparkOptions.session("sql");
    try {
      Warehouse warehouse = new Warehouse(spark, sparkOptions.warehouse);
      Runs.Last last = new Runs(warehouse).last().orElseThrow(() -> new UserMistake(
          "no finished run in warehouse " + sparkOptions.warehouse + ": load a day with nightly, or name another --warehouse"));
      warehouse.viewsAt(last.snapshots());
      StatementStep.sourceNames(spark).createOrReplaceTempView("source_names");
      Marts.said(spark, ReaderSettings.standard().sureCut()).createOrReplaceTempView(Marts.SAID);
      new Answer(ask(spark, query)).print(format, System.out);
    } finally {
      spark.stop();
    }
    return Main.DONE;
  }

  private String query() {
    if (source.text != null) {
      return source.text;
    }
    if (source.question != null) {
      return Resources.optional("/questions/" + source.question + ".sql").orElseThrow(
          () -> new UserMistake("no question " + source.question + "; they are files of src/main/resources/questions"));
    }
    try {
      return Files.readString(source.file);
    } catch (IOException e) {
      throw new UserMistake("can't read " + source.file + ": " + (Files.exists(source.file) ? e.getMessage() : "no such file"));
    }
  }

  private Dataset<Row> ask(SparkSession spark, String query) {
    try {
      checkItOnlyAsks(spark, query);
      return spark.sql(query, new LinkedHashMap<String, Object>(values));
    } catch (AnalysisException e) {
      throw new UserMistake(oneLine(e));
    }
  }

  /** Tables change by runs alone: what a stray DELETE left would be no run's result. */
  private static void checkItOnlyAsks(SparkSession spark, String query) throws ParseException {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().sqlParser().parsePlan(query);
    String first = query.replaceAll("(?m)--.*$", "").strip().split("\\s+", 2)[0].toUpperCase(java.util.Locale.ROOT);
    boolean tells = java.util.Set.of("SHOW", "DESCRIBE", "DESC", "EXPLAIN").contains(first);
    if (!tells && (plan instanceof Command || plan instanceof ParsedStatement)) {
      throw new UserMistake("sql only asks: " + first + " changes something");
    }
  }

  private static String oneLine(AnalysisException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf("\n\n");
    String first = (end < 0 ? message : message.substring(0, end)).split("\n== SQL", 2)[0].split(" SQLSTATE:", 2)[0];
    return "bad SQL: " + first.replaceAll(";'?\\s*$", "");
  }
}
