package dev.chipledger.step;

import dev.chipledger.extract.Extractor;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;

/** The extractors of this JVM: they take a while to build, so tasks share them. */
final class Extractors {
  private static LexiconFiles files;
  private static Extractor whole;
  private static Extractor withoutClaims;

  private Extractors() {}

  static synchronized Extractor of(LexiconFiles wanted, boolean claims) {
    if (files != wanted && !wanted.equals(files)) {
      files = wanted;
      whole = null;
      withoutClaims = null;
    }
    if (claims) {
      whole = whole == null ? new Extractor(Lexicon.of(wanted)) : whole;
      return whole;
    }
    withoutClaims = withoutClaims == null ? Extractor.withoutClaims(Lexicon.of(wanted)) : withoutClaims;
    return withoutClaims;
  }
}
