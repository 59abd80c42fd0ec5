package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisagreementsTest {
  private final MartRows in = new MartRows();

  @BeforeEach
  void three_articles() {
    in.story("wire", "2024-12-02", "wire");
    in.story("paper", "2024-12-03", "paper");
    in.story("station", "2024-12-04", "station");
  }

  @Test
  void another_number_of_another_source() {
    in.claim("wire", "s1", "c1", of("quantity", 100_000L));
    in.claim("station", "s2", "c2", of("quantity", 100_000L));
    in.claim("paper", "s3", "c3", of("quantity", 230_000L));
    assertThat(mart("about status most_low most_high most_statements most_sources most_claims "
        + "other_low other_high other_statements other_sources other_claims"))
        .containsExactly("quantity actual 100000.0 100000.0 2 [station,wire] [c1,c2] 230000.0 230000.0 1 [paper] [c3]");
  }

  @Test
  void a_tenth_apart_is_one_number_rounded() {
    in.claim("wire", "s1", "c1", of("quantity", 100L));
    in.claim("paper", "s2", "c2", of("quantity", 109L));
    in.claim("station", "s3", "c3", of("quantity", 112L));
    assertThat(mart("most_low other_low")).containsExactly("100.0 112.0");
  }

  @Test
  void ranges_disagree_where_they_lie_apart_and_in_one_currency() {
    in.claim("wire", "s1", "c1", amount(5e9, 8e9, "USD"));
    in.claim("paper", "s2", "c2", amount(7e9, null, "USD"));
    in.claim("paper", "s3", "c3", amount(9e9, null, "USD"));
    in.claim("station", "s4", "c4", amount(60e9, null, "CNY"));
    assertThat(mart("about currency most_low most_high other_low other_high")).containsExactly("amount USD 5.0E9 8.0E9 9.0E9 9.0E9");
  }

  @Test
  void other_things_are_not_compared() {
    in.claim("wire", "s1", "c1", of("quantity", 10L));
    in.claim("paper", "s2", "c2", of("quantity", 90L, "status", "planned"));
    in.claim("paper", "s3", "c3", of("quantity", 90L, "region", "china"));
    in.claim("paper", "s4", "c4", of("quantity", 90L, "chip", null));
    in.claim("paper", "s5", "c5", of("quantity", 90L, "vendor", null));
    in.claim("paper", "s6", "c6", of("quantity", 90L, "event_start", LocalDate.of(2025, 1, 1), "event_end", LocalDate.of(2026, 1, 1)));
    in.story("later", "2025-01-01", "paper");
    in.claim("later", "s7", "c7", of("quantity", 90L));
    assertThat(mart("about")).isEmpty();
  }

  @Test
  void one_source_and_its_reprints_do_not_disagree_with_themselves() {
    // Two purchases told in one article, printed whole by one paper and in part by another.
    in.claim("wire", "s1", "c1", of("quantity", 10L));
    in.claim("wire", "s2", "c2", of("quantity", 90L));
    in.claim("paper", "s1", "c3", of("quantity", 10L));
    in.claim("paper", "s2", "c4", of("quantity", 90L));
    in.claim("station", "s2", "c5", of("quantity", 90L));
    assertThat(mart("about")).isEmpty();
  }

  @Test
  void a_statement_read_two_ways_takes_the_surer_side() {
    in.claim("wire", "s1", "c1", of("quantity", 10L));
    in.claim("paper", "s1", "c2", of("quantity", 90L, "confidence", 0.6));
    assertThat(mart("about")).isEmpty();
  }

  @Test
  void nobody_knows_who_told_the_other() {
    in.story("nobody", "2024-12-05", null);
    in.claim("wire", "s1", "c1", of("quantity", 10L));
    in.claim("nobody", "s2", "c2", of("quantity", 90L));
    assertThat(mart("about")).isEmpty();
  }

  @Test
  void it_holds_or_it_does_not() {
    in.claim("wire", "s1", "c1", of("status", "agreed"));
    in.claim("paper", "s2", "c2", of("status", "denied"));
    in.claim("station", "s3", "c3", of("status", "prohibited"));
    in.claim("station", "s4", "c4", of("status", "ended"));
    in.claim("station", "s5", "c5", of("status", "planned"));
    assertThat(mart("about status most_says most_statements most_sources other_says other_sources other_claims most_low"))
        .containsExactly("status - holds_not 2 [paper,station] holds [wire] [c1] -");
  }

  @Test
  void of_sides_of_equal_weight_the_lower_number_comes_first_also_without_a_month() {
    in.story("x", null, "wire");
    in.story("y", null, "paper");
    in.claim("x", "s1", "c1", of("quantity", 90L, "vendor", null, "chip", null));
    in.claim("y", "s2", "c2", of("quantity", 10L, "vendor", null, "chip", null));
    assertThat(mart("month vendor chip most_low most_sources other_low other_sources")).containsExactly("- - - 10.0 [paper] 90.0 [wire]");
  }

  private static Map<String, Object> amount(double amount, Double max, String currency) {
    return of("amount", amount, "amount_max", max, "currency", currency);
  }

  private List<String> mart(String columns) {
    return in.lines(Table.DISAGREEMENTS, columns);
  }
}
