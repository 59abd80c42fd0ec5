package dev.chipledger.job;

import dev.chipledger.extract.pattern.PatternReader;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconException;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.table.UserMistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which names, words and patterns to read with. */
final class LexiconOptions {
  @Option(names = "--lexicon", paramLabel = "DIR",
      description = "Companies, products and words to use instead of ours; docs/lexicon.md says what the folder holds.")
  private Path lexicon;

  @Option(names = "--add-lexicon", paramLabel = "DIR",
      description = "Companies and chips to add to them; an entry of the same id replaces ours. Repeatable.")
  private List<Path> addLexicon = new ArrayList<>();

  /** @throws UserMistake for a contradiction in the files, before any work is done with them */
  LexiconFiles files() {
    try {
      LexiconFiles files = lexicon == null ? LexiconFiles.standard() : LexiconFiles.in(lexicon);
      for (Path folder : addLexicon) {
        files = files.plus(folder);
      }
      new PatternReader(Lexicon.of(files));
      return files;
    } catch (LexiconException e) {
      throw new UserMistake(e.getMessage());
    }
  }
}
