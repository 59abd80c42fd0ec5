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
  private final FurnitureFinder furnitureFinder;
  private final ClaimReader reader;
  private final ClaimBuilder claims = new ClaimBuilder();

  /** An extractor with the reader that comes with ChipLedger. */
  public Extractor(Lexicon lexicon) {
    this(lexicon, ReaderSettings.standard());
  }

  public Extractor(Lexicon lexicon, ReaderSettings settings) {
    this(lexicon, new ClaimReader(lexicon, settings));
  }

  private Extractor(Lexicon lexicon, ClaimReader reader) {
    this.passageFinder = new PassageFinder(lexicon);
    this.furnitureFinder = new FurnitureFinder(new ChipTalk(lexicon));
    this.reader = reader;
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
    List<Span> titleSentences = Sentences.of(headline);
    List<Hit> titleHits = passageFinder.hits(headline, titleSentences, published);
    gather(
        new Part(Field.TITLE, headline, new CodePoints(headline)), titleHits,
        passageFinder.passages(Field.TITLE, headline, titleSentences, 0, titleHits, "", List.of(), published), gathering);
    gatherStories(headline, titleHits, text, published, gathering);
    return new Extraction(gathering.mentions, gathering.coMentions.closest(), gathering.sentences, gathering.claims);
  }

  /** What an article's fields yield, as it comes in. */
  private static final class Gathering {
    final List<Extraction.Mention> mentions = new ArrayList<>();
    final List<Extraction.Sentence> sentences = new ArrayList<>();
    final List<Extraction.Claim> claims = new ArrayList<>();
    final CoMentions coMentions = new CoMentions();
  }

  private record Part(Field field, String text, CodePoints codePoints) {}

  /** Each story for itself: what it means by "it", what its dates count from and what it names together lies inside it. */
  private void gatherStories(String title, List<Hit> titleHits, String text, LocalDate published, Gathering to) {
    List<Story> stories = Stories.of(title, text, published);
    List<Span> sentences = new ArrayList<>();
    int[] ends = new int[stories.size()];
    for (int i = 0; i < ends.length; i++) {
      sentences.addAll(Sentences.of(text, stories.get(i).span()));
      ends[i] = sentences.size();
    }
    List<Hit> hits = passageFinder.hits(text, sentences, published);
    if (hits.isEmpty()) {
      return;
    }
    Part part = new Part(Field.TEXT, text, new CodePoints(text));
    int first = 0;
    int nextHit = 0;
    for (int i = 0; i < ends.length; i++) {
      int from = nextHit;
      while (nextHit < hits.size() && hits.get(nextHit).sentence() < ends[i]) {
        nextHit++;
      }
      List<Hit> here = hits.subList(from, nextHit);
      Story story = stories.get(i);
      boolean own = story.headline() != null;
      LocalDate day = story.published() != null ? story.published() : published;
      gather(
          part, here,
          passageFinder.passages(
              Field.TEXT, text, sentences, first, here, own ? story.headline() : title,
              own && !here.isEmpty() ? passageFinder.hits(story.headline(), published) : titleHits, day),
          to);
      first = ends[i];
    }
  }

  private void gather(Part part, List<Hit> hits, List<Passage> passages, Gathering to) {
    CodePoints codePoints = part.codePoints();
    for (Hit hit : hits) {
      if (hit.kindWord() != null) {
        to.mentions.add(
            new Extraction.Mention(
                hit.entity(), hit.kindWord(), part.field(), codePoints.at(hit.start()), codePoints.at(hit.end()),
                part.text().substring(hit.start(), hit.end())));
      }
    }
    to.coMentions.add(part.text(), hits);
    for (Passage passage : passages) {
      List<Extraction.Claim> here = reader == null ? List.of() : claims.build(passage, reader.read(passage), codePoints);
      if (!here.isEmpty() || ChipTalk.namesCompanyAndChip(passage.hits())) {
        to.sentences.add(
            new Extraction.Sentence(
                part.field(), codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()), passage.words(),
                Fingerprint.of(passage.words()), entities(passage.hits()), furniture(passage)));
      }
      to.claims.addAll(here);
    }
  }

  /** A real headline looks like one of a block: titles are never furniture. */
  private String furniture(Passage passage) {
    Furniture reason = passage.field() == Field.TITLE ? null : furnitureFinder.of(passage.text(), passage.sentence(), passage.hits());
    return reason == null ? null : reason.word();
  }

  private static List<String> entities(List<Hit> hits) {
    return hits.stream().filter(h -> h.kindWord() != null).map(h -> h.kindWord() + ":" + h.entity()).distinct().sorted().toList();
  }
}
