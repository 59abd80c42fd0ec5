package dev.chipledger.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.table.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;

/** Runs each stage of the work alone over the same Parquet, and takes the time. */
public final class BenchStep {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 12);
  /** What a person without ChipLedger would filter by. */
  private static final String RLIKE = "(?i)\\b(chips?|gpus?|processors?|semiconductors?|nvidia|intel|amd|qualcomm)\\b";

  private final SparkSession spark;
  private final LexiconFiles lexicon;
  private final String work;

  /** @param work a folder for what is measured; the caller deletes it */
  public BenchStep(SparkSession spark, LexiconFiles lexicon, String work) {
    this.spark = spark;
    this.lexicon = lexicon;
    this.work = work;
  }

  /**
   * @param rejects records that couldn't be used
   * @param bytes of title and text in UTF-8
   */
  public record Data(String path, long articles, long rejects, long bytes) {}

  /** @param rows mentions, claims or what else the stage yields */
  public record Measured(double seconds, long rows) {}

  /**
   * The articles of some files as Parquet, so many times.
   *
   * @param thin one sentence in so many is left that may hold a claim; null to leave all
   */
  public Data prepare(List<InputFile> files, Format forced, FieldMap fields, int scale, Integer thin) {
    ReadStep.Counters counters = new ReadStep.Counters(spark.sparkContext().longAccumulator(), spark.sparkContext().longAccumulator());
    String path = work + "/scale-" + scale;
    long rejects;
    try (ReadStep read = ReadStep.of(
        spark, InputFiles.parts(files, forced, spark.sparkContext().hadoopConfiguration()), forced, fields, DAY, Instant.EPOCH, counters)) {
      rejects = read.rejects().count();
      Dataset<Row> articles = RepeatedStep.flag(read.articles());
      if (thin != null) {
        articles = thinned(articles, thin);
      }
      Dataset<Row> copies = articles.crossJoin(spark.range(scale).withColumnRenamed("id", "copy"))
          .withColumn("article_id", concat(col("article_id"), lit("-"), col("copy")))
          .withColumn("url", concat(col("url"), lit("?copy="), col("copy"))).drop("copy");
      copies.repartition(spark.sparkContext().defaultParallelism() * 4, col("article_id")).write().mode(SaveMode.Overwrite).parquet(path);
    }
    Row sums = spark.read().parquet(path)
        .selectExpr("count(*)", "coalesce(sum(octet_length(text)), 0) + coalesce(sum(octet_length(title)), 0)").head();
    return new Data(path, sums.getLong(0), rejects, sums.getLong(1));
  }

  private Dataset<Row> thinned(Dataset<Row> articles, int thin) {
    LexiconFiles names = lexicon;
    spark.udf().register("sentences", (UDF1<String, long[]>) text -> Thinning.counts(names, text), DataTypes.createArrayType(DataTypes.LongType));
    Row sums = articles.selectExpr("sentences(text) AS n").selectExpr("coalesce(sum(n[0]), 0)", "coalesce(sum(n[1]), 0)").head();
    double others = sums.getLong(0) - sums.getLong(1);
    double keep = Math.min(1, others / (thin - 1) / Math.max(1, sums.getLong(1)));
    spark.udf().register("thinned", (UDF1<String, String>) text -> Thinning.of(names, text, keep), DataTypes.StringType);
    return articles.withColumn("text", expr("thinned(text)"));
  }

  /** Each stage's least time of some rounds, after one of the work that only a first round has is done apart. */
  public Map<String, Measured> measure(Data data, int rounds) {
    Map<String, Measured> measured = new LinkedHashMap<>();
    long began = System.nanoTime();
    Dataset<Row> one = spark.read().parquet(data.path()).limit(1);
    extract(one, true);
    extract(one, false);
    double start = (System.nanoTime() - began) / 1e9;
    for (int round = 0; round < rounds; round++) {
      least(measured, "read", () -> {
        articles(data).write().format("noop").mode(SaveMode.Overwrite).save();
        return data.articles();
      });
      least(measured, "rlike", () -> articles(data)
          .where(col("text").rlike(RLIKE).or(col("title").rlike(RLIKE))).count());
      least(measured, "mentions", () -> extract(articles(data), false));
      least(measured, "claims", () -> extract(articles(data), true));
    }
    measured.put("start", new Measured(start, 1));
    return measured;
  }

  private Dataset<Row> articles(Data data) {
    return spark.read().parquet(data.path());
  }

  /** @return mentions, or claims */
  private long extract(Dataset<Row> articles, boolean claims) {
    LongAccumulator read = spark.sparkContext().longAccumulator();
    LongAccumulator rows = spark.sparkContext().longAccumulator();
    int column = ExtractStep.TABLES.indexOf(claims ? Table.CLAIMS : Table.MENTIONS);
    ExtractStep.extractions(spark, articles, lexicon, DAY, read, claims).foreach(
        (org.apache.spark.api.java.function.ForeachFunction<Row>) row -> rows.add(((Object[]) row.get(column)).length));
    return rows.value();
  }

  private static void least(Map<String, Measured> measured, String what, LongSupplier work) {
    long began = System.nanoTime();
    long rows = work.getAsLong();
    Measured now = new Measured((System.nanoTime() - began) / 1e9, rows);
    measured.merge(what, now, (a, b) -> a.seconds() <= b.seconds() ? a : b);
  }

  /** The most heap that was in use at once, as far as the JVM's pools tell: bytes of this process since it started. */
  public static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage).mapToLong(java.lang.management.MemoryUsage::getUsed).sum();
  }
}
