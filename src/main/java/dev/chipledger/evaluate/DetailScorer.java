package dev.chipledger.evaluate;

import dev.chipledger.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well the details of claims are read, over claims that were found: what {@link Scorer}'s line tells of them, values
 * that no label has, and who says so and with what reserve, which the reference doesn't score.
 */
public final class DetailScorer {
  /**
   * Of one detail.
   *
   * @param right labelled values that were read
   * @param labelled labelled values
   * @param extra values that were read where the label has none
   */
  public record Count(int right, int labelled, int extra) {
    Count plus(boolean isLabelled, boolean isRead, boolean matches) {
      return new Count(right + (isLabelled && matches ? 1 : 0), labelled + (isLabelled ? 1 : 0), extra + (isRead && !isLabelled ? 1 : 0));
    }

    /** Share of the labelled values that were read; 1 where none is. */
    public double share() {
      return labelled == 0 ? 1 : (double) right / labelled;
    }

    public Count plus(Count other) {
      return new Count(right + other.right, labelled + other.labelled, extra + other.extra);
    }

    /** right/labelled+extra */
    @Override
    public String toString() {
      return right + "/" + labelled + "+" + extra;
    }
  }

  /** A value that was read wrongly, missed or made up. */
  public record Fault(String detail, Scorer.Match match, Object read, Object labelled) {}

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  public static DetailScorer of(List<Scorer.Match> matches) {
    DetailScorer scorer = new DetailScorer();
    for (int f = 0; f < Scorer.FIELDS.size(); f++) {
      int field = f;
      scorer.count(Scorer.FIELDS.get(f), matches, label -> Scorer.field(field, label), (p, g) -> Scorer.fieldMatches(field, p, g));
    }
    // Labelled are only some sentences, of these every claim.
    scorer.count("source", matches.stream().filter(m -> m.gold().source() != null).toList(),
        label -> label.source().isEmpty() ? null : label.source(), DetailScorer::sameSource);
    scorer.count("hedged", matches.stream().filter(m -> m.gold().hedged() != null).toList(),
        label -> Boolean.TRUE.equals(label.hedged()) ? true : null, Object::equals);
    return scorer;
  }

  private void count(String detail, List<Scorer.Match> matches, Function<Label, Object> value, BiPredicate<Object, Object> same) {
    Count count = new Count(0, 0, 0);
    for (Scorer.Match match : matches) {
      Object read = value.apply(match.predicted());
      Object labelled = value.apply(match.gold());
      boolean ok = read != null && labelled != null && same.test(read, labelled);
      count = count.plus(labelled != null, read != null, ok);
      if (!ok && (read != null || labelled != null)) {
        faults.add(new Fault(detail, match, read, labelled));
      }
    }
    counts.put(detail, count);
  }

  /** "Bloomberg's Mark Gurman" is Bloomberg, "The Financial Times" the Financial Times. */
  @SuppressWarnings("unchecked")
  private static boolean sameSource(Object read, Object labelled) {
    String said = words(((List<String>) read).get(0));
    return ((List<String>) labelled).stream().map(DetailScorer::words).anyMatch(right -> said.contains(right) || right.contains(said));
  }

  private static String words(String name) {
    String words = new String(Folding.fold(name)).replaceAll("['’]s(?!\\p{L})", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return " " + words.replaceFirst("^the ", "") + " ";
  }

  /** By the name of the detail, as the columns of the gold name it. */
  public Map<String, Count> counts() {
    return counts;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** right/labelled +extra by detail, in one line. */
  public String line() {
    return counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
  }
}
