package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClaimsTest {
  private static final Extractor EXTRACTOR = new Extractor(Lexicon.of(LexiconFiles.standard()));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/claims.csv", numLinesToSkip = 1)
  void reads(String name, String before, String sentence, String expected) {
    String text = (before == null ? "" : before + " ") + sentence;
    int from = text.length() - sentence.length();
    List<String> said =
        EXTRACTOR.extract("", text, LocalDate.of(2024, 12, 12)).claims().stream()
            .filter(c -> c.start() >= from && c.confidence() >= 0.5)
            .map(ClaimsTest::words)
            .distinct()
            .toList();
    List<String> wanted = expected == null ? List.of() : Arrays.stream(expected.split(";")).map(String::strip).toList();
    assertThat(said).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static String words(Extraction.Claim c) {
    return c.buyer() + " " + c.action() + " " + c.vendor() + " " + (c.chip() == null ? "-" : c.chip()) + " " + c.status()
        + (c.rank() == null ? "" : " rank=" + c.rank())
        + (c.region() == null ? "" : " region=" + c.region())
        + (c.quantity() == null ? "" : " quantity=" + c.quantity())
        + (c.capacityMw() == null ? "" : " mw=" + c.capacityMw())
        + (c.amount() == null ? "" : " amount=" + c.amount() + " " + c.currency())
        + (c.eventStart() == null ? "" : " when=" + c.eventStart())
        + (c.restrictedTo() ? " only" : "")
        + (c.hedged() ? " hedged" : "");
  }
}
