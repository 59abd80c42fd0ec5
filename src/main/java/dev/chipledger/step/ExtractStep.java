package dev.chipledger.step;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.chipledger.extract.Extraction;
import dev.chipledger.extract.Extractor;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/** Articles → mentions, co-mentions, sentences and claims; each article is read once, and each table selects its part. */
public final class ExtractStep implements AutoCloseable {
  /** The tables that one reading of an article yields. */
  public static final List<Table> TABLES = List.of(Table.MENTIONS, Table.CO_MENTIONS, Table.SENTENCES, Table.CLAIMS);

  private final Dataset<Row> extractions;

  private ExtractStep(Dataset<Row> extractions) {
    this.extractions = extractions;
  }

  /**
   * @param articles rows of table articles; those flagged repeated or not_english yield nothing
   * @param read counts the articles as they are read
   */
  public static ExtractStep of(
      SparkSession spark, Dataset<Row> articles, LexiconFiles lexicon, LocalDate day, LongAccumulator read) {
    // A dump may be one file, hence one task so far: spread its articles over all cores before the long work.
    Dataset<Row> spread = articles.repartition(spark.sparkContext().defaultParallelism() * 4, col("article_id"));
    return new ExtractStep(extractions(spark, spread, lexicon, day, read, true).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** The work itself, an article a row, as the articles are spread. @param claims whether to read claims too */
  public static Dataset<Row> extractions(
      SparkSession spark, Dataset<Row> articles, LexiconFiles lexicon, LocalDate day, LongAccumulator read, boolean claims) {
    Broadcast<LexiconFiles> files = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(lexicon);
    StructType schema = new StructType();
    for (Table table : TABLES) {
      schema = schema.add(table.word(), new ArrayType(RowShape.of(table).schema(), false));
    }
    schema = schema.add("failed", "string").add("failure", "string");
    return articles
        .where("NOT array_contains(flags, 'repeated') AND NOT array_contains(flags, 'not_english')")
        .select("article_id", "content_hash", "published_at", "title", "text")
        .mapPartitions(new ArticleTask(files, claims, new ExtractionRows(day), read), Encoders.row(schema));
  }

  /** Rows of one of {@link #TABLES}. */
  public Dataset<Row> rows(Table table) {
    return extractions.selectExpr("inline(" + table.word() + ")");
  }

  /** Rows by table, from one look. */
  public Map<Table, Long> counts() {
    Row sums = extractions.selectExpr(
        TABLES.stream().map(table -> "coalesce(sum(size(" + table.word() + ")), 0)").toArray(String[]::new)).head();
    Map<Table, Long> counts = new EnumMap<>(Table.class);
    for (int i = 0; i < TABLES.size(); i++) {
      counts.put(TABLES.get(i), sums.getLong(i));
    }
    return counts;
  }

  /** Articles on which reading broke, so that they yield nothing: article_id and failure, what happened in one line. */
  public Dataset<Row> failures() {
    return extractions.where("failed IS NOT NULL").selectExpr("failed AS article_id", "failure");
  }

  /** Flags the articles that {@link #failures} names with not_read. */
  public static Dataset<Row> flag(Dataset<Row> articles, Dataset<Row> failures) {
    Dataset<Row> failed = failures.select(col("article_id").as("failed_id"));
    return articles
        .join(failed, col("article_id").equalTo(col("failed_id")).and(expr("NOT array_contains(flags, 'repeated')")), "left")
        .withColumn("flags", when(col("failed_id").isNotNull(), array_append(col("flags"), lit("not_read"))).otherwise(col("flags")))
        .drop("failed_id");
  }

  /** Lets go of what is kept. */
  @Override
  public void close() {
    extractions.unpersist();
  }

  private record ArticleTask(Broadcast<LexiconFiles> files, boolean claims, ExtractionRows rows, LongAccumulator read)
      implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> articles) {
      if (!articles.hasNext()) {
        return articles;
      }
      Extractor extractor = Extractors.of(files.value(), claims);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return articles.hasNext();
        }

        @Override
        public Row next() {
          return extract(extractor, articles.next());
        }
      };
    }

    private Row extract(Extractor extractor, Row article) {
      String id = article.getString(0);
      Instant published = article.isNullAt(2) ? null : article.getInstant(2);
      LocalDate date = published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate();
      try {
        Extraction extraction = extractor.extract(article.getString(3), article.getString(4), date);
        read.add(1);
        return rows.of(id, article.getString(1), published, extraction);
      } catch (RuntimeException | StackOverflowError e) {
        return rows.ofFailure(id, e);
      }
    }
  }
}
