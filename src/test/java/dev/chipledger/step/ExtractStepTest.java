package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ExtractStepTest {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 12);

  private final SparkSession spark = TestSpark.session();

  /** No text breaks the extractor that we know of, so this article has none, which no reader would let through. */
  @Test
  void an_article_on_which_extraction_breaks_is_flagged_and_costs_the_others_nothing() {
    Dataset<Row> articles = spark.createDataset(
        List.of(article("good", "Meta ordered MI300X chips from AMD."), article("broken", null), article("broken", null, "repeated")),
        Encoders.row(Table.ARTICLES.schema()));
    try (ExtractStep extracted = ExtractStep.of(spark, articles, LexiconFiles.standard(), DAY, spark.sparkContext().longAccumulator())) {
      assertThat(extracted.counts().get(Table.SENTENCES)).isOne();
      assertThat(extracted.failures().collectAsList()).singleElement().satisfies(row -> {
        assertThat(row.getString(0)).isEqualTo("broken");
        assertThat(row.getString(1)).startsWith("java.lang.NullPointerException").contains(" at dev.chipledger.");
      });
      assertThat(ExtractStep.flag(articles, extracted.failures()).select("article_id", "flags").collectAsList())
          .extracting(row -> row.getString(0) + row.getList(1))
          .containsExactlyInAnyOrder("good[]", "broken[not_read]", "broken[repeated]");
    }
  }

  private static Row article(String id, String text, String... flags) {
    return RowShape.of(Table.ARTICLES).row().set("load_day", DAY).set("article_id", id).set("content_hash", "c")
        .set("published_at", Instant.EPOCH).set("text", text).set("flags", flags).done();
  }
}
