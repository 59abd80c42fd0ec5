package dev.chipledger.step;

import dev.chipledger.extract.PassageFinder;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.text.Sentences;
import dev.chipledger.text.Span;
import java.util.List;

/** Drops most of those sentences of a text that may hold a claim: general news speaks of chips once in some hundred sentences. */
final class Thinning {
  private static PassageFinder finder;

  private Thinning() {}

  /**
   * @param keep the share of such sentences that stay, 0 to 1, chosen by the hash of their words
   */
  static String of(LexiconFiles lexicon, String text, double keep) {
    StringBuilder thinned = new StringBuilder();
    for (Span sentence : Sentences.of(text)) {
      String words = text.substring(sentence.start(), sentence.end());
      if (Math.floorMod(words.hashCode(), 1_000_000) < keep * 1_000_000 || !finder(lexicon).mayClaim(words)) {
        thinned.append(words).append('\n');
      }
    }
    return thinned.toString();
  }

  /** How many sentences a text has, and how many of them may hold a claim. */
  static long[] counts(LexiconFiles lexicon, String text) {
    List<Span> sentences = Sentences.of(text);
    long mayClaim = sentences.stream()
        .filter(sentence -> finder(lexicon).mayClaim(text.substring(sentence.start(), sentence.end()))).count();
    return new long[] {sentences.size(), mayClaim};
  }

  private static synchronized PassageFinder finder(LexiconFiles lexicon) {
    finder = finder == null ? new PassageFinder(Lexicon.of(lexicon)) : finder;
    return finder;
  }
}
