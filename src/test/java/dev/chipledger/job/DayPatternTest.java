package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipledger.table.UserMistake;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayPatternTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dumps/{yyyy}-{MM}-{dd}*        | dumps/2024-02-09*",
      "{yyyy}/{MM}/{dd}/x-{yyyy}.gz   | 2024/02/09/x-2024.gz",
      "d/{yyyy}{MM}{dd}.{jsonl,csv}   | d/20240209.{jsonl,csv}",
  })
  void puts_in_the_day_and_leaves_other_braces(String pattern, String path) {
    assertThat(DayPattern.of(pattern).on(LocalDate.of(2024, 2, 9))).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumps/{yyyy}-{MM}*", "dumps/*", "{MM}-{dd}", "{YYYY}-{mm}-{DD}"})
  void needs_all_three_parts(String pattern) {
    assertThatThrownBy(() -> DayPattern.of(pattern)).isInstanceOf(UserMistake.class).hasMessageContaining("--input " + pattern + " has no {");
  }

  @Test
  void keeps_a_dollar_sign() {
    assertThat(DayPattern.of("$x/{yyyy}{MM}{dd}").on(LocalDate.of(2024, 2, 9))).isEqualTo("$x/20240209");
  }
}
