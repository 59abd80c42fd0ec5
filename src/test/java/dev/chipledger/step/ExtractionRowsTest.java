package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.extract.Extraction;
import dev.chipledger.extract.Extraction.Claim;
import dev.chipledger.extract.Extraction.CoMention;
import dev.chipledger.extract.Extraction.Mention;
import dev.chipledger.extract.Extraction.Part;
import dev.chipledger.extract.Extraction.Sentence;
import dev.chipledger.extract.Field;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ExtractionRowsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 12);

  @Test
  void every_column_of_every_table_is_filled() {
    Extraction found = new Extraction(
        List.of(new Mention("n1x", "chip", "nvidia", true, Field.TEXT, 1, 7, "Nvidia")),
        List.of(new CoMention("nvidia", "h20", 0, 1)),
        List.of(new Sentence(Field.TEXT, 0, 9, "A Nvidia.", "f1", List.of("company:nvidia"), "link_list")),
        List.of(claim("bytedance", 0.9)));
    Row row = new ExtractionRows(DAY).of("a1", "c1", Instant.EPOCH, found);
    for (int i = 0; i < ExtractStep.TABLES.size(); i++) {
      Table table = ExtractStep.TABLES.get(i);
      Row only = ((Row[]) row.get(i))[0];
      String[] columns = RowShape.of(table).schema().fieldNames();
      assertThat(only.size()).isEqualTo(columns.length);
      for (int c = 0; c < columns.length; c++) {
        assertThat(only.get(c)).as(table.word() + "." + columns[c]).isNotNull();
      }
    }
  }

  @Test
  void of_two_equal_claims_the_surer_stands() {
    List<Claim> claims = List.of(claim("bytedance", 0.4), claim("bytedance", 0.8), claim("alibaba", 0.6), claim("bytedance", 0.5));
    assertThat(ExtractionRows.distinct("a1", "c1", claims).values()).extracting(Claim::buyer, Claim::confidence)
        .containsExactly(org.assertj.core.api.Assertions.tuple("bytedance", 0.8), org.assertj.core.api.Assertions.tuple("alibaba", 0.6));
  }

  @Test
  void an_id_depends_on_article_and_content_but_not_on_confidence() {
    String id = ExtractionRows.claimId("a1", "c1", claim("bytedance", 0.4));
    assertThat(id).hasSize(16).isEqualTo(ExtractionRows.claimId("a1", "c1", claim("bytedance", 0.9)));
    assertThat(id).isNotEqualTo(ExtractionRows.claimId("a2", "c1", claim("bytedance", 0.4)))
        .isNotEqualTo(ExtractionRows.claimId("a1", "c2", claim("bytedance", 0.4)));
  }

  private static Claim claim(String buyer, double confidence) {
    return new Claim(buyer, "buy", "nvidia", "oracle", "h20", "actual", true, 1, "asia", 10L, 20L, 1.5, 2.5, "USD", 100.0,
        DAY, DAY.plusDays(1), "day", "Reuters", true, Field.TEXT, 0, 9, List.of(new Part("buyer", Field.TEXT, 0, 1)), "r1", confidence);
  }
}
