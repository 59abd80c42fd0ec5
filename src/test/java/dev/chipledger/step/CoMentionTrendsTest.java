package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoMentionTrendsTest {
  private final MartRows in = new MartRows();

  @Test
  void strength_by_hand() {
    // 100 statements; nvidia in 20, h20 in 10, together in 8; all others name amd and a bare chip word.
    in.story("a1", "2024-12-02", "wire");
    for (int i = 0; i < 100; i++) {
      in.sentence("a1", "s" + i, null, null, i < 20 ? "company:nvidia" : "company:amd", i < 8 || i >= 98 ? "chip:h20" : "chip_word:gpu");
    }
    // 2 (8 ln(8·100/(20·10)) + 12 ln(12·100/(20·90)) + 2 ln(2·100/(80·10)) + 78 ln(78·100/(80·90)))
    double g2 = 2 * (8 * Math.log(4) + 12 * Math.log(2.0 / 3) + 2 * Math.log(0.25) + 78 * Math.log(7800.0 / 7200));
    double npmi = Math.log(4) / -Math.log(0.08);
    assertThat(mart("company chip articles statements publishers share round(log_likelihood_ratio,9) round(npmi,9)")).hasSize(4)
        .contains("nvidia h20 1 8 1 1.0 " + rounded(g2) + " " + rounded(npmi))
        .anyMatch(line -> line.startsWith("nvidia - 1 12 1 1.0 -")) // less than chance
        .anyMatch(line -> line.startsWith("amd h20 1 2 1 1.0 -"));
  }

  @Test
  void a_pair_in_every_statement_is_npmi_1_and_no_evidence() {
    in.story("a1", "2024-12-02", "wire");
    in.sentence("a1", "s1", null, null, "company:nvidia", "chip_word:chip", "chip_word:gpu");
    assertThat(mart("company chip statements log_likelihood_ratio npmi")).containsExactly("nvidia - 1 0.0 1.0");
  }

  @Test
  void a_reprint_makes_no_trend() {
    in.story("a1", "2024-12-30", "wire");
    in.story("a2", "2025-01-02", "paper");
    in.story("a3", "2025-01-02", "station", of("duplicate_of", "a2"));
    in.story("a4", "2025-01-03", "wire");
    in.sentence("a1", "s1", null, null, "company:nvidia", "chip:h20");
    in.sentence("a2", "s1", "2024-12-30", null, "company:nvidia", "chip:h20");
    in.sentence("a3", "s1", "2024-12-30", null, "company:nvidia", "chip:h20");
    in.sentence("a4", "s2", null, null, "company:amd", "chip:mi300x");
    assertThat(mart("month company chip articles statements publishers share npmi")).containsExactly(
        "2024-12-01 nvidia h20 1 1 1 1.0 1.0",
        "2025-01-01 amd mi300x 1 1 1 0.5 1.0",
        "2025-01-01 nvidia h20 1 0 2 0.5 -");
  }

  @Test
  void furniture_and_superseded_stories_count_for_nothing() {
    in.story("a1", "2024-12-02", "wire");
    in.story("old", "2024-12-01", "wire", of("superseded_by", "a1"));
    in.sentence("a1", "s1", null, "link_list", "company:nvidia", "chip:h20");
    in.coMention("a1", "nvidia", "h20", 0);
    in.sentence("old", "s2", null, null, "company:nvidia", "chip:h100");
    in.coMention("old", "nvidia", "h100", 2);
    assertThat(mart("company chip")).isEmpty();
  }

  @Test
  void neighbouring_sentences_make_articles_but_no_statements() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-03", "paper");
    in.story("a3", "2024-12-03", "paper", of("is_read", false));
    in.coMention("a1", "nvidia", "h20", 1);
    in.sentence("a2", "s1", null, null, "company:nvidia", "chip:h20");
    in.coMention("a2", "nvidia", "h20", 0);
    in.coMention("a2", "nvidia", "h100", 2);
    assertThat(mart("company chip articles statements publishers share log_likelihood_ratio")).containsExactly(
        "nvidia h100 1 0 1 0.5 -", "nvidia h20 2 1 2 1.0 0.0");
  }

  @Test
  void articles_without_a_date_have_a_month_of_their_own() {
    in.story("a1", null, null);
    in.sentence("a1", "s1", null, null, "company:nvidia", "chip:h20");
    assertThat(mart("month articles statements publishers npmi")).containsExactly("- 1 1 0 1.0");
  }

  private static String rounded(double value) {
    return String.valueOf(Math.round(value * 1e9) / 1e9);
  }

  private List<String> mart(String columns) {
    return in.lines(Table.CO_MENTION_TRENDS, columns);
  }
}
