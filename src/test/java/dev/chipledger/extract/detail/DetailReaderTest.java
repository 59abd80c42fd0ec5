package dev.chipledger.extract.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.PassageFinder;
import dev.chipledger.extract.Reading;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Rank, region, source and hedge by named cases; the words of a claim that say what is done are given as {@code trigger}. */
class DetailReaderTest {
  private static final PassageFinder PASSAGES = new PassageFinder(Lexicon.of(LexiconFiles.standard()));
  private static final DetailReader DETAILS = new DetailReader();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/ranks.csv", delimiter = '|', numLinesToSkip = 1)
  void rank(String name, String before, String sentence, String buyer, String vendor, String trigger, String expected) {
    DetailReader.Details details = read(before, sentence, buyer, "buy", vendor, trigger);
    assertThat(details.rank() == null ? null : String.valueOf(details.rank().value())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/regions.csv", delimiter = '|', numLinesToSkip = 1)
  void region(String name, String before, String sentence, String buyer, String action, String vendor, String trigger, String expected) {
    DetailReader.Details details = read(before, sentence, buyer, action, vendor, trigger);
    assertThat(details.region() == null ? null : details.region().value()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/sources.csv", delimiter = '|', numLinesToSkip = 1)
  void source(String name, String before, String sentence, String buyer, String vendor, String trigger, String expected) {
    DetailReader.Details details = read(before, sentence, buyer, "buy", vendor, trigger);
    assertThat(details.source() == null ? null : details.source().value()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/hedges.csv", delimiter = '|', numLinesToSkip = 1)
  void hedge(String name, String sentence, String buyer, String vendor, String trigger, boolean expected) {
    assertThat(read(null, sentence, buyer, "buy", vendor, trigger).hedged()).isEqualTo(expected);
  }

  private static DetailReader.Details read(String before, String sentence, String buyer, String action, String vendor, String trigger) {
    Passage passage = PASSAGES.passage("", before == null ? "" : before, sentence, LocalDate.of(2025, 6, 15));
    Span said = trigger == null ? null : at(passage, trigger);
    Hit chip = null;
    for (Hit hit : passage.hits()) {
      boolean nearer = chip == null || said != null && Math.abs(hit.start() - said.end()) < Math.abs(chip.start() - said.end());
      chip = (hit.isChip() || hit.isChipWord()) && nearer ? hit : chip;
    }
    Hit named = passage.hits().stream().filter(h -> h.isCompany() && h.entity().equals(buyer)).findFirst().orElse(null);
    Reading reading =
        new Reading(
            buyer, action, vendor, null, chip != null && chip.isChip() ? chip.entity() : null, "actual", false,
            named == null ? null : new Span(named.start(), named.end()), said, null,
            chip == null ? null : new Span(chip.start(), chip.end()), "test", 1);
    return DETAILS.read(passage, List.of(reading)).get(0);
  }

  private static Span at(Passage passage, String words) {
    int start = passage.text().indexOf(words, passage.sentence().start());
    assertThat(start).as("trigger in the sentence").isNotNegative();
    return new Span(start, start + words.length());
  }
}
