package dev.chipledger.extract;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Sentences;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads one article: which companies and chips it names, and what it says of who gets which. Cheapest step first: names by
 * one automaton; sentences that could hold a claim; only those go to the reader. Thread-safe.
 */
public final class Extractor {
  /** Sentences before the one that is read, where "the company" may have been named. */
  private static final int SENTENCES_BEFORE = 2;

  private final HitFinder hitFinder;
  private final ReferenceFinder referenceFinder;
  private final ChipTalk chipTalk;
  private final PatternReader patterns;
  private final ClaimBuilder claims;

  public Extractor(Lexicon lexicon) {
    hitFinder = new HitFinder(lexicon);
    referenceFinder = new ReferenceFinder(lexicon);
    chipTalk = new ChipTalk(lexicon);
    patterns = new PatternReader(lexicon);
    claims = new ClaimBuilder();
  }

  /**
   * @param title null if absent
   * @param text never null
   * @param published day of publication, by which names are valid and dates are read; null if unknown
   */
  public Extraction extract(String title, String text, LocalDate published) {
    List<Extraction.Mention> mentions = new ArrayList<>();
    List<Extraction.Sentence> sentences = new ArrayList<>();
    List<Extraction.Claim> found = new ArrayList<>();
    CoMentions coMentions = new CoMentions();
    String headline = title == null ? "" : title;
    List<Span> titleSentences = Sentences.of(headline);
    List<Hit> titleHits = hitFinder.find(headline, titleSentences, published);
    List<Span> textSentences = Sentences.of(text);
    List<Hit> textHits = hitFinder.find(text, textSentences, published);
    read(Field.TITLE, headline, titleSentences, titleHits, headline, titleHits, published, mentions, sentences, found, coMentions);
    read(Field.TEXT, text, textSentences, textHits, headline, titleHits, published, mentions, sentences, found, coMentions);
    return new Extraction(mentions, coMentions.closest(), sentences, found);
  }

  /** The entities that a text names, in order; offsets are UTF-16. */
  public List<Hit> hits(String text, LocalDate published) {
    return hitFinder.find(text, Sentences.of(text), published);
  }

  private void read(
      Field field, String text, List<Span> sentenceSpans, List<Hit> hits, String title, List<Hit> titleHits, LocalDate published,
      List<Extraction.Mention> mentions, List<Extraction.Sentence> sentences, List<Extraction.Claim> found, CoMentions coMentions) {
    if (hits.isEmpty()) {
      return;
    }
    CodePoints codePoints = new CodePoints(text);
    for (Hit hit : hits) {
      if (hit.isCompany() || hit.isChip() || hit.isChipWord()) {
        String kind = hit.isCompany() ? "company" : hit.isChip() ? "chip" : "chip_word";
        mentions.add(
            new Extraction.Mention(
                hit.entity(), kind, field, codePoints.at(hit.start()), codePoints.at(hit.end()), text.substring(hit.start(), hit.end())));
      }
    }
    coMentions.add(text, hits);
    for (Passage passage : passages(field, text, sentenceSpans, hits, title, titleHits, published)) {
      List<Extraction.Claim> here = claims.build(passage, patterns.read(passage), codePoints);
      if (!here.isEmpty() || ChipTalk.namesCompanyAndChip(passage.hits())) {
        sentences.add(
            new Extraction.Sentence(
                field, codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()), passage.words(),
                Fingerprint.of(passage.words())));
      }
      found.addAll(here);
    }
  }

  private List<Passage> passages(
      Field field, String text, List<Span> sentences, List<Hit> hits, String title, List<Hit> titleHits, LocalDate published) {
    TreeMap<Integer, List<Hit>> bySentence = new TreeMap<>();
    for (Hit hit : hits) {
      bySentence.computeIfAbsent(hit.sentence(), key -> new ArrayList<>()).add(hit);
    }
    List<Passage> passages = new ArrayList<>();
    bySentence.forEach(
        (index, here) -> {
          if (!chipTalk.mayClaim(here)) {
            return;
          }
          Span sentence = sentences.get(index);
          int first = Math.max(0, index - SENTENCES_BEFORE);
          List<Hit> before = new ArrayList<>();
          bySentence.subMap(first, index).values().forEach(before::addAll);
          before.sort(Comparator.comparingInt(Hit::start));
          Span beforeSpan =
              first == index ? new Span(sentence.start(), sentence.start()) : new Span(sentences.get(first).start(), sentences.get(index - 1).end());
          List<Hit> headlineHits = field == Field.TITLE ? List.of() : titleHits;
          List<Reference> references = referenceFinder.find(text, sentence, here, before, headlineHits);
          passages.add(
              new Passage(field, text, sentence, field == Field.TITLE ? "" : title, here, before, beforeSpan, headlineHits, references, published));
        });
    return passages;
  }
}
