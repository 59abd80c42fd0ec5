package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import org.junit.jupiter.api.Test;

/** Questions that come with the jar, by rows in and rows out. */
class QuestionsTest {
  private final MartRows in = new MartRows();

  @Test
  void strongest_pairs_of_a_load() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper", of("duplicate_of", "a1"));
    in.story("old", "2024-12-01", "wire", of("superseded_by", "a1"));
    in.claim("a1", "s1", "c1");
    in.claim("a2", "s1", "c2");
    in.claim("a1", "s2", "c3");
    in.claim("old", "s3", "superseded");
    in.claim("a1", "s4", "furniture", of("furniture", "link_list"));
    in.claim("a1", "s5", "unsure", of("confidence", 0.4));
    in.claim("a1", "s6", "c4", of("vendor", null, "chip", null));
    assertThat(in.answer("strongest_pairs_of_day", of("day", "2025-01-01", "min_confidence", "0.5")))
        .containsExactly("bytedance buy nvidia h20 2 2", "bytedance buy - - 1 1");
    assertThat(in.answer("strongest_pairs_of_day", of("day", "2025-01-02", "min_confidence", "0.5"))).isEmpty();
  }

  @Test
  void buyers_of_a_vendor_in_a_region() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    asia("a1", "s1", "c1", "bytedance", 2);
    asia("a2", "s1", "c2", "bytedance", 2);
    asia("a2", "s2", "c3", "bytedance", null);
    asia("a2", "s3", "c4", "alibaba", null);
    in.claim("a2", "s4", "c5", of("buyer", "microsoft"));
    assertThat(in.answer("buyers_of_vendor_in_region", of("vendor", "nvidia", "region", "asia"))).containsExactly(
        "2024-12-01 bytedance 2 2 [actual] sentence:c1", "2024-12-01 alibaba - 1 [actual] sentence:c4");
  }

  private void asia(String article, String statement, String claim, String buyer, Integer rank) {
    in.claim(article, statement, claim, of("buyer", buyer, "region", "asia", "rank", rank));
    in.add(Table.SENTENCES, of("load_day", MartRows.DAY, "article_id", article, "field", "text", "start", in.lastStart(),
        "text", "sentence:" + claim));
  }
}
