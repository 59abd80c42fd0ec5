package dev.chipledger.extract.model;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.model.Entity.Place;
import dev.chipledger.extract.model.WordPieces.Piece;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Name;
import dev.chipledger.lexicon.WordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens that the encoder reads for one sentence (headline, text before, sentence), and the entities among them. */
final class Sequence {
  private static final int SENTENCE_TOKENS = 140;

  /** What points at a company or product named before, beside the lexicon's own words. */
  private static final String POINTER =
      "\\b(?:the|this|that|its|their)\\s+(?:[A-Za-z][\\w’'.-]*\\s+){0,2}?(?:company|firm|startup|start-up|giant|maker|manufacturer|retailer"
          + "|conglomerate|unit|subsidiary|vendor|provider|rival|device|machine|system|model|facility%s)\\b(?:[’']s)?"
          + "|\\b(?:it|its|itself|they|their|them|we|our|us|he|she)\\b";

  private record Mark(Entity.Kind kind, String id, String vendor, boolean description, boolean brand, int start, int end) {}

  final List<Integer> ids = new ArrayList<>();
  /** Entity type of each token, as the model numbers them. */
  final List<Integer> types = new ArrayList<>();
  /** 1 for the sentence's tokens, 0 for what stands before. */
  final List<Integer> segments = new ArrayList<>();
  final List<Entity> entities = new ArrayList<>();

  private final WordPieces wordPieces;
  private final Makers makers;
  private final Pattern pointers;

  /** What finds the pointers of a text. */
  static Pattern pointers(Lexicon lexicon) {
    return Pattern.compile(String.format(POINTER, lexicon.branches(WordKind.POINTER)), Pattern.CASE_INSENSITIVE);
  }

  private Sequence(WordPieces wordPieces, Makers makers, Pattern pointers) {
    this.wordPieces = wordPieces;
    this.makers = makers;
    this.pointers = pointers;
  }

  /**
   * @param titleTokens at most so many tokens of the headline's start
   * @param beforeTokens at most so many tokens of the end of the text before
   */
  static Sequence of(Passage passage, WordPieces wordPieces, Makers makers, Pattern pointers, int titleTokens, int beforeTokens) {
    Sequence sequence = new Sequence(wordPieces, makers, pointers);
    sequence.addToken(wordPieces.start, 0);
    List<Piece> title = wordPieces.of(passage.title(), 0, passage.title().length());
    sequence.add(Place.TITLE, passage.title(), 0, passage.title().length(), title.subList(0, Math.min(titleTokens, title.size())), passage.titleHits());
    int from = passage.beforeSpan().start();
    int to = passage.beforeSpan().end();
    List<Piece> before = wordPieces.of(passage.text(), from, to);
    sequence.add(Place.BEFORE, passage.text(), from, to, before.subList(Math.max(0, before.size() - beforeTokens), before.size()), passage.before());
    List<Piece> sentence = wordPieces.of(passage.text(), passage.sentence().start(), passage.sentence().end());
    sequence.add(
        Place.SENTENCE, passage.text(), passage.sentence().start(), passage.sentence().end(),
        sentence.subList(0, Math.min(SENTENCE_TOKENS, sentence.size())), passage.hits());
    return sequence;
  }

  private void addToken(int id, int segment) {
    ids.add(id);
    types.add(0);
    segments.add(segment);
  }

  private void add(Place place, String text, int from, int to, List<Piece> pieces, List<Hit> hits) {
    int segment = place == Place.SENTENCE ? 1 : 0;
    int base = ids.size();
    for (Piece piece : pieces) {
      addToken(piece.id(), segment);
    }
    addToken(wordPieces.separator, segment);
    for (Mark mark : marks(text, from, to, hits)) {
      int first = 0;
      while (first < pieces.size() && pieces.get(first).end() <= mark.start()) {
        first++;
      }
      int after = first;
      while (after < pieces.size() && pieces.get(after).start() < mark.end()) {
        types.set(base + after, type(mark));
        after++;
      }
      int[] tokens = new int[after - first];
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = base + first + i;
      }
      entities.add(new Entity(place, mark.kind(), mark.id(), mark.vendor(), mark.description(), mark.brand(), tokens));
    }
  }

  private List<Mark> marks(String text, int from, int to, List<Hit> hits) {
    List<Mark> marks = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit.kind() == Name.Kind.REGION) {
        continue;
      }
      Entity.Kind kind = hit.isCompany() ? Entity.Kind.COMPANY : hit.isChip() ? Entity.Kind.CHIP : Entity.Kind.CHIP_WORD;
      marks.add(
          new Mark(kind, hit.entity(), hit.vendor(), hit.kind() == Name.Kind.DESCRIPTION, hit.kind() == Name.Kind.BRAND, hit.start(), hit.end()));
    }
    int named = marks.size();
    Matcher pointer = pointers.matcher(text).region(from, to);
    while (pointer.find()) {
      boolean free = true;
      for (int i = 0; i < named; i++) {
        free &= pointer.end() <= marks.get(i).start() || marks.get(i).end() <= pointer.start();
      }
      if (free) {
        marks.add(new Mark(Entity.Kind.POINTER, "pointer", null, false, false, pointer.start(), pointer.end()));
      }
    }
    marks.sort(Comparator.comparingInt(Mark::start));
    return marks;
  }

  /** The model's numbers of entity types. */
  private int type(Mark mark) {
    return switch (mark.kind()) {
      case COMPANY -> mark.description() ? 3 : makers.isMaker(mark.id()) ? 1 : 2;
      case CHIP -> 4;
      case CHIP_WORD -> 5;
      case POINTER -> 6;
    };
  }
}
