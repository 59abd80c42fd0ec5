package dev.chipledger.extract.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the training run found out about the reader, in reader/reader.json.
 *
 * @param version names the trained reader; claims carry it as their rule
 * @param titleTokens how much of a headline it reads, in tokens
 * @param beforeTokens how much of the text before, in tokens
 * @param graphs the encoder files beside it, whose probabilities are averaged
 * @param calibration pairs of raw probability and share that was right, rising
 * @param balancedCut the confidence at which F1 was best on documents not seen in training
 * @param sureCut the confidence from which 9 of 10 claims were right on documents not seen in training
 * @param folder where the graphs lie; null for those in the jar
 */
public record ReaderSettings(
    String version, int titleTokens, int beforeTokens, List<String> graphs, double[][] calibration, double balancedCut, double sureCut, Path folder) {
  private static final String FOLDER = "/reader/";

  /** The reader that comes with ChipLedger. */
  public static ReaderSettings standard() {
    return read(null);
  }

  /**
   * A reader in a folder, as training/train.sh leaves it.
   *
   * @throws IOException if the folder holds none
   */
  public static ReaderSettings in(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve("reader.json"))) {
      throw new IOException("no reader.json in " + folder);
    }
    return read(folder);
  }

  private static ReaderSettings read(Path folder) {
    try (InputStream in = open(folder, "reader.json")) {
      JsonNode json = new ObjectMapper().readTree(in);
      List<String> graphs = new ArrayList<>();
      json.path("graphs").forEach(graph -> graphs.add(graph.asText()));
      JsonNode table = json.path("calibration");
      double[][] calibration = new double[table.size()][];
      for (int i = 0; i < calibration.length; i++) {
        calibration[i] = new double[] {table.get(i).get(0).doubleValue(), table.get(i).get(1).doubleValue()};
      }
      return new ReaderSettings(
          json.path("version").asText(), json.path("title_tokens").intValue(), json.path("before_tokens").intValue(), List.copyOf(graphs),
          calibration, json.path("balanced_cut").doubleValue(), json.path("sure_cut").doubleValue(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the reader. */
  InputStream open(String name) throws IOException {
    return open(folder, name);
  }

  private static InputStream open(Path folder, String name) throws IOException {
    return folder == null ? resource(name) : Files.newInputStream(folder.resolve(name));
  }

  /** A file of the reader that comes with ChipLedger. */
  static InputStream resource(String name) {
    InputStream in = ReaderSettings.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("the jar lacks " + FOLDER + name);
    }
    return in;
  }

  /** The share of pairs with such a raw probability that were right; linear between the table's points. */
  double confidence(double probability) {
    if (calibration.length == 0) {
      return probability;
    }
    if (probability <= calibration[0][0]) {
      return calibration[0][1];
    }
    for (int i = 1; i < calibration.length; i++) {
      double from = calibration[i - 1][0];
      double to = calibration[i][0];
      if (probability <= to) {
        double share = to == from ? 1 : (probability - from) / (to - from);
        return calibration[i - 1][1] + share * (calibration[i][1] - calibration[i - 1][1]);
      }
    }
    return calibration[calibration.length - 1][1];
  }
}
