package dev.chipledger.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Scores predicted claims against labelled ones. The rules are those of the gold's reference scorer ("Score" in the
 * gold's README): one-to-one matches, most specific first; optional claims count neither for nor against; a chipless
 * claim beside a matched one with a chip, else the same, is not counted.
 */
public final class Scorer {
  private static final Map<String, String> STATUS_GROUP =
      Map.of(
          "actual", "does", "agreed", "does",
          "planned", "may", "considered", "may", "possible", "may",
          "prohibited", "not", "ended", "not", "denied", "not");

  /** Fields scored on matched claims, in the order of the report. */
  static final List<String> FIELDS = List.of("quantity", "amount", "capacity_mw", "event_date", "rank", "region");

  /**
   * A claim that was missed, made up or read with a fault.
   *
   * @param kind MISSED, EXTRA, STATUS, or the name of the wrong field in capitals
   * @param claim the gold's where missed, else the prediction
   */
  public record Fault(String kind, GoldSentence sentence, Label claim) {}

  /** A labelled claim and the prediction that was matched with it. */
  public record Match(GoldSentence sentence, Label predicted, Label gold) {}

  /** Counts over a set of sentences. */
  public static final class Counts {
    int hits;
    int extra;
    int missed;
    int polarity;
    final List<Match> matches = new ArrayList<>();
    final int[] fieldRight = new int[FIELDS.size()];
    final int[] fieldGold = new int[FIELDS.size()];

    public double precision() {
      return ratio(hits, hits + extra);
    }

    public double recall() {
      return ratio(hits, hits + missed);
    }

    public double f1() {
      return ratio(2.0 * hits, hits + missed + hits + extra);
    }

    public double polarityF1() {
      return ratio(2.0 * polarity, hits + missed + hits + extra);
    }

    /** Labelled claims that were found, without the optional ones. */
    public List<Match> matches() {
      return matches;
    }

    /** The report's line, character for character as the reference prints it. */
    public String line() {
      String fields =
          java.util.stream.IntStream.range(0, FIELDS.size())
              .mapToObj(i -> FIELDS.get(i) + "=" + fieldRight[i] + "/" + fieldGold[i])
              .collect(Collectors.joining(" "));
      return String.format(
          Locale.ROOT,
          "gold=%d tp=%d fp=%d fn=%d P=%s R=%s F1=%s polarityF1=%s %s",
          hits + missed, hits, extra, missed, digits(precision()), digits(recall()), digits(f1()), digits(polarityF1()), fields);
    }
  }

  private Scorer() {}

  /**
   * @param predictions claims by sentence id; every sentence must have an entry
   * @param faults receives what went wrong, in the reference's order; may be null
   * @throws IllegalArgumentException if a sentence has no prediction
   */
  public static Counts score(List<GoldSentence> gold, Map<String, List<Label>> predictions, List<Fault> faults) {
    Counts counts = new Counts();
    List<Fault> sink = faults == null ? new ArrayList<>() : faults;
    for (GoldSentence sentence : gold) {
      List<Label> predicted = predictions.get(sentence.id());
      if (predicted == null) {
        throw new IllegalArgumentException("no prediction for " + sentence.id());
      }
      scoreSentence(sentence, distinct(predicted), counts, sink);
    }
    return counts;
  }

  /** The cut on confidence with the most recall among those with enough precision, as the reference prints it. */
  public static String atPrecision(List<GoldSentence> gold, Map<String, List<Label>> predictions, double least) {
    TreeSet<Double> all = new TreeSet<>();
    predictions.values().forEach(claims -> claims.forEach(c -> all.add(c.confidence())));
    List<Double> cuts = List.copyOf(all);
    int step = Math.max(1, cuts.size() / 200);
    double bestPrecision = 0;
    double bestRecall = 0;
    double bestCut = 1;
    for (int i = 0; i < cuts.size(); i += step) {
      double cut = cuts.get(i);
      Map<String, List<Label>> kept = new LinkedHashMap<>();
      predictions.forEach((id, claims) -> kept.put(id, claims.stream().filter(c -> c.confidence() >= cut).toList()));
      Counts counts = score(gold, kept, null);
      if (counts.precision() >= least && counts.recall() > bestRecall) {
        bestPrecision = counts.precision();
        bestRecall = counts.recall();
        bestCut = cut;
      }
    }
    return String.format(
        Locale.ROOT,
        "at precision %s: P=%s R=%s confidence>=%s",
        new java.math.BigDecimal(least).setScale(2, java.math.RoundingMode.HALF_EVEN),
        digits(bestPrecision), digits(bestRecall), digits(bestCut));
  }

  private static List<Label> distinct(List<Label> predicted) {
    Map<List<String>, Label> distinct = new LinkedHashMap<>();
    for (Label p : predicted) {
      distinct.putIfAbsent(
          Arrays.asList(p.buyer(), p.anAction(), p.vendor(), p.chip(), p.region(), group(p.aStatus())), p);
    }
    return List.copyOf(distinct.values());
  }

  private static void scoreSentence(GoldSentence sentence, List<Label> predicted, Counts counts, List<Fault> faults) {
    boolean[] used = new boolean[predicted.size()];
    List<Label> gold = new ArrayList<>(sentence.claims());
    gold.sort(Comparator.comparing(Label::optional).thenComparing(g -> g.chip() == null));
    for (Label g : gold) {
      int best = -1;
      for (int i = 0; i < predicted.size(); i++) {
        if (!used[i] && matches(predicted.get(i), g) && (best < 0 || rank(predicted.get(i), g) < rank(predicted.get(best), g))) {
          best = i;
        }
      }
      if (best < 0) {
        if (!g.optional()) {
          counts.missed++;
          faults.add(new Fault("MISSED", sentence, g));
        }
        continue;
      }
      used[best] = true;
      if (!g.optional()) {
        countMatch(sentence, predicted.get(best), g, counts, faults);
      }
    }
    for (int i = 0; i < predicted.size(); i++) {
      if (!used[i] && !isShadow(predicted.get(i), predicted, used)) {
        counts.extra++;
        faults.add(new Fault("EXTRA", sentence, predicted.get(i)));
      }
    }
  }

