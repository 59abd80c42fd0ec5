package dev.chipledger.step;

import static org.apache.spark.sql.functions.expr;

import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Files → articles, rejects and the account of each file, in one pass over the bytes. */
public final class ReadStep implements AutoCloseable {
  static final long BYTES_A_TASK = 64L << 20;

  /** What a pass counts while it goes, for a person to watch; the tables hold the exact numbers. */
  public record Counters(LongAccumulator files, LongAccumulator records)
      implements Serializable {}

  /** A file's checksum from column checksum of its parts, in the order of column start: of several parts it is that of their checksums. */
  static final String CHECKSUM = """
      if(count(*) = 1, first(checksum),
         lpad(lower(hex(crc32(concat_ws(',', transform(array_sort(collect_list(struct(start, checksum))), p -> p.checksum))))), 8, '0')) AS checksum""";

  private final Dataset<Row> outcomes;

  private ReadStep(Dataset<Row> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * @param forced format of every file; null to go by content
   * @param started when the run began, for loads
   */
  public static ReadStep of(
      SparkSession spark, List<InputFile> files, Format forced, FieldMap map, LocalDate day, Instant started, Counters counters) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<InputFile>> packed = pack(files, context.defaultParallelism());
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    FileTask task = new FileTask(conf, forced, map, day, started, counters);
    StructType schema = new StructType()
        .add("article", RowShape.of(Table.ARTICLES).schema())
        .add("reject", RowShape.of(Table.REJECTS).schema())
        .add("load", new StructType().add("row", RowShape.of(Table.LOADS).schema()).add("start", "bigint"));
    Dataset<Row> outcomes = spark.createDataFrame(context.parallelize(packed, packed.size()).flatMap(task), schema);
    return new ReadStep(outcomes.persist(StorageLevel.DISK_ONLY()));
  }

  /** Small files together, the large ones alone, about equal sums. */
  static List<List<InputFile>> pack(List<InputFile> files, int cores) {
    long total = files.stream().mapToLong(InputFile::size).sum();
    int bins = (int) Math.min(files.size(), Math.max(cores, total / BYTES_A_TASK + 1));
    record Bin(List<InputFile> files, long[] size) {}
    PriorityQueue<Bin> emptiest = new PriorityQueue<>(Comparator.comparingLong(bin -> bin.size()[0]));
    List<Bin> all = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      all.add(new Bin(new ArrayList<>(), new long[1]));
    }
    emptiest.addAll(all);
    files.stream().sorted(Comparator.comparingLong(InputFile::size).reversed()).forEach(file -> {
      Bin bin = emptiest.poll();
      bin.files().add(file);
      bin.size()[0] += file.size() + 1;
      emptiest.add(bin);
    });
    return all.stream().map(Bin::files).toList();
  }

  /** Rows of table articles; none is flagged repeated yet. */
  public Dataset<Row> articles() {
    return outcomes.where("article IS NOT NULL").select("article.*");
  }

  /** Rows of table rejects. */
  public Dataset<Row> rejects() {
    return outcomes.where("reject IS NOT NULL").select("reject.*");
  }

  /** Rows of table loads, one a file: the sums of its parts. */
  public Dataset<Row> loads() {
    return outcomes.where("load IS NOT NULL").select("load.row.*", "load.start").groupBy("load_day", "file").agg(
        expr("sum(size) AS size"),
        expr(CHECKSUM),
        expr("sum(records) AS records"),
        expr("sum(articles) AS articles"),
        expr("sum(rejects) AS rejects"),
        expr("sum(skipped) AS skipped"),
        expr("""
            aggregate(collect_list(skipped_by_reason), CAST(map() AS MAP<STRING, BIGINT>),
              (all, one) -> map_zip_with(all, one, (reason, a, b) -> coalesce(a, 0L) + coalesce(b, 0L))) AS skipped_by_reason"""),
        expr("min(started) AS started"),
        expr("max(finished) AS finished"),
        expr("first(version) AS version"));
  }

  /** Records passed over by reason, the commonest first. */
  public Map<String, Long> skipped() {
    Map<String, Long> skipped = new LinkedHashMap<>();
    outcomes.where("load IS NOT NULL").selectExpr("explode(load.row.skipped_by_reason) AS (reason, n)")
        .groupBy("reason").agg(expr("sum(n) AS n")).orderBy(expr("n DESC"), expr("reason")).collectAsList()
        .forEach(row -> skipped.put(row.getString(0), row.getLong(1)));
    return skipped;
  }

  /** Lets go of what is kept on disk. */
  @Override
  public void close() {
    outcomes.unpersist();
  }
}
