package dev.chipledger.step;

import dev.chipledger.extract.Extractor;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;

/** The extractor of this JVM: it takes a while to build, so tasks share one. */
final class Extractors {
  private static LexiconFiles files;
  private static Extractor extractor;

  private Extractors() {}

  static synchronized Extractor of(LexiconFiles wanted) {
    if (extractor == null || (files != wanted && !files.equals(wanted))) {
      extractor = new Extractor(Lexicon.of(wanted));
      files = wanted;
    }
    return extractor;
  }
}
