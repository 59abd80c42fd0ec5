package dev.chipledger.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.Shared;
import dev.chipledger.extract.Extractor;
import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Keeps quality from sliding unseen: no gold file may score more than a hundredth under its stored baseline. The reader was
 * trained on most of these sentences, so the figures say nothing of unseen text (docs/accuracy.md does); raise the baseline
 * with each gain.
 */
class GoldBaselineTest {
  private static final double SLACK = 0.01;
  private static final ReaderSettings SETTINGS = ReaderSettings.standard();
  private static final Predictor PREDICTOR =
      new Predictor(new Extractor(Lexicon.of(LexiconFiles.standard()), SETTINGS), SETTINGS.balancedCut());

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/gold/baseline.csv", numLinesToSkip = 1)
  void noWorseThanBefore(String file, double f1, double precision) throws Exception {
    Path path = Path.of(file);
    Shared.needs(path);
    var gold = GoldFiles.read(path);
    Scorer.Counts counts = Scorer.score(gold, PREDICTOR.predict(gold), null);
    System.out.println(file + ": " + counts.line());
    assertThat(counts.f1()).as("F1 of " + file).isGreaterThanOrEqualTo(f1 - SLACK);
    assertThat(counts.precision()).as("precision of " + file).isGreaterThanOrEqualTo(precision - SLACK);
  }
}
