package dev.chipledger.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chipledger.Shared;
import dev.chipledger.extract.Extractor;
import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * How well sizes, dates, rank, region, source and hedge are read, on two sets: the gold's claims that have one, and the sentences of
 * details.jsonl, of whose claims every detail is labelled. That file holds no text: it names sentences of the gold and of
 * training/labels/news.jsonl, and a claim's place in them. Rules were made by documents whose key hashes to even; odd ones are kept back.
 */
class DetailMeasureTest {
  private static final double SLACK = 0.02;
  private static final Path SHARED = Path.of("../shared");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> GOLD_DETAILS = List.of("quantity", "amount", "capacity_mw", "event_date", "rank", "region");
  private static final Map<String, List<String>> GROUPS = Map.of(
      "sizes", List.of("quantity", "amount", "capacity_mw"),
      "event_date", List.of("event_date"),
      "rank_region", List.of("rank", "region"),
      "source_hedge", List.of("source", "hedged"));

  private static final Map<String, DetailScorer> BY_HALF = new HashMap<>();

  @BeforeAll
  static void read() throws Exception {
    Shared.needs(SHARED.resolve("gold"));
    Shared.needs(SHARED.resolve("corpus"));
    Path labelled = Files.createTempFile("details", ".jsonl");
    try {
      Files.write(labelled, sentences().values().stream().map(JsonNode::toString).toList());
      ReaderSettings settings = ReaderSettings.standard();
      Predictor predictor = new Predictor(new Extractor(Lexicon.of(LexiconFiles.standard()), settings), settings.balancedCut());
      Map<String, List<GoldSentence>> halves = GoldFiles.read(labelled).stream().collect(Collectors.groupingBy(s -> half(s.url())));
      halves.forEach((half, gold) -> BY_HALF.put(half, DetailScorer.of(Scorer.score(gold, predictor.predict(gold), null).matches())));
    } finally {
      Files.delete(labelled);
    }
  }

  /** Sentences in the gold's form by id. */
  private static Map<String, ObjectNode> sentences() throws IOException {
    Map<String, ObjectNode> known = new HashMap<>();
    for (String file : List.of("dev-sentences.jsonl", "modern-sentences.jsonl")) {
      for (String line : Files.readAllLines(SHARED.resolve("gold").resolve(file))) {
        ObjectNode row = (ObjectNode) JSON.readTree(line);
        known.put(row.get("id").asText(), row);
      }
    }
    Map<String, List<ObjectNode>> labels = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/gold/details.jsonl"))) {
      ObjectNode label = (ObjectNode) JSON.readTree(line);
      labels.computeIfAbsent(label.remove("id").asText(), id -> new ArrayList<>()).add(label);
    }
    Map<String, ObjectNode> sentences = new TreeMap<>();
    known.forEach((id, row) -> {
      if (has(row)) {
        sentences.put(id, row);
      }
    });
    Map<String, ObjectNode> news = news(labels.keySet().stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet()));
    labels.forEach((id, details) -> {
      ObjectNode row = known.getOrDefault(id, news.get(id));
      details.forEach(detail -> ((ObjectNode) row.get("claims").get(detail.remove("claim").asInt())).setAll(detail));
      sentences.put(id, row);
    });
    return sentences;
  }

  private static boolean has(JsonNode row) {
    for (JsonNode claim : row.get("claims")) {
      if (!claim.path("optional").asBoolean() && GOLD_DETAILS.stream().anyMatch(claim::hasNonNull)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, ObjectNode> news(java.util.Set<String> ids) throws IOException {
    Map<String, Map<Integer, List<JsonNode>>> wanted = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("training/labels/news.jsonl"))) {
      JsonNode label = JSON.readTree(line);
      if (ids.contains(label.get("id").asText())) {
        wanted.computeIfAbsent(label.get("corpus").asText(), c -> new TreeMap<>()).computeIfAbsent(label.get("row").asInt(), r -> new ArrayList<>()).add(label);
      }
    }
    Map<String, ObjectNode> news = new HashMap<>();
    for (var corpus : wanted.entrySet()) {
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(
          new XZCompressorInputStream(Files.newInputStream(SHARED.resolve("corpus").resolve(corpus.getKey() + ".xz"))), StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        for (int row = 0; line != null; row++, line = lines.readLine()) {
          for (JsonNode label : corpus.getValue().getOrDefault(row, List.of())) {
            news.put(label.get("id").asText(), sentence(label, JSON.readTree(line)));
          }
        }
      }
    }
    return news;
  }

  /** Of a label's claims the details go: they were not looked at as closely. */
  private static ObjectNode sentence(JsonNode label, JsonNode record) {
    String text = record.path(record.has("maintext") ? "maintext" : "text").asText();
    String date = Stream.of("date", "date_publish", "year").filter(record::hasNonNull).map(f -> record.get(f).asText()).findFirst().orElse(null);
    ObjectNode row = JSON.createObjectNode().put("id", label.get("id").asText()).put("url", label.path("key").asText(null)).put("date", date)
        .put("title", record.path("title").asText(null))
        .put("before", part(text, label.get("before_start").asInt(), label.get("start").asInt()))
        .put("sentence", part(text, label.get("start").asInt(), label.get("end").asInt()));
    row.set("claims", label.get("claims").deepCopy());
    row.get("claims").forEach(claim -> ((ObjectNode) claim).remove(GOLD_DETAILS));
    return row;
  }

  private static String part(String text, int start, int end) {
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)).replaceAll("\\s+", " ").strip();
  }

  /** As training/train.py parts documents. */
  private static String half(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest((key == null ? "" : key).getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).testBit(0) ? "odd" : "even";
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvFileSource(resources = "/gold/details-baseline.csv", numLinesToSkip = 1)
  void noWorseThanBefore(String half, String group, double share, int extra) {
    DetailScorer.Count count = GROUPS.get(group).stream().map(BY_HALF.get(half).counts()::get).reduce(new DetailScorer.Count(0, 0, 0), DetailScorer.Count::plus);
    System.out.printf(Locale.ROOT, "%s, %s: %d of %d right (%.3f), %d extra  [%s]%n",
        half, group, count.right(), count.labelled(), count.share(), count.extra(),
        GROUPS.get(group).stream().map(d -> d + " " + BY_HALF.get(half).counts().get(d)).collect(Collectors.joining(", ")));
    assertThat(count.share()).as("share right").isGreaterThanOrEqualTo(share - SLACK);
    assertThat(count.extra()).as("values that no label has").isLessThanOrEqualTo(extra);
  }
}
