package dev.chipledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumbersTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/text/numbers.csv", numLinesToSkip = 1)
  void finds(String name, String text, String expected) {
    String found =
        Numbers.in(text, 0, text.length()).stream()
            .map(n -> n.value() + (n.max() == null ? "" : ".." + n.max()))
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }
}
