package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupplierShiftTest {
  private static final String SHIFT = "month buyer from_vendor to_vendor basis";

  private final MartRows in = new MartRows();

  @BeforeEach
  void articles_and_chips() {
    in.story("june", "2024-06-15", "wire");
    in.story("july", "2024-07-15", "wire");
    in.story("wire", "2024-12-02", "wire");
    in.story("paper", "2024-12-03", "paper");
    in.chip("h20", "gpu");
    in.chip("mi300x", "accelerator");
    in.chip("hbm3e", "memory");
    in.chip("blackwell", "family");
  }

  @Test
  void one_statement_says_both_however_long_the_new_one_is_known() {
    claim("july", "s0", "c0", "amd", "actual", "mi300x");
    claim("wire", "s1", "c1", "nvidia", "ended", "h20");
    in.claim("wire", "s1", "c2", of("vendor", "amd", "chip", "mi300x", "status", "planned", "start", in.lastStart()));
    claim("paper", "s2", "c3", "nvidia", "ended", null);
    assertThat(mart(SHIFT + " statements sources example_claims from_statements from_sources from_example_claims earlier_vendors"))
        .containsExactly("2024-12-01 bytedance nvidia amd one_statement 1 1 [c2] 2 2 [c1,c3] []");
  }

  @Test
  void an_end_and_another_new_vendor_in_one_month() {
    claim("july", "s0", "c0", "nvidia", "actual", "h20");
    claim("wire", "s1", "c1", "nvidia", "ended", "h20");
    claim("paper", "s2", "c2", "amd", "agreed", "mi300x");
    claim("paper", "s3", "c3", "intel", "possible", null); // may is no move
    claim("paper", "s4", "c4", null, "actual", null);
    assertThat(mart(SHIFT + " earlier_vendors")).containsExactly("2024-12-01 bytedance nvidia amd ended [nvidia]");
  }

  @Test
  void a_vendor_known_from_the_five_months_before_is_not_new() {
    claim("july", "s0", "c0", "amd", "ended", "mi300x");
    claim("wire", "s1", "c1", "nvidia", "ended", "h20");
    claim("paper", "s2", "c2", "amd", "agreed", "mi300x");
    assertThat(mart(SHIFT)).isEmpty();
  }

  @Test
  void one_known_from_six_months_before_is() {
    claim("june", "s0", "c0", "amd", "actual", "mi300x");
    claim("wire", "s1", "c1", "nvidia", "ended", "h20");
    claim("paper", "s2", "c2", "amd", "agreed", "mi300x");
    assertThat(mart(SHIFT)).containsExactly("2024-12-01 bytedance nvidia amd ended");
  }

  @Test
  void one_beside_others_is_added_if_two_sources_say_so() {
    claim("july", "s0", "c0", "nvidia", "actual", "h20");
    claim("wire", "s1", "c1", "amd", "agreed", "mi300x");
    assertThat(mart(SHIFT)).isEmpty();
    claim("paper", "s1", "c2", "amd", "agreed", "mi300x");
    assertThat(mart(SHIFT + " statements sources from_statements from_example_claims earlier_vendors"))
        .containsExactly("2024-12-01 bytedance - amd added 1 2 0 [] [nvidia]");
  }

  @Test
  void a_product_that_uses_another_makers_chip_is_no_deal_with_it() {
    claim("july", "s0", "c0", "nvidia", "actual", "h20");
    in.claim("wire", "s1", "c1", of("vendor", "amd", "action", "use", "chip", null));
    in.claim("paper", "s1", "c2", of("vendor", "amd", "action", "use", "chip", null));
    assertThat(mart(SHIFT)).isEmpty();
  }

  @Test
  void the_first_vendor_known_is_no_shift() {
    claim("wire", "s1", "c1", "amd", "agreed", "mi300x");
    claim("paper", "s1", "c2", "amd", "agreed", "mi300x");
    claim("paper", "s2", "c3", "nvidia", "actual", "h20");
    assertThat(mart(SHIFT)).isEmpty();
  }

  @Test
  void memory_takes_no_gpus_place_but_a_family_may_be_anything() {
    claim("july", "s0", "c0", "nvidia", "actual", "h20");
    claim("wire", "s1", "c1", "nvidia", "ended", "h20");
    claim("wire", "s2", "c2", "micron", "agreed", "hbm3e");
    claim("paper", "s2", "c3", "micron", "agreed", "hbm3e");
    claim("paper", "s3", "c4", "amd", "agreed", "blackwell");
    assertThat(mart(SHIFT)).containsExactly("2024-12-01 bytedance nvidia amd ended");
  }

  @Test
  void to_chips_of_its_own_but_a_foundry_is_another_matter() {
    claim("wire", "s1", "c1", "intel", "ended", null);
    in.claim("paper", "s2", "c2", of("vendor", "bytedance", "action", "make", "chip", null));
    in.claim("paper", "s3", "c3", of("vendor", "tsmc", "action", "foundry", "chip", null));
    assertThat(mart("supply " + SHIFT)).containsExactly("chips 2024-12-01 bytedance intel bytedance ended");
  }

  @Test
  void without_a_month_nothing_is_before() {
    in.story("undated", null, "wire");
    claim("undated", "s1", "c1", "nvidia", "ended", "h20");
    claim("undated", "s1", "c2", "amd", "actual", "mi300x");
    assertThat(mart(SHIFT)).isEmpty();
  }

  private void claim(String article, String statement, String claim, String vendor, String status, String chip) {
    Map<String, Object> more = of("vendor", vendor, "status", status, "chip", chip);
    in.claim(article, statement, claim, more);
  }

  private List<String> mart(String columns) {
    return in.lines(Table.SUPPLIER_SHIFT, columns);
  }
}
