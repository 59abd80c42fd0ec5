package dev.chipledger.job;

import dev.chipledger.evaluate.Examples;
import dev.chipledger.evaluate.GoldFiles;
import dev.chipledger.evaluate.GoldSentence;
import dev.chipledger.evaluate.NameSwapper;
import dev.chipledger.extract.PassageFinder;
import dev.chipledger.extract.model.ModelInputs;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.table.UserMistake;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes labelled sentences as the reader is trained on them; called by training/train.sh. */
@Command(
    name = "examples",
    mixinStandardHelpOptions = true,
    description = "Writes labelled sentences as the trained reader is given them (see training/README.md).")
final class TrainingExamples implements Callable<Integer> {
  @Option(names = "--gold", required = true, arity = "1..*", paramLabel = "FILE", description = "Labelled sentences, JSON lines.")
  private List<Path> gold;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write a file of the same name for each.")
  private Path out;

  @Option(names = "--title-tokens", defaultValue = "16", description = "Pieces of the headline that are read; default: ${DEFAULT-VALUE}.")
  private int titleTokens;

  @Option(names = "--before-tokens", defaultValue = "32", description = "Pieces of the text before; default: ${DEFAULT-VALUE}.")
  private int beforeTokens;

  @Option(names = "--variants", defaultValue = "2", description = "How often each sentence is retold with other names; default: ${DEFAULT-VALUE}.")
  private int variants;

  @Override
  public Integer call() throws IOException {
    Lexicon lexicon = Lexicon.of(LexiconFiles.standard());
    PassageFinder passages = new PassageFinder(lexicon);
    Examples examples = new Examples(passages, new ModelInputs(lexicon, titleTokens, beforeTokens));
    NameSwapper swapper = new NameSwapper(lexicon, passages);
    Random random = new Random(1);
    Files.createDirectories(out);
    for (Path file : gold) {
      if (!Files.isRegularFile(file)) {
        throw new UserMistake("no such file: " + file + " (--gold)");
      }
      try (BufferedWriter writer = Files.newBufferedWriter(out.resolve(file.getFileName()))) {
        for (GoldSentence sentence : GoldFiles.read(file)) {
          examples.write(sentence, writer);
          for (int i = 0; i < variants; i++) {
            GoldSentence retold = swapper.swapped(sentence, random);
            if (retold != null) {
              examples.write(retold, writer);
            }
          }
        }
      }
    }
    return Main.DONE;
  }
}
