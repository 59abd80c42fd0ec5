package dev.chipledger.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.chipledger.read.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** What a day was loaded from, by size and checksum: a file that only moved is the same. */
public final class LoadedFiles {
  private static final StructType PARTS =
      new StructType().add("file", "string").add("size", "bigint").add("start", "bigint").add("checksum", "string");

  private LoadedFiles() {}

  /**
   * Whether a day was loaded from just these files. Reads them, in tasks, only if their sizes agree.
   *
   * @param loads rows of table loads
   * @param files whole
   * @param forced what the files hold; null to go by content
   */
  public static boolean same(SparkSession spark, Dataset<Row> loads, LocalDate day, List<InputFile> files, Format forced) {
    List<Row> loaded = loads.where(col("load_day").equalTo(day)).select("size", "checksum").collectAsList();
    List<Long> sizes = loaded.stream().map(row -> row.getLong(0)).sorted().toList();
    if (!sizes.equals(files.stream().map(InputFile::size).sorted().toList())) {
      return false;
    }
    return counted(loaded).equals(counted(sums(spark, files, forced).collectAsList()));
  }

  private static java.util.Map<Row, Long> counted(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> RowFactory.create(row.getLong(0), row.getString(1)), Collectors.counting()));
  }

  private static Dataset<Row> sums(SparkSession spark, List<InputFile> files, Format forced) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<InputFile>> packed = ReadStep.pack(InputFiles.parts(files, forced, context.hadoopConfiguration()), context.defaultParallelism());
    Broadcast<SerializableConfiguration> conf = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return spark.createDataFrame(
            context.parallelize(packed, packed.size()).flatMap(some -> some.stream().map(file -> sum(file, forced, conf.value())).iterator()), PARTS)
        .groupBy("file").agg(expr("sum(size) AS size"), expr(ReadStep.CHECKSUM)).select("size", "checksum");
  }

  private static Row sum(InputFile file, Format forced, SerializableConfiguration conf) {
    try {
      return RowFactory.create(file.name(), file.size(), file.start(), new FileAccount(file, conf.value()).checksum(forced));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file.name() + ": " + e.getMessage(), e);
    }
  }
}
