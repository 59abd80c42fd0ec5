package dev.chipledger.extract.detail;

import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what a sentence adds to its readings: rank, region, who says so and with what reserve. Thread-safe. */
public final class DetailReader {
  /** A value and the characters of the sentence that say it (UTF-16); their span is null where only the text before says it. */
  public record Said<T>(T value, Span span) {}

  private final RankReader ranks = new RankReader();
  private final RegionReader regions = new RegionReader();
  private final SourceReader sources = new SourceReader();
  private final HedgeReader hedges = new HedgeReader();

  /**
   * @param rank the buyer's place among the vendor's buyers, 1 for the largest; null where not said
   * @param region id of where the chips go, are used or are barred from, or where the rank holds; null where not said
   * @param source who says so: a company's id, else the name as written without "the"; null where the sentence tells nobody
   * @param hedged whether it is told with a reserve
   */
  public record Details(Said<Integer> rank, Said<String> region, Said<String> source, boolean hedged) {}

  /** What a sentence adds to each of its readings, in their order. */
  public List<Details> read(Passage passage, List<Reading> readings) {
    Contrasts clauses = Contrasts.of(passage.text(), passage.sentence());
    List<Said<Integer>> told = ranks.read(passage);
    List<RegionReader.Place> places = regions.read(passage);
    List<SourceReader.Attribution> attributions = sources.read(passage);
    return readings.stream()
        .map(
            reading -> {
              Span anchor = anchor(passage, reading);
              Said<String> source = SourceReader.of(passage, attributions, places(passage, reading));
              return new Details(
                  RankReader.of(passage, told, reading), RegionReader.of(passage, places, clauses, reading, anchor),
                  source, hedges.read(passage, clauses, anchor, source != null));
            })
        .toList();
  }

  /** Where the sentence says it: the words for what is done, else the chip, the vendor, the buyer, else where it starts. */
  private static Span anchor(Passage passage, Reading reading) {
    for (Span span : new Span[] {reading.trigger(), reading.chipSpan(), reading.vendorSpan(), reading.buyerSpan()}) {
      if (span != null) {
        return span;
      }
    }
    return new Span(passage.sentence().start(), passage.sentence().start());
  }

  /** The words for what is done and the chip or its vendor: of a claim that somebody tells at least one stands in what is told. */
  private static List<Span> places(Passage passage, Reading reading) {
    List<Span> places = Stream.of(reading.trigger(), reading.chipSpan() == null ? reading.vendorSpan() : reading.chipSpan())
        .filter(Objects::nonNull).toList();
    return places.isEmpty() ? List.of(anchor(passage, reading)) : places;
  }
}
