package dev.chipledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PeriodsTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/text/periods.csv", numLinesToSkip = 1)
  void finds(String name, String text, String expected) {
    var found =
        Periods.of(text, 0, text.length(), LocalDate.of(2024, 5, 10)).stream()
            .map(f -> f.period().start() + " " + f.period().end() + " " + f.period().precision())
            .toList();
    if (expected == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).containsExactly(expected);
    }
  }

  @Test
  void withoutTheArticlesDayOnlyWhatNamesAYear() {
    String text = "next year, in March, and in June 2026";
    assertThat(Periods.of(text, 0, text.length(), null)).hasSize(1);
  }
}
