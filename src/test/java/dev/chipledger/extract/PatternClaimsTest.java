package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipledger.extract.pattern.PatternReader;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconException;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.text.CodePoints;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The patterns, and what is added to a claim, by named cases; without the trained reader. */
class PatternClaimsTest {
  private static final Lexicon LEXICON = Lexicon.of(LexiconFiles.standard());
  private static final PassageFinder PASSAGES = new PassageFinder(LEXICON);
  private static final PatternReader PATTERNS = new PatternReader(LEXICON);
  private static final ClaimBuilder CLAIMS = new ClaimBuilder(LEXICON);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/pattern-claims.csv", numLinesToSkip = 1)
  void reads(String name, String before, String sentence, String expected) {
    Passage passage = PASSAGES.passage("", before == null ? "" : before, sentence, LocalDate.of(2024, 12, 12));
    List<String> said =
        CLAIMS.build(passage, PATTERNS.read(passage), new CodePoints(passage.text())).stream()
            .map(PatternClaimsTest::words)
            .distinct()
            .toList();
    List<String> wanted = expected == null ? List.of() : Arrays.stream(expected.split(";")).map(String::strip).toList();
    assertThat(said).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"no buyer, '<buys> {VK}', needs {B}", "no trigger, {B} buys {VK}, needs {B}", "no regular expression, '{B} <buys(> {VK}', patterns.tsv: mine"})
  void refuses(String name, String pattern, String message) {
    Map<String, List<String>> texts = new HashMap<>(LexiconFiles.standard().texts());
    texts.put("patterns.tsv", List.of("id\taction\tstatus\tconfidence\tpattern\nmine\tbuy\tactual\t0.5\t" + pattern));
    Lexicon lexicon = Lexicon.of(new LexiconFiles(texts));
    assertThatThrownBy(() -> new PatternReader(lexicon)).isInstanceOf(LexiconException.class).hasMessageContaining(message);
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
