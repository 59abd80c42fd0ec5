package dev.chipledger.extract;

import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Lead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one article: which companies and chips it names, and what it says of who gets which. Cheapest step first: names by
 * one automaton; sentences that could hold a claim; only those go to the readers. Thread-safe.
 */
public final class Extractor {
  private final PassageFinder passageFinder;
  private final ClaimReader reader;
  private final ClaimBuilder claims;

  /** An extractor with the reader that comes with ChipLedger. */
  public Extractor(Lexicon lexicon) {
    this(lexicon, ReaderSettings.standard());
  }

  public Extractor(Lexicon lexicon, ReaderSettings settings) {
    this(lexicon, new ClaimReader(lexicon, settings));
  }

  private Extractor(Lexicon lexicon, ClaimReader reader) {
    this.passageFinder = new PassageFinder(lexicon);
    this.reader = reader;
    this.claims = new ClaimBuilder(lexicon);
  }

  /** One that finds what articles name, and reads no claims. */
  public static Extractor withoutClaims(Lexicon lexicon) {
    return new Extractor(lexicon, (ClaimReader) null);
  }

  /**
   * @param title null if absent
   * @param text never null
   * @param published day of publication, by which names are valid and dates are read; null if unknown
   */
  public Extraction extract(String title, String text, LocalDate published) {
    Gathering gathering = new Gathering();
    String headline = title == null ? "" : title;
    PassageFinder.Sections sections = passageFinder.sections(headline, text, published);
    gather(Field.TITLE, headline, List.of(sections.title()), gathering);
    gather(Field.TEXT, text, sections.stories(), gathering);
    return new Extraction(gathering.mentions, gathering.coMentions.closest(), gathering.sentences, gathering.claims);
  }

  /** What an article's fields yield, as it comes in. */
  private static final class Gathering {
    final List<Extraction.Mention> mentions = new ArrayList<>();
    final List<Extraction.Sentence> sentences = new ArrayList<>();
    final List<Extraction.Claim> claims = new ArrayList<>();
    final CoMentions coMentions = new CoMentions();
  }

  private void gather(Field field, String text, List<PassageFinder.Section> sections, Gathering to) {
    if (sections.stream().allMatch(s -> s.hits().isEmpty())) {
      return;
    }
    CodePoints codePoints = new CodePoints(text);
    for (PassageFinder.Section section : sections) {
      for (Hit hit : section.hits()) {
        if (hit.kindWord() != null) {
          to.mentions.add(
              new Extraction.Mention(
                  hit.entity(), hit.kindWord(), hit.isChip() ? hit.vendor() : null, hit.provisional(), field, codePoints.at(hit.start()),
                  codePoints.at(hit.end()), text.substring(hit.start(), hit.end())));
        }
      }
      to.coMentions.add(text, Hit.listed(section.hits()));
      section.passages().forEach(passage -> gather(passage, codePoints, to));
    }
  }

  private void gather(Passage passage, CodePoints codePoints, Gathering to) {
    List<Extraction.Claim> here = reader == null ? List.of() : claims.build(passage, reader.read(passage), codePoints);
    if (!here.isEmpty() || ChipTalk.namesCompanyAndChip(passage.hits())) {
      to.sentences.add(
          new Extraction.Sentence(
              passage.field(), codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()), passage.words(),
              Fingerprint.of(passage.words()), entities(passage), passage.furniture() == null ? null : passage.furniture().word()));
    }
    to.claims.addAll(here);
  }

  /**
   * What a bullet's own headline names counts, unless the sentence behind it names a company and a chip by itself, and one that the
   * headline names too: "RTX 4090: Nvidia's card ..." says of which one.
   */
  private static List<String> entities(Passage passage) {
    int proper = passage.sentence().start() + Lead.end(passage.words());
    List<Hit> lead = passage.hits().stream().filter(h -> h.start() < proper).toList();
    List<Hit> behind = passage.hits().subList(lead.size(), passage.hits().size());
    boolean twice = ChipTalk.namesCompanyAndChip(behind)
        && behind.stream().anyMatch(h -> lead.stream().anyMatch(l -> !h.isChipWord() && l.entity().equals(h.entity())));
    List<Hit> hits = twice ? behind : passage.hits();
    return hits.stream()
        .filter(h -> h.kindWord() != null)
        .map(h -> (h.provisional() ? "unlisted_" : "") + h.kindWord() + ":" + h.entity())
        .distinct().sorted().toList();
  }
}
