package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestrictionsTest {
  private final MartRows in = new MartRows();

  @Test
  void barred_and_restricted_to() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-05", "paper");
    in.claim("a1", "s1", "c1", of("status", "prohibited", "chip", "h100", "region", "china"));
    in.claim("a2", "s1", "c2", of("status", "prohibited", "chip", "h100", "region", "china"));
    in.claim("a2", "s2", "c3", of("status", "prohibited", "chip", "h100"));
    in.claim("a1", "s3", "c4", of("restricted_to", true));
    in.claim("a1", "s4", "c5", of("restricted_to", true, "status", "prohibited", "chip", "a800"));
    assertThat(mart("chip region restriction articles statements publishers sources first_seen last_seen example_claims")).containsExactly(
        "a800 - only 1 1 1 1 2024-12-02 2024-12-02 [c5]",
        "h100 - barred 1 1 1 1 2024-12-05 2024-12-05 [c3]",
        "h100 china barred 2 1 2 2 2024-12-02 2024-12-05 [c1]",
        "h20 - only 1 1 1 1 2024-12-02 2024-12-02 [c4]");
  }

  @Test
  void what_may_or_ended_counts_only_beside_a_restriction_of_the_same_buyer_vendor_and_month() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2025-01-02", "wire");
    in.claim("a1", "s1", "c1", of("status", "prohibited", "chip", "h100"));
    in.claim("a1", "s2", "c2", of("status", "possible"));
    in.claim("a1", "s3", "c3", of("status", "ended", "chip", "a800"));
    in.claim("a1", "s4", "c4"); // has it: no news of restrictions
    in.claim("a1", "s5", "c5", of("status", "possible", "vendor", "amd"));
    in.claim("a1", "s6", "c6", of("status", "possible", "buyer", "apple"));
    in.claim("a2", "s7", "c7", of("status", "possible"));
    assertThat(mart("month buyer vendor chip restriction")).containsExactly(
        "2024-12-01 bytedance nvidia a800 stopped", "2024-12-01 bytedance nvidia h100 barred", "2024-12-01 bytedance nvidia h20 may");
  }

  @Test
  void a_statement_read_both_ways_is_what_its_surest_claim_says() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.claim("a1", "s1", "c1", of("status", "prohibited", "confidence", 0.6));
    in.claim("a2", "s1", "c2", of("confidence", 0.9));
    in.claim("a1", "s2", "c3", of("status", "prohibited", "confidence", 0.9));
    in.claim("a2", "s2", "c4", of("confidence", 0.6));
    assertThat(mart("restriction statements publishers example_claims")).containsExactly("barred 1 2 [c3]");
  }

  @Test
  void unknown_vendors_months_and_owners() {
    in.story("a1", null, null);
    in.claim("a1", "s1", "c1", of("status", "prohibited", "vendor", null, "chip", null));
    in.claim("a1", "s2", "c2", of("status", "possible", "vendor", null));
    in.claim("a1", "s3", "c3", of("status", "possible"));
    assertThat(mart("month vendor chip restriction publishers sources first_seen")).containsExactly(
        "- - - barred 0 0 -", "- - h20 may 0 0 -");
  }

  private List<String> mart(String columns) {
    return in.lines(Table.RESTRICTIONS, columns);
  }
}
