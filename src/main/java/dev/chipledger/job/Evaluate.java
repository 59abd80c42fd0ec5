package dev.chipledger.job;

import dev.chipledger.evaluate.DetailScorer;
import dev.chipledger.evaluate.Errors;
import dev.chipledger.evaluate.GoldFiles;
import dev.chipledger.evaluate.GoldSentence;
import dev.chipledger.evaluate.HoldOut;
import dev.chipledger.evaluate.Label;
import dev.chipledger.evaluate.Predictor;
import dev.chipledger.evaluate.Scorer;
import dev.chipledger.extract.Extractor;
import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.table.UserMistake;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores the extractor against labelled sentences. Needs no Spark and writes nothing but what is asked for. */
@Command(
    name = "evaluate",
    description = "Score the extractor against labelled sentences.",
    footer = {"", "Example: jobs/evaluate.sh --gold src/test/resources/gold/sample-sentences.jsonl --errors"},
    mixinStandardHelpOptions = true)
public final class Evaluate implements Callable<Integer> {
  @Option(names = "--gold", required = true, arity = "1..*", paramLabel = "FILE", description = "Labelled sentences, JSON lines; each file is scored by itself.")
  private List<Path> gold;

  @Option(names = "--predictions", paramLabel = "FILE", description = "Write what was predicted, as JSON lines.")
  private Path predictions;

  @Option(names = "--errors", description = "Print missed, extra and wrong claims with sentence and rule, grouped by kind.")
  private boolean errors;

  @Option(names = "--by-kind", description = "Print a line for each kind of sentence too.")
  private boolean byKind;

  @Option(names = "--at-precision", paramLabel = "P", description = "Print how much recall a cut on confidence leaves at this precision, 0 to 1.")
  private Double atPrecision;

  @Mixin
  private LexiconOptions lexiconOptions;

  @Option(names = "--reader", paramLabel = "DIR", description = "Read with the trained reader in this folder instead of ours.")
  private Path reader;

  @Option(names = "--details", description = {
      "Print a line on what claims add too, as right/labelled+extra: sizes, event dates, rank and region; source and hedged where they are",
      "labelled. Extra are values that the label has not."})
  private boolean details;

  @Option(names = "--hold-out", description = {
      "Read also with a third of the gold's buyers taken out of the lexicon, and print how many of their claims come back under a",
      "provisional id, and how many of the claims under such ids are right."})
  private boolean holdOut;

  @Option(names = "--predicted", paramLabel = "FILE", description = "Score these predictions instead of reading the sentences.")
  private Path predicted;

  @Option(names = "--min-confidence", paramLabel = "C", description = "Leave out claims less sure than this, 0 to 1. Default: where F1 was best on documents not seen in training.")
  private Double minConfidence;

  @Override
  public Integer call() throws IOException {
    if (atPrecision != null && !(atPrecision >= 0 && atPrecision <= 1)) {
      throw new UserMistake("--at-precision is a share from 0 to 1, not " + atPrecision);
    }
    ReaderSettings settings = settings();
    double least = minConfidence == null ? settings.balancedCut() : minConfidence;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, List<Label>> given = predicted == null ? null : predictionsAbove(least);
    if (holdOut && given != null) {
      throw new UserMistake("--hold-out reads the sentences anew, so it can't go with --predicted");
    }
    Lexicon lexicon = Lexicon.of(lexiconOptions.files());
    Predictor predictor = given != null ? null : new Predictor(new Extractor(lexicon, settings), least);
    Map<String, List<Label>> everything = new LinkedHashMap<>();
    for (Path file : gold) {
      List<GoldSentence> sentences = read(file);
      Map<String, List<Label>> said = given != null ? of(sentences, given) : predictor.predict(sentences);
      said.forEach(
          (id, claims) -> {
            if (everything.put(id, claims) != null && predictions != null) {
              throw new UserMistake("--predictions needs ids that occur once, but " + id + " stands in two files");
            }
          });
      report(file, sentences, said, out);
      if (holdOut) {
        HoldOut third = HoldOut.of(lexicon, sentences);
        out.println(third.line(sentences, said, new Predictor(new Extractor(third.lexicon(), settings), least).predict(sentences)));
      }
    }
    if (predictions != null) {
      GoldFiles.write(predictions, everything);
    }
    return 0;
  }

  private void report(Path file, List<GoldSentence> sentences, Map<String, List<Label>> said, PrintStream out) {
    if (gold.size() > 1) {
      out.println(file);
    }
    List<Scorer.Fault> faults = new ArrayList<>();
    Scorer.Counts counts = Scorer.score(sentences, said, faults);
    if (errors) {
      Errors.print(faults, out);
    }
    if (byKind) {
      Map<String, List<GoldSentence>> kinds = new TreeMap<>();
      sentences.forEach(s -> kinds.computeIfAbsent(String.valueOf(s.kind()), key -> new ArrayList<>()).add(s));
      kinds.forEach((kind, some) -> out.println(kind + " " + Scorer.score(some, said, null).line()));
    }
    if (atPrecision != null) {
      out.println(Scorer.atPrecision(sentences, said, atPrecision));
    }
    if (details) {
      out.println(DetailScorer.of(counts.matches()).line());
    }
    out.println(counts.line());
  }

  private ReaderSettings settings() {
    try {
      return reader == null ? ReaderSettings.standard() : ReaderSettings.in(reader);
    } catch (IOException e) {
      throw new UserMistake(e.getMessage() + " (--reader)");
    }
  }

  private Map<String, List<Label>> predictionsAbove(double least) throws IOException {
    if (!Files.isRegularFile(predicted)) {
      throw new UserMistake("no such file: " + predicted + " (--predicted)");
    }
    Map<String, List<Label>> kept = new LinkedHashMap<>();
    try {
      GoldFiles.readPredictions(predicted).forEach((id, claims) -> kept.put(id, claims.stream().filter(c -> c.confidence() >= least).toList()));
    } catch (IllegalArgumentException e) {
      throw new UserMistake("not predictions: " + e.getMessage());
    }
    return kept;
  }

  private static Map<String, List<Label>> of(List<GoldSentence> sentences, Map<String, List<Label>> given) {
    Map<String, List<Label>> said = new LinkedHashMap<>();
    for (GoldSentence sentence : sentences) {
      List<Label> claims = given.get(sentence.id());
      if (claims == null) {
        throw new UserMistake("no prediction for " + sentence.id() + " (--predicted)");
      }
      said.put(sentence.id(), claims);
    }
    return said;
  }

  private static List<GoldSentence> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("no such file: " + file + " (--gold)");
    }
    try {
      return GoldFiles.read(file);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("not a gold file: " + e.getMessage());
    }
  }
}