  private static void countMatch(GoldSentence sentence, Label p, Label g, Counts counts, List<Fault> faults) {
    counts.hits++;
    counts.matches.add(new Match(sentence, p, g));
    if (sameGroup(p, g)) {
      counts.polarity++;
    } else {
      faults.add(new Fault("STATUS", sentence, p));
    }
    for (int f = 0; f < FIELDS.size(); f++) {
      Object right = field(f, g);
      if (right != null) {
        boolean ok = fieldMatches(f, field(f, p), right);
        counts.fieldGold[f]++;
        if (ok) {
          counts.fieldRight[f]++;
        } else {
          faults.add(new Fault(FIELDS.get(f).toUpperCase(Locale.ROOT), sentence, p));
        }
      }
    }
  }

  /** Of predictions that fit, the one with the right status group and the very chip comes first. */
  private static int rank(Label p, Label g) {
    return (sameGroup(p, g) ? 0 : 2) + (java.util.Objects.equals(p.chip(), g.chip()) ? 0 : 1);
  }

  private static boolean isShadow(Label p, List<Label> predicted, boolean[] used) {
    if (p.chip() != null && !p.chip().isEmpty()) {
      return false;
    }
    for (int j = 0; j < predicted.size(); j++) {
      Label q = predicted.get(j);
      if (used[j]
          && java.util.Objects.equals(p.buyer(), q.buyer())
          && java.util.Objects.equals(p.vendor(), q.vendor())
          && java.util.Objects.equals(p.anAction(), q.anAction())) {
        return true;
      }
    }
    return false;
  }

  static boolean matches(Label p, Label g) {
    if (!companyMatches(p.buyer(), g.buyer()) || !g.action().contains(p.anAction())) {
      return false;
    }
    if (g.vendor() != null) {
      if (!companyMatches(p.vendor(), g.vendor())) {
        return false;
      }
    } else if (g.seller() != null && !(companyMatches(p.seller(), g.seller()) || companyMatches(p.vendor(), g.seller()))) {
      return false;
    }
    return chipMatches(p.chip(), g.chip());
  }

  static boolean companyMatches(String p, String g) {
    return p != null && !p.isEmpty() && extendsId(p, g);
  }

  static boolean chipMatches(String p, String g) {
    return g == null
        || p != null && !p.isEmpty()
            && (extendsId(p, g) || p.replace("-", "").equals(g.replace("-", "")) || isGeneration(p, g) || isGeneration(g, p));
  }

  private static boolean extendsId(String a, String b) {
    return a.equals(b) || a.startsWith(b + "-") || b.startsWith(a + "-");
  }

  /** trainium2 is a trainium; h200 is no h20. */
  private static boolean isGeneration(String a, String b) {
    return b.length() > 3
        && Character.isLetter(b.charAt(b.length() - 1))
        && a.startsWith(b)
        && a.length() > b.length()
        && Character.isDigit(a.charAt(b.length()));
  }

  private static boolean sameGroup(Label p, Label g) {
    Set<String> right = g.status().stream().map(STATUS_GROUP::get).collect(Collectors.toSet());
    String said = group(p.aStatus());
    return said != null && right.contains(said);
  }

  private static String group(String status) {
    return status == null ? null : STATUS_GROUP.get(status);
  }

  static Object field(int f, Label label) {
    return switch (f) {
      case 0 -> label.quantity();
      case 1 -> label.amount();
      case 2 -> label.capacityMw();
      case 3 -> label.eventDate();
      case 4 -> label.rank();
      default -> label.region();
    };
  }

  static boolean fieldMatches(int f, Object p, Object g) {
    if (p == null) {
      return false;
    }
    if (f < 3) {
      return Math.abs((Double) p - (Double) g) <= 0.01 * (Double) g;
    }
    return f == 3 ? periodsNest((String) p, (String) g) : p.equals(g);
  }

  private static boolean periodsNest(String p, String g) {
    int[] a = period(p);
    int[] b = period(g);
    return a != null && b != null && (a[0] <= b[0] && b[1] <= a[1] || b[0] <= a[0] && a[1] <= b[1]);
  }

  /** First and last day numbers, in months of 31 days; null for what is no period. */
  private static int[] period(String text) {
    try {
      String[] parts = text.split("-", 3);
      int first = Integer.parseInt(parts[0]) * 372;
      int months = 12;
      if (parts.length > 1) {
        char unit = parts[1].charAt(0);
        if (unit == 'H') {
          first += (parts[1].charAt(1) - '1') * 186;
          months = 6;
        } else if (unit == 'Q') {
          first += (parts[1].charAt(1) - '1') * 93;
          months = 3;
        } else {
          first += (Integer.parseInt(parts[1]) - 1) * 31;
          months = 1;
          if (parts.length > 2) {
            int day = first + Integer.parseInt(parts[2]);
            return new int[] {day, day};
          }
        }
      }
      return new int[] {first + 1, first + months * 31};
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static double ratio(double a, double b) {
    return b == 0 ? 0 : a / b;
  }

  /** Three digits, rounded from the exact binary value as the reference does. */
  private static String digits(double value) {
    return new java.math.BigDecimal(value).setScale(3, java.math.RoundingMode.HALF_EVEN).toPlainString();
  }
}
