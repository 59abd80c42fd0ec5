package dev.chipledger.extract;

import dev.chipledger.extract.detail.Clauses;
import dev.chipledger.extract.detail.DetailReader;
import dev.chipledger.extract.detail.EventReader;
import dev.chipledger.extract.detail.SizeReader;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Period;
import dev.chipledger.text.Periods;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes claims of readings: adds what else the sentence says, and turns offsets to code points. */
final class ClaimBuilder {
  /** "Nvidia's largest customer, Meta": so many characters at most after the rank. */
  private static final int AFTER_RANK = 12;

  private final DetailReader details = new DetailReader();
  private final SizeReader sizeReader = new SizeReader();
  private final EventReader events = new EventReader();

  List<Extraction.Claim> build(Passage passage, List<Reading> readings, CodePoints codePoints) {
    if (readings.isEmpty()) {
      return List.of();
    }
    boolean hedged = details.hedged(passage);
    DetailReader.Said<String> source = details.source(passage);
    List<Periods.Found> periods =
        Periods.of(passage.text(), passage.sentence().start(), passage.sentence().end(), passage.published());
    Clauses clauses = new Clauses(passage);
    List<SizeReader.Sizes> sizes = sizeReader.read(passage, clauses, readings);
    List<Extraction.Claim> claims = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      DetailReader.Said<Integer> rank = ranked(passage, reading, details.rank(passage, reading.trigger()));
      DetailReader.Said<String> region = details.region(passage, reading.trigger());
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
      add("rank", rank, field, codePoints, parts);
      add("region", region, field, codePoints, parts);
      add("quantity", quantity, field, codePoints, parts);
      add("amount", price, field, codePoints, parts);
      add("capacity", capacity, field, codePoints, parts);
      add("event", event, field, codePoints, parts);
      add("source", source, field, codePoints, parts);
      claims.add(
          new Extraction.Claim(
              reading.buyer(), reading.action(), reading.vendor(), reading.seller(), reading.chip(), reading.status(),
              reading.restrictedTo(), value(rank), value(region), quantity == null ? null : quantity.value().units(),
              quantity == null ? null : quantity.value().max(),
              price == null ? null : price.value().amount(), price == null ? null : price.value().max(),
              price == null ? null : price.value().currency(), value(capacity),
              event == null ? null : event.value().start(), event == null ? null : event.value().end(),
              event == null ? null : event.value().precision(),
              value(source), hedged, field,
              codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()),
              List.copyOf(parts), reading.rule(), reading.confidence()));
    }
    return claims;
  }

  /** The rank, if it is the buyer's: who opens the sentence, or has no company but the vendor between itself and the rank. */
  private static DetailReader.Said<Integer> ranked(Passage passage, Reading reading, DetailReader.Said<Integer> rank) {
    if (rank == null || reading.buyerSpan() == null) {
      return null;
    }
    Hit opener = passage.hits().stream().filter(Hit::isCompany).findFirst().orElse(null);
    if (opener != null && opener.entity().equals(reading.buyer()) && opener.start() < rank.span().start()) {
      return rank;
    }
    int from = Math.min(reading.buyerSpan().end(), rank.span().end());
    int to = Math.max(reading.buyerSpan().start(), rank.span().start());
    boolean another = passage.hits().stream()
        .anyMatch(h -> h.isCompany() && h.start() >= from && h.end() <= to && !h.entity().equals(reading.vendor()) && !h.entity().equals(reading.buyer()));
    boolean far = reading.buyerSpan().start() > rank.span().end() + AFTER_RANK;
    return another || far ? null : rank;
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
