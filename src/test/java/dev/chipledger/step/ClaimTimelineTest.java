package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimTimelineTest {
  private final MartRows in = new MartRows();

  @Test
  void of_a_statements_printings_the_surest_stands_for_it() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.story("a3", "2024-12-04", "station", of("duplicate_of", "a2"));
    in.claim("a1", "s1", "c1", of("confidence", 0.8, "quantity", 10L));
    in.claim("a2", "s1", "c2", of("confidence", 0.9, "quantity", 11L, "source", "Wire", "first_seen", "2024-12-02"));
    in.claim("a3", "s1", "c3", of("confidence", 0.7, "first_seen", "2024-12-02"));
    assertThat(mart("claim_id article_id status quantity publishers sources told_by source confidence"))
        .containsExactly("c2 a2 actual 11 3 3 [paper,station,wire] Wire 0.9");
  }

  @Test
  void of_equally_sure_ones_the_earliest_in_each_month() {
    in.story("a1", null, "wire");
    in.story("a2", "2024-12-03", "paper");
    in.story("a3", "2024-12-02", "wire");
    in.story("a4", null, "paper");
    in.claim("a2", "s1", "c2");
    in.claim("a3", "s1", "c3");
    in.claim("a4", "s1", "c4");
    in.claim("a1", "s1", "c1");
    assertThat(mart("month claim_id")).containsExactly("- c1", "2024-12-01 c3");
  }

  @Test
  void a_sentence_that_claims_two_things_of_a_pair_keeps_both() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    for (String article : List.of("a1", "a2")) {
      in.claim(article, "s1", article + "has", of("quantity", 10_000L));
      in.claim(article, "s1", article + "plans", of("quantity", 50_000L, "status", "planned", "confidence", 0.6, "start", in.lastStart(),
          "event_start", LocalDate.of(2025, 1, 1), "event_end", LocalDate.of(2026, 1, 1), "event_precision", "year"));
    }
    assertThat(mart("day claim_id status quantity publishers event_end")).containsExactly(
        "2024-12-02 a1has actual 10000 2 -", "2025-01-01 a1plans planned 50000 2 2026-01-01");
  }

  @Test
  void it_stands_at_its_event_else_where_it_was_first_seen() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", null, null);
    in.claim("a1", "s1", "c1", of("event_start", LocalDate.of(2023, 7, 1), "event_end", LocalDate.of(2023, 8, 1)));
    in.claim("a1", "s2", "c2", of("first_seen", "2024-11-30"));
    in.claim("a2", "s3", "c3", of("vendor", null, "chip", null));
    assertThat(mart("day claim_id month first_seen publishers told_by")).containsExactly(
        "- c3 - - 0 []",
        "2023-07-01 c1 2024-12-01 2024-12-02 1 [wire]",
        "2024-11-30 c2 2024-12-01 2024-11-30 1 [wire]");
  }

  private List<String> mart(String columns) {
    return in.lines(Table.CLAIM_TIMELINE, columns);
  }
}
