package dev.chipledger.step;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import dev.chipledger.statement.Entity;
import dev.chipledger.statement.Grouping;
import dev.chipledger.statement.Owners;
import dev.chipledger.statement.Said;
import dev.chipledger.table.Resources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Articles and sentences of some months → stories and statements: what stands for itself, what says the same, what is page
 * furniture. Each month is built from its own days and {@link #DAYS} before and after, and from nothing else, so that the
 * order in which days were loaded makes no difference.
 */
public final class StatementStep implements AutoCloseable {
  /** Days over which a text or a sentence counts as the same printing: see {@link Grouping#WINDOW}. */
  public static final int DAYS = Grouping.WINDOW;

  /** Pages of one owner on which a sentence stands before it counts as furniture; agencies and their updates rarely reach it. */
  static final int PAGES = 5;

  private static final StructType GROUPED = new StructType()
      .add("view", "date").add("load_day", "date").add("article_id", "string").add("field", "string").add("start", "int")
      .add("statement_id", "string").add("first_seen", "timestamp");

  private static final Owners OWNERS = Owners.standard();

  private final SparkSession spark;
  private final Dataset<Row> seen;

  private StatementStep(SparkSession spark, Dataset<Row> seen) {
    this.spark = spark;
    this.seen = seen;
  }

  /**
   * Reads views articles and sentences, of all days.
   *
   * @param months first days; null stands for articles without a date
   */
  public static StatementStep of(SparkSession spark, List<LocalDate> months) {
    spark.udf().register("owner_of", udf((UDF1<String, String>) StatementStep::owner, DataTypes.StringType));
    views(spark, months).createOrReplaceTempView("views");
    String sql = Resources.text("/derived/stories.sql").replace("${days}", String.valueOf(DAYS)).replace("${dated}", dated(months));
    return new StatementStep(spark, spark.sql(sql).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** Lower-case names by which sentences call a publisher, with its owner: view source_names of the marts. */
  public static Dataset<Row> sourceNames(SparkSession spark) {
    Map<String, String> names = new TreeMap<>(OWNERS.sourceNames());
    // Claims name their sources without the article.
    OWNERS.sourceNames().forEach((name, owner) -> names.putIfAbsent(name.startsWith("the ") ? name.substring(4) : name, owner));
    List<Row> rows = names.entrySet().stream().map(e -> RowFactory.create(e.getKey(), e.getValue())).toList();
    return spark.createDataset(rows, Encoders.row(new StructType().add("name", "string").add("owner", "string")));
  }

  private static String owner(String publisher) {
    return OWNERS.owner(publisher);
  }

  private static Dataset<Row> views(SparkSession spark, List<LocalDate> months) {
    List<Row> rows = months.stream()
        .map(month -> month == null ? RowFactory.create(null, null, null)
            : RowFactory.create(month, start(month.minusDays(DAYS)), start(month.plusMonths(1).plusDays(DAYS))))
        .toList();
    return broadcast(spark.createDataset(
        rows, Encoders.row(new StructType().add("month", "date").add("since", "timestamp").add("until", "timestamp"))));
  }

  /** The span of all views, as a condition on published_at. */
  private static String dated(List<LocalDate> months) {
    List<LocalDate> known = months.stream().filter(month -> month != null).sorted().toList();
    String undated = "a.published_at IS NULL";
    if (known.isEmpty()) {
      return undated;
    }
    String span = String.format("a.published_at >= TIMESTAMP'%s 00:00:00Z' AND a.published_at < TIMESTAMP'%s 00:00:00Z'",
        known.get(0).minusDays(DAYS), known.get(known.size() - 1).plusMonths(1).plusDays(DAYS));
    return months.stream().anyMatch(Objects::isNull) ? undated + " OR " + span : span;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** Rows of table stories. */
  public Dataset<Row> stories() {
    return seen.where("view <=> month").drop("view");
  }

  /** Rows of table statements. */
  public Dataset<Row> statements() {
    seen.createOrReplaceTempView("seen");
    // Sentences of days that an older version loaded have no entities.
    Dataset<Row> sentences = spark.sql("""
        SELECT
          t.view, t.month, t.load_day, t.article_id, t.published_at, t.owner, t.duplicate_of,
          s.field, s.start, s.text, coalesce(s.entities, array()) AS entities, s.fingerprint, s.furniture
        FROM seen t
        JOIN sentences s ON s.article_id = t.article_id AND s.load_day = t.load_day""");
    Dataset<Row> repeated = sentences
        .where("owner IS NOT NULL AND duplicate_of IS NULL")
        .groupBy("view", "owner", "fingerprint").agg(expr("count(DISTINCT article_id) AS pages"))
        .where("pages >= " + PAGES)
        .selectExpr("view AS v", "owner AS o", "fingerprint AS f");
    Dataset<Row> flagged = sentences
        .join(repeated, expr("view <=> v AND owner = o AND fingerprint = f"), "left")
        .withColumn("furniture", expr("coalesce(furniture, if(f IS NULL, NULL, 'repeated'))"));
    Dataset<Row> grouped = flagged.where("furniture IS NULL")
        .groupByKey((MapFunction<Row, String>) StatementStep::key, Encoders.STRING())
        .flatMapGroups((FlatMapGroupsFunction<String, Row, Row>) StatementStep::group, Encoders.row(GROUPED));
    return flagged.where("view <=> month").drop("v", "o", "f").as("s")
        .join(grouped.as("g"), expr(
            "s.view <=> g.view AND s.load_day = g.load_day AND s.article_id = g.article_id AND s.field = g.field AND s.start = g.start"), "left")
        .selectExpr(
            "s.month", "s.load_day", "s.article_id", "s.field", "s.start",
            "coalesce(g.statement_id, s.fingerprint) AS statement_id",
            "coalesce(g.first_seen, s.published_at) AS first_seen",
            "s.furniture");
  }

  /** What sentences must share to be compared: the month that they are looked at for, and whom and what they name. */
  private static String key(Row sentence) {
    return sentence.getAs("view") + "\n" + Grouping.key(entities(sentence));
  }

  private static List<Entity> entities(Row sentence) {
    List<String> words = sentence.getList(sentence.fieldIndex("entities"));
    return words.stream().map(Entity::of).toList();
  }

  private static Iterator<Row> group(String key, Iterator<Row> sentences) {
    Map<String, Row> byId = new HashMap<>();
    List<Said> all = new ArrayList<>();
    sentences.forEachRemaining(sentence -> {
      Instant published = sentence.getAs("published_at");
      String id = sentence.getAs("load_day") + "\n" + sentence.getAs("article_id") + "\n" + sentence.getAs("field") + "\n" + sentence.getAs("start");
      byId.put(id, sentence);
      all.add(new Said(id, sentence.getAs("text"), published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate()));
    });
    List<Grouping.Member> members = Grouping.of(key.substring(key.indexOf('\n') + 1), all);
    Map<String, Instant> firstSeen = new HashMap<>();
    for (Grouping.Member member : members) {
      Instant published = byId.get(member.id()).getAs("published_at");
      if (published != null) {
        firstSeen.merge(member.statementId(), published, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return members.stream().map(member -> {
      Row sentence = byId.get(member.id());
      return RowFactory.create(
          sentence.getAs("view"), sentence.getAs("load_day"), sentence.getAs("article_id"), sentence.getAs("field"), sentence.getAs("start"),
          member.statementId(), firstSeen.get(member.statementId()));
    }).iterator();
  }

  /** Lets go of what is kept. */
  @Override
  public void close() {
    seen.unpersist();
  }
}
