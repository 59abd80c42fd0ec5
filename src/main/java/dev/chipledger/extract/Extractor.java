package dev.chipledger.extract;

import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Sentences;
import dev.chipledger.text.Span;
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
  private final ClaimBuilder claims = new ClaimBuilder();

  /** An extractor with the reader that comes with ChipLedger. */
  public Extractor(Lexicon lexicon) {
    this(lexicon, ReaderSettings.standard());
  }

  public Extractor(Lexicon lexicon, ReaderSettings settings) {
    this(new PassageFinder(lexicon), new ClaimReader(lexicon, settings));
  }

  private Extractor(PassageFinder passageFinder, ClaimReader reader) {
    this.passageFinder = passageFinder;
    this.reader = reader;
  }

  /** One that finds what articles name, and reads no claims. */
  public static Extractor withoutClaims(Lexicon lexicon) {
    return new Extractor(new PassageFinder(lexicon), null);
  }

  /**
   * @param title null if absent
   * @param text never null
   * @param published day of publication, by which names are valid and dates are read; null if unknown
   */
  public Extraction extract(String title, String text, LocalDate published) {
    Gathering gathering = new Gathering();
    String headline = title == null ? "" : title;
    List<Span> titleSentences = Sentences.of(headline);
    List<Hit> titleHits = passageFinder.hits(headline, titleSentences, published);
    List<Span> textSentences = Sentences.of(text);
    List<Hit> textHits = passageFinder.hits(text, textSentences, published);
    gather(Field.TITLE, headline, titleHits, passageFinder.passages(Field.TITLE, headline, titleSentences, titleHits, headline, titleHits, published), gathering);
    gather(Field.TEXT, text, textHits, passageFinder.passages(Field.TEXT, text, textSentences, textHits, headline, titleHits, published), gathering);
    return new Extraction(gathering.mentions, gathering.coMentions.closest(), gathering.sentences, gathering.claims);
  }

  /** What an article's fields yield, as it comes in. */
  private static final class Gathering {
    final List<Extraction.Mention> mentions = new ArrayList<>();
    final List<Extraction.Sentence> sentences = new ArrayList<>();
    final List<Extraction.Claim> claims = new ArrayList<>();
    final CoMentions coMentions = new CoMentions();
  }

  private void gather(Field field, String text, List<Hit> hits, List<Passage> passages, Gathering to) {
    if (hits.isEmpty()) {
      return;
    }
    CodePoints codePoints = new CodePoints(text);
    for (Hit hit : hits) {
      if (hit.kindWord() != null) {
        to.mentions.add(
            new Extraction.Mention(
                hit.entity(), hit.kindWord(), field, codePoints.at(hit.start()), codePoints.at(hit.end()), text.substring(hit.start(), hit.end())));
      }
    }
    to.coMentions.add(text, hits);
    for (Passage passage : passages) {
      List<Extraction.Claim> here = reader == null ? List.of() : claims.build(passage, reader.read(passage), codePoints);
      if (!here.isEmpty() || ChipTalk.namesCompanyAndChip(passage.hits())) {
        to.sentences.add(
            new Extraction.Sentence(
                field, codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()), passage.words(),
                Fingerprint.of(passage.words()), entities(passage.hits()), null));
      }
      to.claims.addAll(here);
    }
  }

  private static List<String> entities(List<Hit> hits) {
    return hits.stream().filter(h -> h.kindWord() != null).map(h -> h.kindWord() + ":" + h.entity()).distinct().sorted().toList();
  }
}
