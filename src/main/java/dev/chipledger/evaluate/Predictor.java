package dev.chipledger.evaluate;

import dev.chipledger.extract.Extraction;
import dev.chipledger.extract.Extractor;
import dev.chipledger.extract.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the extractor an article made of each labelled sentence, and keeps the claims it finds in that sentence. */
public final class Predictor {
  /** Parts the text before from the sentence: a paragraph's end, since the sentence is known to start there. */
  static final String BREAK = "\n\n";

  private final Extractor extractor;

  public Predictor(Extractor extractor) {
    this.extractor = extractor;
  }

  /** Claims by sentence id, in the order of the sentences. */
  public Map<String, List<Label>> predict(List<GoldSentence> gold) {
    Map<String, List<Label>> predictions = new LinkedHashMap<>();
    for (GoldSentence sentence : gold) {
      predictions.put(sentence.id(), predict(sentence));
    }
    return predictions;
  }

  private List<Label> predict(GoldSentence gold) {
    String text = gold.before() + BREAK + gold.sentence();
    int from = text.codePointCount(0, gold.before().length() + BREAK.length());
    List<Label> labels = new ArrayList<>();
    for (Extraction.Claim claim : extractor.extract(gold.title(), text, day(gold.date())).claims()) {
      if (claim.field() == Field.TEXT && claim.start() >= from) {
        labels.add(label(claim));
      }
    }
    return labels;
  }

  static LocalDate day(String date) {
    try {
      return date == null || date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Label label(Extraction.Claim c) {
    return new Label(
        c.buyer(), List.of(c.action()), c.vendor(), c.seller(), c.chip(), List.of(c.status()), false, c.rank(), c.region(),
        c.quantity() == null ? null : c.quantity().doubleValue(), c.amount(), c.capacityMw(), eventDate(c), c.confidence(), c.rule());
  }

  /** 2025, 2025-H2, 2025-Q4, 2025-12 or 2025-12-31, by the precision; null without an event. */
  private static String eventDate(Extraction.Claim claim) {
    LocalDate start = claim.eventStart();
    if (start == null) {
      return null;
    }
    return switch (claim.eventPrecision()) {
      case "year" -> String.valueOf(start.getYear());
      case "half" -> start.getYear() + "-H" + (start.getMonthValue() <= 6 ? 1 : 2);
      case "quarter" -> start.getYear() + "-Q" + ((start.getMonthValue() + 2) / 3);
      case "month" -> start.toString().substring(0, 7);
      default -> start.toString();
    };
  }
}
