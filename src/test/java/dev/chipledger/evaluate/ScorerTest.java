package dev.chipledger.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chipledger.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
  private static final Path SHARED_GOLD = Path.of("../shared/gold");

  @ParameterizedTest
  @CsvSource({
    "trainium, trainium2, true", "rtx, rtx-4070, true", "h200, h20, false", "mi300x, mi-300x, true", "a100, a1000, false", ", h100, false", "h100, , true"
  })
  void chips(String predicted, String gold, boolean match) {
    assertThat(Scorer.chipMatches(predicted, gold)).isEqualTo(match);
  }

  @Test
  void aChiplessClaimBesideAMatchedOneIsNotCounted() {
    GoldSentence sentence =
        new GoldSentence("1", "k", null, null, null, "", "s", List.of(label("meta", "buy", "nvidia", "h100", "actual", 1)));
    Map<String, List<Label>> predicted =
        Map.of("1", List.of(label("meta", "buy", "nvidia", "h100", "actual", 1), label("meta", "buy", "nvidia", null, "actual", 1)));
    assertThat(Scorer.score(List.of(sentence), predicted, null).line()).startsWith("gold=1 tp=1 fp=0 fn=0 P=1.000 R=1.000 F1=1.000");
  }

  /** Noisy predictions, scored by the reference and by ours: equal to the last digit. */
  @ParameterizedTest
  @ValueSource(strings = {"dev-sentences.jsonl", "modern-sentences.jsonl", "seed-sentences.jsonl"})
  void agreesWithTheReference(String file, @TempDir Path folder) throws Exception {
    Shared.needs(SHARED_GOLD);
    assumeTrue(hasPython(), "skipped: no python3 to run the reference scorer");
    List<GoldSentence> gold = GoldFiles.read(SHARED_GOLD.resolve(file));
    Map<String, List<Label>> predicted = noisy(gold);
    Path predictions = folder.resolve("predictions.jsonl");
    GoldFiles.write(predictions, predicted);
    Process python =
        new ProcessBuilder("python3", SHARED_GOLD.resolve("score.py").toString(), predictions.toString(), SHARED_GOLD.resolve(file).toString(), "--at-precision", "0.9")
            .redirectErrorStream(true)
            .start();
    String reference = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(python.waitFor()).as(reference).isZero();
    assertThat(Scorer.atPrecision(gold, predicted, 0.9) + "\n" + Scorer.score(gold, predicted, null).line()).isEqualTo(reference);
    assertThat(GoldFiles.readPredictions(predictions)).hasSameSizeAs(predicted);
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").redirectErrorStream(true).start().waitFor() == 0;
    } catch (java.io.IOException | InterruptedException e) {
      return false;
    }
  }

  private static Map<String, List<Label>> noisy(List<GoldSentence> gold) {
    Random random = new Random(7);
    Map<String, List<Label>> predicted = new LinkedHashMap<>();
    for (GoldSentence sentence : gold) {
      List<Label> claims = new ArrayList<>();
      for (Label g : sentence.claims()) {
        if (random.nextInt(4) > 0) {
          String status = random.nextInt(5) == 0 ? "denied" : g.aStatus();
          String chip = random.nextInt(6) == 0 ? null : g.chip();
          claims.add(
              new Label(
                  g.buyer(), List.of(g.anAction()), g.vendor(), g.seller(), chip, List.of(status), false, g.rank(), random.nextInt(9) == 0 ? "mars" : g.region(),
                  g.quantity(), random.nextInt(3) == 0 ? null : g.amount(), g.capacityMw(), g.eventDate(), null, null, random.nextInt(1000) / 1000.0, null));
        }
      }
      if (random.nextInt(5) == 0) {
        claims.add(label("meta", "buy", "nvidia", random.nextBoolean() ? "h100" : null, "planned", random.nextInt(1000) / 1000.0));
      }
      predicted.put(sentence.id(), claims);
    }
    return predicted;
  }

  private static Label label(String buyer, String action, String vendor, String chip, String status, double confidence) {
    return new Label(buyer, List.of(action), vendor, null, chip, List.of(status), false, null, null, null, null, null, null, null, null, confidence, null);
  }
}
