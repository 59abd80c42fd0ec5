package dev.chipledger.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chipledger.extract.Extractor;
import dev.chipledger.extract.Hit;
import dev.chipledger.lexicon.Name;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes labelled sentences with the entities that the extractor finds in them: what a reader is trained on. */
public final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Extractor extractor;

  public Examples(Extractor extractor) {
    this.extractor = extractor;
  }

  /** One JSON line per sentence; a mention's offsets count UTF-16 units of its field (title, before or sentence). */
  public void write(Path labelled, Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (var row = GoldFiles.rows(labelled).iterator(); row.hasNext(); ) {
        ObjectNode node = (ObjectNode) row.next();
        String before = node.path("before").asText("");
        String date = node.path("date").asText(null);
        ArrayNode mentions = node.putArray("mentions");
        add("title", extractor.hits(node.path("title").asText(""), Predictor.day(date)), 0, mentions);
        int from = before.length() + Predictor.BREAK.length();
        List<Hit> hits = extractor.hits(before + Predictor.BREAK + node.path("sentence").asText(), Predictor.day(date));
        add("before", hits.stream().filter(h -> h.start() < from).toList(), 0, mentions);
        add("sentence", hits.stream().filter(h -> h.start() >= from).toList(), from, mentions);
        writer.write(JSON.writeValueAsString(node));
        writer.write('\n');
      }
    }
  }

  private static void add(String field, List<Hit> hits, int from, ArrayNode mentions) {
    for (Hit hit : hits) {
      ObjectNode mention = mentions.addObject();
      mention.put("field", field).put("start", hit.start() - from).put("end", hit.end() - from);
      mention.put("kind", hit.isCompany() ? "company" : hit.isChip() ? "chip" : hit.isChipWord() ? "chip_word" : "region");
      mention.put("id", hit.entity()).put("vendor", hit.vendor());
      if (hit.kind() == Name.Kind.DESCRIPTION) {
        mention.put("how", "desc");
      } else if (hit.kind() == Name.Kind.BRAND) {
        mention.put("how", "brand");
      }
    }
  }
}
