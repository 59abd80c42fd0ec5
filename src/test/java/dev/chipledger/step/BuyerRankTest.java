package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuyerRankTest {
  private static final String RANKS = "region buyer statements rank_by_statements stated_rank stated_ranks statements_with_rank";

  private final MartRows in = new MartRows();

  @Test
  void the_world_counts_what_a_region_does_but_a_regions_rank_is_none_of_the_world() {
    in.story("a1", "2024-12-02", "wire");
    in.claim("a1", "s1", "c1", of("region", "asia", "rank", 1));
    in.claim("a1", "s2", "c2", of("buyer", "microsoft", "rank", 1));
    in.claim("a1", "s3", "c3", of("buyer", "microsoft"));
    in.claim("a1", "s4", "c4", of("buyer", "alibaba", "region", "asia"));
    assertThat(mart(RANKS)).containsExactly(
        "- alibaba 1 2 - [] 0",
        "- bytedance 1 2 - [] 0",
        "- microsoft 2 1 1 [1] 1",
        "asia alibaba 1 1 - [] 0",
        "asia bytedance 1 1 1 [1] 1");
  }

  @Test
  void what_most_statements_tell_is_the_stated_rank_and_of_a_tie_the_lower() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.claim("a1", "s1", "c1", of("rank", 2));
    in.claim("a1", "s2", "c2", of("rank", 2));
    // Reprints, and another claim of the same sentence, don't add to it.
    in.claim("a1", "s3", "c3", of("rank", 1));
    in.claim("a2", "s3", "c4", of("rank", 1));
    in.claim("a2", "s3", "c5", of("rank", 1, "chip", "h100", "start", in.lastStart()));
    in.claim("a1", "s4", "c6", of("buyer", "meta", "rank", 3));
    in.claim("a1", "s5", "c7", of("buyer", "meta", "rank", 2));
    in.claim("a1", "s6", "c8", of("buyer", "meta"));
    assertThat(mart(RANKS + " example_claims")).containsExactly(
        "- bytedance 3 1 2 [1,2] 3 [c1,c2,c3]",
        "- meta 3 1 2 [2,3] 2 [c6,c7,c8]");
  }

  @Test
  void publishers_may_order_them_otherwise_than_statements() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.story("a3", null, "paper");
    in.claim("a1", "s1", "c1");
    in.claim("a1", "s2", "c2");
    in.claim("a1", "s3", "c3", of("buyer", "meta"));
    in.claim("a2", "s3", "c4", of("buyer", "meta"));
    in.claim("a3", "s4", "c5", of("buyer", "meta"));
    assertThat(mart("month buyer statements publishers sources rank_by_statements rank_by_publishers")).containsExactly(
        "- meta 1 1 1 1 1", "2024-12-01 bytedance 2 1 1 1 2", "2024-12-01 meta 1 2 2 2 1");
  }

  @Test
  void who_only_may_or_makes_its_own_is_no_buyer() {
    in.story("a1", "2024-12-02", "wire");
    for (String status : List.of("planned", "considered", "possible", "prohibited", "ended", "denied")) {
      in.claim("a1", "s" + status, "c" + status, of("status", status, "rank", 1));
    }
    in.claim("a1", "s1", "c1", of("action", "make", "buyer", "apple", "vendor", "apple"));
    in.claim("a1", "s2", "c2", of("vendor", null));
    in.claim("a1", "s3", "c3", of("action", "use", "buyer", "nvidia"));
    in.claim("a1", "s4", "c4", of("action", "foundry", "buyer", "apple", "vendor", "tsmc", "rank", 1, "status", "agreed"));
    assertThat(mart("vendor buyer stated_rank")).containsExactly("tsmc apple 1");
  }

  private List<String> mart(String columns) {
    return in.lines(Table.BUYER_RANK, columns);
  }
}
