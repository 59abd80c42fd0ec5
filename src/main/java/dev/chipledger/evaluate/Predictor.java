package dev.chipledger.evaluate;

import dev.chipledger.extract.Extraction;
import dev.chipledger.extract.Extractor;
import dev.chipledger.extract.Field;
import dev.chipledger.extract.PassageFinder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the extractor an article made of each labelled sentence, and keeps the claims it finds in that sentence. */
public final class Predictor {
  private final Extractor extractor;
  private final double leastConfidence;

  /** @param leastConfidence claims less sure than this are not predicted, 0 to 1 */
  public Predictor(Extractor extractor, double leastConfidence) {
    this.extractor = extractor;
    this.leastConfidence = leastConfidence;
  }

  /** Claims by sentence id, in the order of the sentences. */
  public Map<String, List<Label>> predict(List<GoldSentence> gold) {
    List<List<Label>> labels = gold.parallelStream().map(this::predict).toList(); // on all cores: an extractor is thread-safe
    Map<String, List<Label>> predictions = new LinkedHashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      predictions.put(gold.get(i).id(), labels.get(i));
    }
    return predictions;
  }

  private List<Label> predict(GoldSentence gold) {
    String text = gold.before() + PassageFinder.PARAGRAPH + gold.sentence();
    int from = text.codePointCount(0, gold.before().length() + PassageFinder.PARAGRAPH.length());
    List<Label> labels = new ArrayList<>();
    for (Extraction.Claim claim : extractor.extract(gold.title(), text, day(gold.date())).claims()) {
      if (claim.field() == Field.TEXT && claim.start() >= from && claim.confidence() >= leastConfidence) {
        labels.add(label(claim));
      }
    }
    return labels;
  }

  /** The article's day; of a year alone its middle; null if the date says less. */
  static LocalDate day(String date) {
    try {
      if (date == null) {
        return null;
      }
      return date.matches("\\d{4}") ? LocalDate.of(Integer.parseInt(date), 7, 1) : LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Label label(Extraction.Claim c) {
    return new Label(
        c.buyer(), List.of(c.action()), c.vendor(), c.seller(), c.chip(), List.of(c.status()), false, c.rank(), c.region(),
        c.quantity() == null ? null : c.quantity().doubleValue(), c.amount(), c.capacityMw(), eventDate(c),
        c.source() == null ? List.of() : List.of(c.source()), c.hedged(), c.confidence(), c.rule());
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
