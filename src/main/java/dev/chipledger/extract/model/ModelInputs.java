package dev.chipledger.extract.model;

import dev.chipledger.extract.Passage;
import dev.chipledger.lexicon.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a sentence into what the encoder is given, for training and reading alike. Thread-safe. */
public final class ModelInputs {
  /** Plain facts given of each pair. */
  public static final int FEATURES = Pairs.FEATURES;

  /**
   * What the encoder is given of one sentence.
   *
   * @param ids pieces of headline, text before and sentence
   * @param types entity type of each piece
   * @param segments 1 for the sentence's pieces, 0 for what stands before
   * @param spans pieces of each entity that a pair refers to; the first is empty
   * @param candidates the pairs
   * @param places by pair: spans of buyer, target and what else the target names
   * @param features by pair: {@link #FEATURES} facts
   */
  public record Input(
      int[] ids, int[] types, int[] segments, List<int[]> spans, List<Candidate> candidates, int[][] places, float[][] features) {}

  private final WordPieces wordPieces;
  private final Makers makers;
  private final Pattern pointers;
  private final CandidateFinder candidates;
  private final Set<Integer> punctuation = new HashSet<>();
  private final int titleTokens;
  private final int beforeTokens;

  /**
   * @param titleTokens at most so many pieces of the headline's start
   * @param beforeTokens at most so many pieces of the end of the text before
   */
  public ModelInputs(Lexicon lexicon, int titleTokens, int beforeTokens) {
    this.titleTokens = titleTokens;
    this.beforeTokens = beforeTokens;
    makers = new Makers(lexicon);
    pointers = Sequence.pointers(lexicon);
    candidates = new CandidateFinder(makers);
    try (InputStream vocabulary = ReaderSettings.resource("vocab.txt")) {
      wordPieces = new WordPieces(vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String sign : List.of(";", ".", ",", ":", "(", ")", "-")) {
      punctuation.add(wordPieces.id(sign));
    }
  }

  /** The input of a sentence; without candidates there is nothing to read in it. */
  public Input of(Passage passage) {
    Sequence sequence = Sequence.of(passage, wordPieces, makers, pointers, titleTokens, beforeTokens);
    List<Candidate> found = candidates.find(sequence.entities);
    Pairs pairs = new Pairs(sequence, found, makers, punctuation);
    return new Input(
        array(sequence.ids), array(sequence.types), array(sequence.segments), pairs.spans, found, pairs.places, pairs.features);
  }

  private static int[] array(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
