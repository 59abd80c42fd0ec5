package dev.chipledger.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Checks staged days by SQL files, each a query that returns what offends: those of resources/audits, and a user's own. A
 * line {@code -- Look closer: SELECT …} tells what to ask the tables if it finds something; both know {@code :load_day}.
 */
public final class Audits {
  private static final int SHOWN = 3;
  private static final String END = ".sql";
  private static final String CLOSER = "-- Look closer: ";

  private final Map<String, String> queries;
  private final Set<String> accepted;

  private Audits(Map<String, String> queries, Set<String> accepted) {
    this.queries = queries;
    this.accepted = accepted;
  }

  /** Ours, none accepted. */
  public static Audits standard() {
    return of(null, Set.of());
  }

  /**
   * @param folder SQL files beside ours; one of the same name stands instead of ours; null for none
   * @param accepted names of audits that may find something
   * @throws UserMistake if the folder can't be read or an accepted name is none
   */
  public static Audits of(Path folder, Collection<String> accepted) {
    Map<String, String> queries = new TreeMap<>();
    for (String file : Resources.names("audits")) {
      queries.put(name(file), Resources.text("/audits/" + file));
    }
    if (folder != null) {
      addFrom(folder, queries);
    }
    for (String name : accepted) {
      if (!queries.containsKey(name)) {
        throw new UserMistake("no audit " + name + " to --accept; there are " + String.join(", ", queries.keySet()));
      }
    }
    return new Audits(queries, Set.copyOf(accepted));
  }

  private static void addFrom(Path folder, Map<String, String> queries) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sql = files.filter(file -> file.toString().endsWith(END)).toList();
      if (sql.isEmpty()) {
        throw new UserMistake("no .sql file in " + folder + " (--audits)");
      }
      for (Path file : sql) {
        queries.put(name(file.getFileName().toString()), Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UserMistake("can't read " + folder + " (--audits): " + e.getMessage());
    }
  }

  private static String name(String file) {
    return file.substring(0, file.length() - END.length());
  }

  /** In the order they run. */
  public Set<String> names() {
    return queries.keySet();
  }

  /**
   * Runs every audit over the views of {@link Stage#views}, for each of some load days.
   *
   * @return offending rows by audit: not 0 only where that was accepted
   * @throws CheckFailed if rows offend: which audit, how many, three of them, and how to look closer
   * @throws UserMistake if a user's audit is no query
   */
  public Map<String, Long> run(SparkSession spark, List<LocalDate> days) {
    Map<String, Long> offending = new LinkedHashMap<>();
    queries.forEach((name, sql) -> {
      long found = 0;
      for (LocalDate day : days) {
        found += run(spark, name, sql, day);
      }
      offending.put(name, found);
    });
    return offending;
  }

  private long run(SparkSession spark, String name, String sql, LocalDate day) {
    Dataset<Row> rows = rows(spark, name, sql, day);
    List<String> shown = rows.limit(SHOWN).toJSON().collectAsList();
    if (shown.isEmpty()) {
      return 0;
    }
    long found = rows.count();
    if (accepted.contains(name)) {
      return found;
    }
    String closer = sql.lines().filter(line -> line.startsWith(CLOSER)).findFirst()
        .map(line -> "; look closer: jobs/sql.sh -e \"" + line.substring(CLOSER.length()).replace(":load_day", "DATE'" + day + "'") + "\"").orElse("");
    throw new CheckFailed(String.format(
        "audit %s of day %s found %,d offending rows, such as %s%s; nothing was shown; load it all the same with --accept %s",
        name, day, found, String.join(" ", shown), closer, name));
  }

  private static Dataset<Row> rows(SparkSession spark, String name, String sql, LocalDate day) {
    try {
      return spark.sql(sql, Map.of("load_day", day));
    } catch (Exception e) {
      if (e instanceof AnalysisException) { // checked, and declared nowhere
        throw new UserMistake("audit " + name + " is no query: " + Optional.ofNullable(e.getMessage()).flatMap(m -> m.lines().findFirst()).orElse(""));
      }
      throw e;
    }
  }
}
