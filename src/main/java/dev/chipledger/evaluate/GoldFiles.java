package dev.chipledger.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads labelled sentences and reads and writes predictions, as JSON lines in the gold's form. */
public final class GoldFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldFiles() {}

  /**
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException naming file and line for a row that is no labelled sentence
   */
  public static List<GoldSentence> read(Path file) throws IOException {
    List<GoldSentence> sentences = new ArrayList<>();
    eachLine(
        file,
        row ->
            sentences.add(
                new GoldSentence(
                    need(row, "id"), text(row, "kind"), text(row, "url"), text(row, "date"), text(row, "title"),
                    text(row, "before") == null ? "" : text(row, "before"), need(row, "sentence"), labels(row.path("claims")))));
    return sentences;
  }

  /** Predictions by sentence id, as {@link #write} writes them. */
  public static Map<String, List<Label>> readPredictions(Path file) throws IOException {
    Map<String, List<Label>> predictions = new LinkedHashMap<>();
    eachLine(file, row -> predictions.put(need(row, "id"), labels(row.path("claims"))));
    return predictions;
  }

  public static void write(Path file, Map<String, List<Label>> predictions) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Map.Entry<String, List<Label>> one : predictions.entrySet()) {
        ObjectNode row = JSON.createObjectNode().put("id", one.getKey());
        ArrayNode claims = row.putArray("claims");
        one.getValue().forEach(claim -> claims.add(node(claim)));
        out.write(JSON.writeValueAsString(row));
        out.write('\n');
      }
    }
  }

  /** A predicted claim as JSON, in one line. */
  static ObjectNode node(Label claim) {
    ObjectNode node = JSON.createObjectNode();
    node.put("buyer", claim.buyer());
    node.put("action", claim.anAction());
    node.put("vendor", claim.vendor());
    node.put("seller", claim.seller());
    node.put("chip", claim.chip());
    node.put("status", claim.aStatus());
    node.put("rank", claim.rank());
    node.put("region", claim.region());
    node.put("quantity", claim.quantity());
    node.put("amount", claim.amount());
    node.put("capacity_mw", claim.capacityMw());
    node.put("event_date", claim.eventDate());
    if (claim.source() != null && !claim.source().isEmpty()) {
      node.put("source", claim.source().get(0));
    }
    if (claim.hedged() != null) {
      node.put("hedged", claim.hedged());
    }
    node.put("confidence", claim.confidence());
    if (claim.rule() != null) {
      node.put("rule", claim.rule());
    }
    return node;
  }

  private interface RowConsumer {
    void accept(JsonNode row);
  }

  private static void eachLine(Path file, RowConsumer consumer) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          JsonNode row = JSON.readTree(line);
          if (!row.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
          }
          consumer.accept(row);
        } catch (JsonProcessingException e) {
          throw new IllegalArgumentException(file + " line " + number + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static List<Label> labels(JsonNode claims) {
    List<Label> labels = new ArrayList<>();
    for (JsonNode claim : claims) {
      labels.add(
          new Label(
              text(claim, "buyer"), words(claim.path("action")), text(claim, "vendor"), text(claim, "seller"), text(claim, "chip"),
              words(claim.path("status")), claim.path("optional").asBoolean(false),
              claim.path("rank").isNumber() ? claim.path("rank").intValue() : null, text(claim, "region"),
              number(claim, "quantity"), number(claim, "amount"), number(claim, "capacity_mw"), text(claim, "event_date"),
              claim.has("source") ? words(claim.path("source")) : null, claim.path("hedged").isBoolean() ? claim.path("hedged").booleanValue() : null,
              claim.path("confidence").isNumber() ? claim.path("confidence").doubleValue() : 1.0, text(claim, "rule")));
    }
    return labels;
  }

  private static List<String> words(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Double number(JsonNode node, String field) {
    return node.path(field).isNumber() ? Double.valueOf(node.path(field).doubleValue()) : null;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  private static String need(JsonNode node, String field) {
    String value = text(node, field);
    if (value == null) {
      throw new IllegalArgumentException("no " + field);
    }
    return value;
  }
}
