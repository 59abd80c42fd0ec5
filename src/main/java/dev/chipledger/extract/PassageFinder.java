package dev.chipledger.extract;

import dev.chipledger.extract.unlisted.NamedField;
import dev.chipledger.extract.unlisted.UnlistedFinder;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Sentences;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds what an article names, and the sentences that could hold a claim, each with what its reader may look at. Offsets
 * are UTF-16. Thread-safe.
 */
public final class PassageFinder {
  /** Parts a sentence that stands by itself from the text before it. */
  public static final String PARAGRAPH = "\n\n";

  /** Sentences before the one that is read, where "the company" may have been named. */
  private static final int SENTENCES_BEFORE = 2;

  /** Characters of text before that are looked at; what stands farther off is hardly what "it" means. */
  private static final int CHARACTERS_BEFORE = 500;

  private final HitFinder hitFinder;
  private final ReferenceFinder referenceFinder;
  private final ChipTalk chipTalk;
  private final UnlistedFinder unlistedFinder;
  private final FurnitureFinder furnitureFinder;

  public PassageFinder(Lexicon lexicon) {
    hitFinder = new HitFinder(lexicon);
    referenceFinder = new ReferenceFinder(lexicon);
    chipTalk = new ChipTalk(lexicon);
    unlistedFinder = new UnlistedFinder(lexicon);
    furnitureFinder = new FurnitureFinder(lexicon);
  }

  /** The listed entities that a text names, in order. */
  public List<Hit> hits(String text, LocalDate published) {
    return hits(text, Sentences.of(text), published);
  }

  /** Whether a sentence that stands by itself could hold a claim: the gate before the costly readers. */
  public boolean mayClaim(String sentence) {
    return chipTalk.mayClaim(hitFinder.find(sentence, List.of(new Span(0, sentence.length())), null));
  }

  private List<Hit> hits(String text, List<Span> sentences, LocalDate published) {
    return hitFinder.find(text, sentences, published);
  }

  /**
   * What is read for itself: an article's title, or one of the stories of its text.
   *
   * @param hits entities that it names, in order
   * @param passages its sentences that could hold a claim, in order
   */
  record Section(List<Hit> hits, List<Passage> passages) {}

  /**
   * What an article says, by sections.
   *
   * @param title one section
   * @param stories of the text, in order. What one means by "it" and what its dates count from lies inside a story
   */
  record Sections(Section title, List<Section> stories) {}

  /** @param title empty if absent */
  Sections sections(String title, String text, LocalDate published) {
    List<Story> stories = Stories.of(title, text, published);
    List<Span> sentences = new ArrayList<>();
    int[] ends = new int[stories.size()];
    for (int i = 0; i < ends.length; i++) {
      sentences.addAll(Sentences.of(text, stories.get(i).span()));
      ends[i] = sentences.size();
    }
    List<Span> titleSentences = Sentences.of(title);
    List<List<Hit>> hits = unlistedFinder.find(
        List.of(
            new NamedField(title, titleSentences, hits(title, titleSentences, published)),
            new NamedField(text, sentences, hits(text, sentences, published))),
        chipTalk::isAboutChips);
    Section head = new Section(hits.get(0), passages(Field.TITLE, title, titleSentences, 0, hits.get(0), "", List.of(), published));
    return new Sections(head, stories(title, hits.get(0), stories, ends, text, sentences, hits.get(1), published));
  }

  /** @param ends by story: the index behind its last sentence */
  private List<Section> stories(
      String title, List<Hit> titleHits, List<Story> stories, int[] ends, String text, List<Span> sentences, List<Hit> hits, LocalDate published) {
    List<Section> sections = new ArrayList<>();
    int first = 0;
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      int to = from;
      while (to < hits.size() && hits.get(to).sentence() < ends[i]) {
        to++;
      }
      Story story = stories.get(i);
      List<Hit> here = hits.subList(from, to);
      boolean own = story.headline() != null && !here.isEmpty();
      sections.add(
          new Section(
              here,
              passages(
                  Field.TEXT, text, sentences, first, here, own ? story.headline() : title, own ? hits(story.headline(), published) : titleHits,
                  story.published() != null ? story.published() : published)));
      first = ends[i];
      from = to;
    }
    return sections;
  }

  /**
   * A sentence that stands by itself, whether or not it could hold a claim.
   *
   * @param title null if absent
   * @param before the text just before it; empty if none
   */
  public Passage passage(String title, String before, String sentence, LocalDate published) {
    String headline = title == null ? "" : title;
    String text = before + PARAGRAPH + sentence;
    Span place = new Span(before.length() + PARAGRAPH.length(), text.length());
    List<Hit> hits = hits(text, published);
    List<Hit> here = hits.stream().filter(h -> h.start() >= place.start()).toList();
    List<Hit> earlier = hits.stream().filter(h -> h.end() <= before.length()).toList();
    List<Hit> titleHits = hits(headline, published);
    return new Passage(
        Field.TEXT, text, place, headline, here, earlier, new Span(0, before.length()), titleHits,
        referenceFinder.find(text, place, here, earlier, titleHits), published, null);
  }

  /**
   * The sentences of a section that could hold a claim, in order.
   *
   * @param sentences of the whole field
   * @param first the section's first sentence: what stands before it is another story
   * @param hits of the section
   * @param title empty if absent, or if the field is the title
   * @param titleHits of the headline
   */
  private List<Passage> passages(
      Field field, String text, List<Span> sentences, int first, List<Hit> hits, String title, List<Hit> titleHits, LocalDate published) {
    TreeMap<Integer, List<Hit>> bySentence = new TreeMap<>();
    for (Hit hit : hits) {
      bySentence.computeIfAbsent(hit.sentence(), key -> new ArrayList<>()).add(hit);
    }
    List<Passage> passages = new ArrayList<>();
    bySentence.forEach(
        (index, named) -> {
          if (!chipTalk.mayClaim(named)) {
            return;
          }
          // A real headline looks like one of a block: titles are never furniture.
          FurnitureFinder.Found found =
              field == Field.TITLE
                  ? new FurnitureFinder.Found(sentences.get(index), null)
                  : furnitureFinder.of(text, sentences.get(index), Hit.listed(named));
          Span sentence = found.proper();
          List<Hit> here = named.stream().filter(h -> h.start() >= sentence.start()).toList();
          int firstBefore = Math.max(first, index - SENTENCES_BEFORE);
          Span beforeSpan = beforeSpan(text, sentences, firstBefore, index);
          List<Hit> before = new ArrayList<>();
          for (List<Hit> some : bySentence.subMap(firstBefore, index).values()) {
            some.stream().filter(h -> h.start() >= beforeSpan.start()).forEach(before::add);
          }
          before.sort(Comparator.comparingInt(Hit::start));
          passages.add(
              new Passage(
                  field, text, sentence, title, here, before, beforeSpan, titleHits,
                  referenceFinder.find(text, sentence, here, before, titleHits), published, found.reason()));
        });
    return passages;
  }

  private static Span beforeSpan(String text, List<Span> sentences, int first, int index) {
    if (first == index) {
      int at = sentences.get(index).start();
      return new Span(at, at);
    }
    int end = sentences.get(index - 1).end();
    int from = sentences.get(first).start();
    int start = Math.max(from, end - CHARACTERS_BEFORE);
    // Not in the middle of a word.
    while (start < end && start > from && Folding.isWordUnit(text.charAt(start - 1))) {
      start++;
    }
    return new Span(start, end);
  }
}
