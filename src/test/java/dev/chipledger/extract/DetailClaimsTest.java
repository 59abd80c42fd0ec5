package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.extract.detail.TriggerFinder;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * How much and when, and which claim of the sentence gets it, by named cases. The claims are given, with the words that the trained
 * reader would point at; the sizes or the dates that stand after them are to be found. Articles are of Thursday 12 December 2024.
 */
class DetailClaimsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 12);
  private static final Lexicon LEXICON = Lexicon.of(LexiconFiles.standard());
  private static final PassageFinder PASSAGES = new PassageFinder(LEXICON);
  private static final ClaimBuilder CLAIMS = new ClaimBuilder(LEXICON);
  private static final TriggerFinder TRIGGERS = new TriggerFinder(LEXICON.triggers());

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/sizes.csv", numLinesToSkip = 1)
  void sizes(String name, String sentence, String expected) {
    assertThat(build(sentence, expected).stream().map(c -> claim(c) + sizes(c)).toList()).isEqualTo(split(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/events.csv", numLinesToSkip = 1)
  void events(String name, String sentence, String expected) {
    List<String> said = build(sentence, expected).stream()
        .map(c -> claim(c) + (c.eventStart() == null ? "" : " " + c.eventStart() + " " + c.eventEnd() + " " + c.eventPrecision()))
        .toList();
    assertThat(said).isEqualTo(split(expected));
  }

  private static List<Extraction.Claim> build(String sentence, String expected) {
    Passage passage = PASSAGES.passage("", "", sentence, DAY);
    List<Reading> readings = split(expected).stream().map(claim -> reading(passage, claim.split(" "))).toList();
    return CLAIMS.build(passage, readings, new CodePoints(passage.text()));
  }

  private static List<String> split(String claims) {
    return Arrays.stream(claims.split(";")).map(String::strip).toList();
  }

  /** @param words buyer, action, vendor, chip or -, status */
  private static Reading reading(Passage passage, String[] words) {
    String chipId = words[3].equals("-") ? null : words[3];
    Span buyer = nearest(passage, h -> h.isCompany() && h.entity().equals(words[0]), null);
    Span vendor = words[2].equals(words[0]) ? null : nearest(passage, h -> h.isCompany() && h.entity().equals(words[2]), buyer);
    Span chip = chipId == null
        ? nearest(passage, Hit::isChipWord, vendor != null ? vendor : buyer)
        : nearest(passage, h -> h.isChip() && h.entity().equals(chipId), buyer);
    Span trigger = TRIGGERS.find(passage, words[1], buyer, chip != null ? chip : vendor);
    return new Reading(words[0], words[1], words[2], null, chipId, words[4], false, buyer, trigger, vendor, chip, "given", 1);
  }

  private static Span nearest(Passage passage, Predicate<Hit> wanted, Span to) {
    return passage.hits().stream()
        .filter(wanted)
        .map(h -> new Span(h.start(), h.end()))
        .min((a, b) -> to == null ? a.start() - b.start() : Math.abs(a.start() - to.start()) - Math.abs(b.start() - to.start()))
        .orElse(null);
  }

  private static String claim(Extraction.Claim c) {
    return c.buyer() + " " + c.action() + " " + c.vendor() + " " + (c.chip() == null ? "-" : c.chip()) + " " + c.status();
  }

  private static String sizes(Extraction.Claim c) {
    return (c.quantity() == null ? "" : " quantity=" + c.quantity() + (c.quantityMax() == null ? "" : ".." + c.quantityMax()))
        + (c.amount() == null ? "" : " amount=" + c.amount() + (c.amountMax() == null ? "" : ".." + c.amountMax()) + " " + c.currency())
        + (c.capacityMw() == null ? "" : " mw=" + c.capacityMw());
  }
}
