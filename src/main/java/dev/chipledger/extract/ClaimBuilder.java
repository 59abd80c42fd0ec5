package dev.chipledger.extract;

import dev.chipledger.text.CodePoints;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes claims of readings: adds what else the sentence says, and turns offsets to code points. */
final class ClaimBuilder {
  private final DetailReader details = new DetailReader();

  List<Extraction.Claim> build(Passage passage, List<Reading> readings, CodePoints codePoints) {
    if (readings.isEmpty()) {
      return List.of();
    }
    boolean hedged = details.hedged(passage);
    DetailReader.Said<String> source = details.source(passage);
    List<Extraction.Claim> claims = new ArrayList<>();
    for (Reading reading : readings) {
      DetailReader.Said<Integer> rank = details.rank(passage, reading.trigger());
      DetailReader.Said<String> region = details.region(passage, reading.trigger());
      List<Extraction.Part> parts = new ArrayList<>();
      Field field = passage.field();
      add("buyer", reading.buyerSpan(), field, codePoints, parts);
      add("trigger", reading.trigger(), field, codePoints, parts);
      add("vendor", reading.vendorSpan(), field, codePoints, parts);
      add("chip", reading.chipSpan(), field, codePoints, parts);
      add("rank", rank == null ? null : rank.span(), field, codePoints, parts);
      add("region", region == null ? null : region.span(), field, codePoints, parts);
      add("source", source == null ? null : source.span(), field, codePoints, parts);
      claims.add(
          new Extraction.Claim(
              reading.buyer(), reading.action(), reading.vendor(), reading.seller(), reading.chip(), reading.status(),
              reading.restrictedTo(), rank == null ? null : rank.value(), region == null ? null : region.value(),
              null, null, null, null, null, null, null, null,
              source == null ? null : source.value(), hedged, field,
              codePoints.at(passage.sentence().start()), codePoints.at(passage.sentence().end()),
              List.copyOf(parts), reading.rule(), reading.confidence()));
    }
    return claims;
  }

  private static void add(String part, Span span, Field field, CodePoints codePoints, List<Extraction.Part> parts) {
    if (span != null) {
      parts.add(new Extraction.Part(part, field, codePoints.at(span.start()), codePoints.at(span.end())));
    }
  }
}
