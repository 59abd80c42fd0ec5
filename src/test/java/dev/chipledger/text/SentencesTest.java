package dev.chipledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SentencesTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/text/sentences.csv", numLinesToSkip = 1)
  void splits(String name, String marked) {
    List<String> expected = Arrays.stream(marked.split("¦")).toList();
    // Glued sentences are joined without a space; all others with one.
    String text = String.join(name.startsWith("glued") ? "" : name.startsWith("line ends") ? "\n" : " ", expected);
    assertThat(Sentences.of(text).stream().map(s -> text.substring(s.start(), s.end()))).containsExactlyElementsOf(expected);
  }

  @Test
  void wrappedLinesGoOn() {
    assertThat(Sentences.of("Meta buys chips\r\nfrom Nvidia.\r\n\r\nIt pays.")).hasSize(2);
  }

  @Property(tries = 300)
  void spansAreInOrderAndLoseNothingButSpace(@ForAll String text) {
    int at = 0;
    for (Span span : Sentences.of(text)) {
      assertThat(span.start()).isGreaterThanOrEqualTo(at);
      assertThat(text.substring(at, span.start()).chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))).isTrue();
      assertThat(span.length()).isPositive();
      at = span.end();
    }
    assertThat(text.substring(at).chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))).isTrue();
  }
}
