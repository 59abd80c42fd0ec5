package dev.chipledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipledger.Shared;
import dev.chipledger.extract.Extraction;
import dev.chipledger.extract.Extractor;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Groups the sentences of the labelled blocks of look-alikes and compares with the labels, which stand off: corpus, row from 0 and
 * offsets, without text. Two figures a half: of all sentences, and of those whose shape is no page furniture ("counted"), which is what the
 * tables count. The words of {@code words.tsv} were chosen by blocks of the even half; the odd half is kept back.
 */
class StatementBlocksTest {
  private static final double SLACK = 0.01;

  /** What the half that is kept back must reach, whatever the baseline. */
  private static final double LEAST_PRECISION = 0.90;
  private static final double LEAST_RECALL = 0.80;
  private static final double LEAST_INDEX = 0.80;
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A labelled sentence: those of one group say the same. */
  private record Label(String block, String half, int group, Said said, String key, boolean counted) {
    /** Same wordings may stand in two blocks; across blocks nothing was labelled. */
    String statement(Map<String, String> statements) {
      return block + "/" + statements.get(said.id());
    }
  }

  private static final List<Label> LABELS = new ArrayList<>();
  private static final Map<String, String> STATEMENTS = new HashMap<>();

  @BeforeAll
  static void group() throws IOException {
    Shared.needs(CORPUS);
    Map<String, Map<Integer, List<JsonNode>>> wanted = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/statement/blocks.jsonl"))) {
      JsonNode label = JSON.readTree(line);
      wanted.computeIfAbsent(label.get("corpus").asText(), c -> new HashMap<>())
          .computeIfAbsent(label.get("row").asInt(), r -> new ArrayList<>())
          .add(label);
    }
    Extractor extractor = Extractor.withoutClaims(Lexicon.of(LexiconFiles.standard()));
    for (var corpus : wanted.entrySet()) {
      readCorpus(corpus.getKey(), corpus.getValue(), extractor);
    }
    LABELS.stream().collect(Collectors.groupingBy(Label::key)).forEach((key, labels) ->
        Grouping.of(key, labels.stream().map(Label::said).toList()).forEach(m -> STATEMENTS.put(m.id(), m.statementId())));
  }

  private static void readCorpus(String corpus, Map<Integer, List<JsonNode>> wanted, Extractor extractor) throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new XZCompressorInputStream(Files.newInputStream(CORPUS.resolve(corpus + ".jsonl.xz"))), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      for (int row = 0; line != null; row++, line = lines.readLine()) {
        if (wanted.containsKey(row)) {
          addLabels(JSON.readTree(line), wanted.get(row), extractor);
        }
      }
    }
  }

  private static void addLabels(JsonNode article, List<JsonNode> labels, Extractor extractor) {
    String title = article.path("title").asText("");
    String text = article.path(article.has("maintext") ? "maintext" : "text").asText("");
    LocalDate day = labels.get(0).get("day").isNull() ? null : LocalDate.parse(labels.get(0).get("day").asText());
    List<Extraction.Sentence> sentences = extractor.extract(title, text, day).sentences();
    for (JsonNode label : labels) {
      String field = label.get("field").asText();
      int start = label.get("start").asInt();
      int end = label.get("end").asInt();
      String of = field.equals("title") ? title : text;
      String sentence = of.substring(of.offsetByCodePoints(0, start), of.offsetByCodePoints(0, end));
      // As it goes into the tables; where sentences are cut otherwise than they were for the labels, the one that lies there.
      Optional<Extraction.Sentence> cut = sentences.stream()
          .filter(s -> s.field().word().equals(field) && s.start() < end && s.end() > start)
          .min(Comparator.comparingInt(s -> Math.abs(s.start() - start) + Math.abs(s.end() - end)));
      List<Entity> named = cut.map(Extraction.Sentence::entities).orElse(List.of()).stream().map(Entity::of).toList();
      String id = label.get("corpus").asText() + " " + label.get("row").asInt() + " " + field + " " + start;
      LABELS.add(new Label(
          label.get("block").asText(), label.get("half").asText(), label.get("group").asInt(), new Said(id, sentence, day), Grouping.key(named),
          cut.isPresent() && cut.get().furniture() == null));
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvFileSource(resources = "/statement/baseline.csv", numLinesToSkip = 1)
  void noWorseThanBefore(String half, String which, double precision, double recall, double ari) {
    List<Label> labels = LABELS.stream().filter(l -> l.half().equals(half) && (l.counted() || which.equals("all"))).toList();
    double together = pairs(labels, Label::group);
    double grouped = pairs(labels, l -> l.statement(STATEMENTS));
    double both = pairs(labels, l -> l.group() + "/" + l.statement(STATEMENTS));
    double byChance = together * grouped / (labels.size() * (labels.size() - 1) / 2.0);
    double index = (both - byChance) / ((together + grouped) / 2 - byChance);
    System.out.printf(
        Locale.ROOT, "%s, %s: %d sentences, %.0f pairs that say the same; pairwise precision %.3f recall %.3f, ARI %.3f%n",
        half, which, labels.size(), together, both / grouped, both / together, index);
    assertThat(both / grouped).as("pairwise precision").isGreaterThanOrEqualTo(precision - SLACK);
    assertThat(both / together).as("pairwise recall").isGreaterThanOrEqualTo(recall - SLACK);
    assertThat(index).as("adjusted Rand index").isGreaterThanOrEqualTo(ari - SLACK);
    if (half.equals("odd")) {
      assertThat(both / grouped).as("pairwise precision").isGreaterThanOrEqualTo(LEAST_PRECISION);
      assertThat(both / together).as("pairwise recall").isGreaterThanOrEqualTo(LEAST_RECALL);
      assertThat(index).as("adjusted Rand index").isGreaterThanOrEqualTo(LEAST_INDEX);
    }
  }

  private static double pairs(Collection<Label> labels, Function<Label, Object> cluster) {
    return labels.stream().collect(Collectors.groupingBy(cluster, Collectors.counting())).values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}
