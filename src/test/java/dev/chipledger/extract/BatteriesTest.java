package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.evaluate.GoldFiles;
import dev.chipledger.evaluate.GoldSentence;
import dev.chipledger.evaluate.Predictor;
import dev.chipledger.evaluate.Scorer;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another product by a lexicon folder alone: who gets which batteries for electric cars from whom, and what is no purchase. */
class BatteriesTest {
  private static final Path EXAMPLE = Path.of("examples/batteries");
  private static final Predictor PREDICTOR = new Predictor(new Extractor(Lexicon.of(LexiconFiles.in(EXAMPLE.resolve("lexicon")))), 0);

  static Stream<GoldSentence> sentences() throws IOException {
    return GoldFiles.read(EXAMPLE.resolve("labels.jsonl")).stream();
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void says_what_the_label_says_and_no_more(GoldSentence sentence) {
    List<Scorer.Fault> faults = new ArrayList<>();
    Scorer.score(List.of(sentence), PREDICTOR.predict(List.of(sentence)), faults);
    assertThat(faults).isEmpty();
  }

  /** Sentences that are not part of the example: the share that docs/lexicon.md tells. */
  @Test
  void reads_other_sentences_rather_right_than_all() throws IOException {
    List<GoldSentence> others = GoldFiles.read(Path.of("src/test/resources/gold/batteries.jsonl"));
    Scorer.Counts counts = Scorer.score(others, PREDICTOR.predict(others), null);
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.8);
  }
}
