package dev.chipledger.step;

import static dev.chipledger.step.MartRows.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.table.Table;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private final MartRows in = new MartRows();

  @Test
  void every_story_is_counted_in_one_column() {
    in.story("a1", "2024-12-02", "wire");
    in.story("a2", "2024-12-02", "wire", of("is_read", false));
    in.story("a3", "2024-12-02", "wire");
    in.story("duplicate", "2024-12-03", "wire", of("duplicate_of", "a1"));
    in.story("superseded", "2024-12-01", "wire", of("superseded_by", "a1"));
    in.story("both", "2024-12-01", "wire", of("superseded_by", "a1", "duplicate_of", "a0"));
    in.story("edition", "2024-12-02", "wire", of("publisher", "wire-asia.example"));
    in.story("nobody", null, null);
    in.claim("a1", "s1", "c1", of("confidence", 0.1));
    in.claim("a1", "s2", "c2");
    in.claim("duplicate", "s1", "c3");
    assertThat(in.lines(Table.COVERAGE, "month owner publisher articles articles_read articles_with_claims duplicates superseded"))
        .containsExactly(
            "- - - 1 1 0 0 0",
            "2024-12-01 wire wire-asia.example 1 1 0 0 0",
            "2024-12-01 wire wire.example 3 2 1 1 2");
  }
}
