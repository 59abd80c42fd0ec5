package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoBuysWhatTest {
  private static final String COUNTS = "articles statements new_statements publishers sources first_reported_by";

  private final MartRows in = new MartRows();

  @Test
  void a_wire_story_in_four_places_is_one_statement_of_one_source() {
    in.sourceName("reuters", "reuters");
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.story("a3", "2024-12-04", "paper");
    in.story("a4", "2024-12-05", "station", of("duplicate_of", "a2"));
    for (String article : List.of("a1", "a2", "a3", "a4")) {
      in.claim(article, "s1", "c" + article, of("source", "Reuters", "first_seen", "2024-12-02"));
    }
    assertThat(mart(COUNTS + " first_seen last_seen example_claims"))
        .containsExactly("3 1 1 3 1 reuters 2024-12-02 2024-12-05 [ca1]");
  }

  @Test
  void an_old_statement_reprinted_is_not_new() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", null, "wire");
    in.claim("a1", "s1", "c1", of("first_seen", "2024-11-30"));
    in.claim("a1", "s2", "c2");
    in.claim("a2", "s2", "c3", of("first_seen", "2024-12-02"));
    in.claim("a2", "s3", "c4");
    assertThat(mart("month statements new_statements")).containsExactly("- 2 1", "2024-12-01 2 1");
  }

  @Test
  void all_its_articles_may_be_duplicates_of_last_months() {
    in.story("a2", "2024-12-01", "paper", of("duplicate_of", "a1"));
    in.claim("a2", "s1", "c2", of("first_seen", "2024-11-30"));
    assertThat(mart(COUNTS)).containsExactly("0 1 0 1 1 paper");
  }

  @Test
  void a_statement_has_one_status_that_of_its_surest_claim() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.claim("a1", "s1", "c1", of("status", "planned", "confidence", 0.8));
    in.claim("a2", "s1", "c2", of("status", "agreed", "confidence", 0.9));
    in.claim("a2", "s2", "c3", of("status", "prohibited", "confidence", 0.7));
    in.claim("a1", "s3", "c4", of("status", "considered", "confidence", 0.6));
    in.claim("a2", "s3", "c5", of("status", "possible", "confidence", 0.6));
    in.claim("a2", "s4", "c6", of("status", "denied"));
    in.claim("a2", "s5", "c7", of("status", "ended"));
    in.claim("a2", "s6", "c8");
    // s3's two are equally sure: the earlier stands.
    assertThat(mart("statements actual agreed planned considered possible prohibited ended denied"))
        .containsExactly("6 1 1 0 1 0 1 1 1");
  }

  @Test
  void sizes_are_ranges_and_only_dollars_are_added_up() {
    in.story("a1", "2024-12-02", "wire");
    in.claim("a1", "s1", "c1", of("quantity", 10L, "quantity_max", 40L));
    in.claim("a1", "s2", "c2", of("quantity", 30L, "amount", 5.0, "amount_max", 9.0, "currency", "USD"));
    in.claim("a1", "s3", "c3", of("amount", 1.0, "currency", "EUR"));
    in.claim("a1", "s4", "c4", of("amount", 99.0, "currency", "USD", "quantity", 99L, "confidence", 0.4));
    assertThat(mart("quantity_low quantity_high amount_usd_low amount_usd_high confidence")).containsExactly("10 40 5.0 9.0 0.9");
  }

  @Test
  void examples_are_five_the_surest_one_a_statement() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "wire");
    for (int i = 0; i < 8; i++) {
      in.claim("a1", "s" + i, "c" + i, of("confidence", 0.5 + i / 20.0));
    }
    in.claim("a2", "s7", "again", of("confidence", 0.84));
    assertThat(mart("example_claims")).containsExactly("[c7,c6,c5,c4,c3]");
  }

  @Test
  void months_actions_and_unknown_parts_are_apart() {
    in.story("a1", "2024-11-30", "wire");
    in.story("a2", "2024-12-01", "wire");
    in.story("a3", null, null);
    in.claim("a1", "s1", "c1");
    in.claim("a2", "s2", "c2", of("action", "use"));
    in.claim("a3", "s3", "c3", of("vendor", null, "chip", null));
    in.claim("a3", "s4", "c4", of("vendor", null, "chip", null));
    assertThat(mart("month buyer action vendor chip articles statements publishers sources first_reported_by first_seen")).containsExactly(
        "- bytedance buy - - 1 2 0 0 - -",
        "2024-11-01 bytedance buy nvidia h20 1 1 1 1 wire 2024-11-30",
        "2024-12-01 bytedance use nvidia h20 1 1 1 1 wire 2024-12-01");
  }

  @Test
  void of_two_who_report_at_once_the_first_by_name_and_nobody_unknown() {
    in.story("a1", "2024-12-02", null);
    in.story("a2", "2024-12-03", "zeta");
    in.story("a3", "2024-12-03", "alpha");
    in.claim("a1", "s1", "c1");
    in.claim("a2", "s2", "c2");
    in.claim("a3", "s3", "c3");
    assertThat(mart("first_reported_by publishers")).containsExactly("alpha 2");
  }

  private List<String> mart(String columns) {
    return in.lines(Table.WHO_BUYS_WHAT, columns);
  }
}
