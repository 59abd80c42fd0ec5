package dev.chipledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SameStatementTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/statement/pairs.csv", numLinesToSkip = 1)
  void tellsWhetherTwoSentencesSayTheSame(String name, boolean same, String first, String second) {
    Wording a = Wording.of(first);
    Wording b = Wording.of(second);
    assertThat(SameStatement.likeness(a, b) > 0).as(a.text() + " / " + b.text()).isEqualTo(same);
    assertThat(SameStatement.likeness(b, a)).as("the other way round").isEqualTo(SameStatement.likeness(a, b));
  }
}
