package dev.chipledger.step;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Flags articles of which a later record of the same load (by file and position) has the same id. */
public final class RepeatedStep {
  /** Up to this many repeated ids go to every executor, so that texts need not be moved to find theirs. */
  private static final long FEW = 200_000;

  private RepeatedStep() {}

  /** @param articles rows of table articles */
  public static Dataset<Row> flag(Dataset<Row> articles) {
    Dataset<Row> standing = articles
        .groupBy("article_id")
        .agg(max(struct(col("file"), col("position"))).as("standing"), count(lit(1)).as("times"))
        .where("times > 1")
        .select(col("article_id").as("standing_id"), col("standing"))
        .persist(StorageLevel.MEMORY_AND_DISK());
    long ids = standing.count();
    if (ids == 0) {
      return articles;
    }
    Dataset<Row> joined = articles.join(
        ids <= FEW ? broadcast(standing) : standing, col("article_id").equalTo(col("standing_id")), "left");
    return joined
        .withColumn("flags", when(
            col("standing_id").isNotNull().and(struct(col("file"), col("position")).notEqual(col("standing"))),
            array_append(col("flags"), lit("repeated"))).otherwise(col("flags")))
        .drop("standing_id", "standing");
  }
}
