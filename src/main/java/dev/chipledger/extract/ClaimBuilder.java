package dev.chipledger.extract;

import dev.chipledger.extract.detail.DetailReader;
import dev.chipledger.extract.detail.SizeReader;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Periods;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes claims of readings: adds what else the sentence says, and turns offsets to code points. */
final class ClaimBuilder {
  /** Characters between an event's words and its date beyond which they hardly belong together. */
  private static final int EVENT_NEAR = 120;

  private static final int YEAR_DIGITS = 4;

  private final DetailReader details = new DetailReader();
  private final SizeReader sizes;

  ClaimBuilder(Lexicon lexicon) {
    sizes = new SizeReader(lexicon);
  }

  List<Extraction.Claim> build(Passage passage, List<Reading> readings, CodePoints codePoints) {
    if (readings.isEmpty()) {
      return List.of();
    }
    List<Periods.Found> periods =
        Periods.of(passage.text(), passage.sentence().start(), passage.sentence().end(), passage.published()).stream()
            .filter(period -> !countsChips(passage, period.span()))
            .toList();
    // A total over several buyers belongs to none.
    boolean oneBuyer = readings.stream().map(Reading::buyer).distinct().count() == 1;
    DetailReader.Said<SizeReader.Money> amount = oneBuyer ? sizes.amount(passage) : null;
    List<Extraction.Claim> claims = new ArrayList<>();
    List<DetailReader.Details> adds = details.read(passage, readings);
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      DetailReader.Details said = adds.get(i);
      Span near = reading.trigger() != null ? reading.trigger() : reading.chipSpan();
      DetailReader.Said<Long> quantity = oneBuyer ? sizes.quantity(passage, reading.chipSpan()) : null;
      DetailReader.Said<Double> capacity = oneBuyer ? sizes.capacity(passage, reading.chipSpan() != null ? reading.chipSpan() : near) : null;
      Periods.Found event = nearest(periods, near);
      boolean dealt = reading.action().equals("buy") || reading.action().equals("rent") || reading.action().equals("foundry");
      DetailReader.Said<SizeReader.Money> price = dealt ? amount : null;
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
      add("event", event == null ? null : event.span(), field, codePoints, parts);
      add("source", said.source(), field, codePoints, parts);
      claims.add(
          new Extraction.Claim(
              reading.buyer(), reading.action(), reading.vendor(), reading.seller(), reading.chip(), reading.status(),
              reading.restrictedTo(), value(said.rank()), value(said.region()), value(quantity),
              price == null ? null : price.value().amount(), price == null ? null : price.value().max(),
              price == null ? null : price.value().currency(), value(capacity),
              event == null ? null : event.period().start(), event == null ? null : event.period().end(),
              event == null ? null : event.period().precision(),
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

  /** The period that stands nearest to what happens, if it stands near. */
  private static Periods.Found nearest(List<Periods.Found> periods, Span near) {
    Periods.Found best = null;
    int bestGap = EVENT_NEAR;
    for (Periods.Found found : periods) {
      int gap = near == null ? 0 : Math.max(0, Math.max(found.span().start() - near.end(), near.start() - found.span().end()));
      if (gap < bestGap) {
        bestGap = gap;
        best = found;
      }
    }
    return best;
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
