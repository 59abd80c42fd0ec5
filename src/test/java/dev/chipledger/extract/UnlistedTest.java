package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Companies and chips that no lexicon lists, by named cases and traps. */
class UnlistedTest {
  private static final Extractor EXTRACTOR = Extractor.withoutClaims(Lexicon.of(LexiconFiles.standard()));
  private static final LocalDate DAY = LocalDate.of(2025, 12, 12);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/unlisted.csv", numLinesToSkip = 1)
  void finds(String name, String title, String text, String expected) {
    List<String> found = EXTRACTOR.extract(title, text, DAY).mentions().stream()
        .filter(Extraction.Mention::provisional).map(m -> m.kind() + ":" + m.entityId()).toList();
    assertThat(found).isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split(" ")));
  }

  @Test
  void a_provisional_name_stands_apart_from_the_listed_ones() {
    Extraction found = EXTRACTOR.extract(null, "Startup Fermosa will install Nvidia's GB300 chips.", DAY);
    assertThat(found.sentences()).singleElement()
        .satisfies(s -> assertThat(s.entities()).contains("unlisted_company:fermosa", "company:nvidia").doesNotContain("company:fermosa"));
    assertThat(found.coMentions()).extracting(Extraction.CoMention::company).doesNotContain("fermosa");
  }
}
