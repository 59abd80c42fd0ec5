package dev.chipledger.extract;

import dev.chipledger.extract.detail.Clauses;
import dev.chipledger.extract.detail.DetailReader;
import dev.chipledger.extract.detail.EventReader;
import dev.chipledger.extract.detail.SizeReader;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Period;
import dev.chipledger.text.Periods;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes claims of readings: adds what else the sentence says, and turns offsets to code points. */
final class ClaimBuilder {
  private static final int YEAR_DIGITS = 4;

  private final DetailReader details = new DetailReader();
  private final EventReader events = new EventReader();
  private final SizeReader sizeReader;

  ClaimBuilder(Lexicon lexicon) {
    sizeReader = new SizeReader(lexicon);
  }

  List<Extraction.Claim> build(Passage passage, List<Reading> readings, CodePoints codePoints) {
    if (readings.isEmpty()) {
      return List.of();
    }
    List<Periods.Found> periods =
        Periods.of(passage.text(), passage.sentence().start(), passage.sentence().end(), passage.published()).stream()
            .filter(period -> !countsChips(passage, period.span()))
            .toList();
    Clauses clauses = new Clauses(passage);
    List<SizeReader.Sizes> sizes = sizeReader.read(passage, clauses, readings);
    List<DetailReader.Details> adds = details.read(passage, readings);
    List<Extraction.Claim> claims = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      DetailReader.Details said = adds.get(i);
      DetailReader.Said<SizeReader.Units> quantity = sizes.get(i).units();
      DetailReader.Said<SizeReader.Money> price = sizes.get(i).amount();
      DetailReader.Said<Double> capacity = sizes.get(i).megawatts();
      DetailReader.Said<Period> event = events.read(passage, clauses, periods, reading);
      List<Extraction.Part> parts = new ArrayList<>();
      Field field = passage.field();
      add("buyer", reading.buyerSpan(), field, codePoints, parts);
      add("trigger", reading.trigger(), field, codePoints, parts);
      add("vendor", reading.vendorSpan(), field, codePoints, parts);
      add("chip", reading.chipSpan(), field, codePoints, parts);
      add("rank", said.rank(), field, codePoints, parts);
      add("region", said.region(), field, codePoints, parts);
      add("quantity", quantity, field, codePoints, parts);
      add("amount", price, field, codePoints, parts);
      add("capacity", capacity, field, codePoints, parts);
      add("event", event, field, codePoints, parts);
      add("source", said.source(), field, codePoints, parts);
      claims.add(
          new Extraction.Claim(
              reading.buyer(), reading.action(), reading.vendor(), reading.seller(), reading.chip(), reading.status(),
              reading.restrictedTo(), value(said.rank()), value(said.region()), quantity == null ? null : quantity.value().units(),
              quantity == null ? null : quantity.value().max(),
              price == null ? null : price.value().amount(), price == null ? null : price.value().max(),
              price == null ? null : price.value().currency(), value(capacity),
              event == null ? null : event.value().start(), event == null ? null : event.value().end(),
              event == null ? null : event.value().precision(),
              value(said.source()), said.hedged(), field,
              codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()),
              List.copyOf(parts), reading.rule(), reading.confidence()));
    }
    return claims;
  }

  /** Of "by 2025 GPUs" the number is no year. */
  private static boolean countsChips(Passage passage, Span period) {
    return Character.isDigit(passage.text().charAt(period.start())) && period.length() == YEAR_DIGITS
        && passage.hits().stream()
            .anyMatch(h -> h.isChipWord() && h.start() == period.end() + 1 && isPlural(passage.text(), h));
  }

  private static boolean isPlural(String text, Hit word) {
    return text.charAt(word.end() - 1) == 's' || word.end() < text.length() && text.charAt(word.end()) == 's';
  }

  private static <T> T value(DetailReader.Said<T> said) {
    return said == null ? null : said.value();
  }

  private static void add(String part, DetailReader.Said<?> said, Field field, CodePoints codePoints, List<Extraction.Part> parts) {
    add(part, said == null ? null : said.span(), field, codePoints, parts);
  }

  private static void add(String part, Span span, Field field, CodePoints codePoints, List<Extraction.Part> parts) {
    if (span != null) {
      parts.add(new Extraction.Part(part, field, codePoints.at(span.start()), codePoints.at(span.end())));
    }
  }
}
