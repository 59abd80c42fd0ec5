package dev.chipledger.step;

import dev.chipledger.read.FieldMap;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private static final long BYTES_A_TASK = 64L << 20;

  /** What a pass counts while it goes, for a person to watch; the tables hold the exact numbers. */
  public record Counters(LongAccumulator files, LongAccumulator records)
      implements Serializable {}

  private final Dataset<Row> outcomes;

  private ReadStep(Dataset<Row> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * @param started when the run began, for loads
   */
  public static ReadStep of(
      SparkSession spark, List<InputFile> files, FieldMap map, LocalDate day, Instant started, Counters counters) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<InputFile>> packed = pack(files, context.defaultParallelism());
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    FileTask task = new FileTask(conf, map, day, started, counters);
    StructType schema = new StructType()
        .add("article", RowShape.of(Table.ARTICLES).schema())
        .add("reject", RowShape.of(Table.REJECTS).schema())
        .add("load", RowShape.of(Table.LOADS).schema());
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

  /** Rows of table loads, one a file. */
  public Dataset<Row> loads() {
    return outcomes.where("load IS NOT NULL").select("load.*");
  }

  /** Lets go of what is kept on disk. */
  @Override
  public void close() {
    outcomes.unpersist();
  }
}
