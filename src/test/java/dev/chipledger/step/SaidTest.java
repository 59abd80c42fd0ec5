package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The view that marts read: which claims count, and whose word they are. */
class SaidTest {
  private final MartRows in = new MartRows();

  @Test
  void what_counts_for_nothing_is_left_out() {
    in.story("a1", "2024-12-02", "wire");
    in.story("old", "2024-12-01", "wire", of("superseded_by", "a1"));
    in.claim("a1", "s1", "counts", of("confidence", 0.5));
    in.claim("a1", "s2", "unsure", of("confidence", 0.49));
    in.claim("a1", "s3", "furniture", of("furniture", "link_list"));
    in.claim("old", "s1", "superseded");
    assertThat(MartRows.lines(in.said(), "claim_id month statement_id told_by")).containsExactly("counts 2024-12-01 s1 wire");
  }

  @Test
  void a_duplicates_claims_stay_and_say_so() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper", of("duplicate_of", "a1"));
    in.claim("a1", "s1", "c1");
    in.claim("a2", "s1", "c2", of("first_seen", "2024-12-02"));
    assertThat(MartRows.lines(in.said(), "claim_id owner is_duplicate first_seen"))
        .containsExactly("c1 wire false 2024-12-02", "c2 paper true 2024-12-02");
  }

  @Test
  void who_told_it() {
    in.sourceName("financial times", "ft-group");
    in.sourceName("barron's", "news-corp");
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", null, null);
    in.claim("a1", "s1", "names_a_publisher", of("source", "Financial Times"));
    in.claim("a1", "s6", "names_it_with_a_curl", of("source", "Barron’s"));
    in.claim("a1", "s2", "names_people", of("source", "people familiar with the matter"));
    in.claim("a1", "s3", "names_none");
    in.claim("a2", "s4", "unknown_publisher");
    in.claim("a2", "s5", "unknown_names_a_publisher", of("source", "FINANCIAL TIMES"));
    assertThat(MartRows.lines(in.said(), "claim_id month owner named_source told_by")).containsExactly(
        "names_a_publisher 2024-12-01 wire ft-group ft-group",
        "names_it_with_a_curl 2024-12-01 wire news-corp news-corp",
        "names_none 2024-12-01 wire - wire",
        "names_people 2024-12-01 wire - wire",
        "unknown_names_a_publisher - - ft-group ft-group",
        "unknown_publisher - - - -");
  }

  @Test
  void a_claim_of_another_field_is_of_another_sentence() {
    in.story("a1", "2024-12-02", "wire");
    in.claim("a1", "s1", "c1");
    in.claim("a1", "s1", "title", Map.of("field", "title", "start", in.lastStart()));
    assertThat(MartRows.lines(in.said(), "claim_id")).containsExactly("c1");
  }
}
