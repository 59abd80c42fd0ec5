package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.extract.Reference;
import dev.chipledger.extract.Resources;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a buyer's place among a vendor's buyers: 1 for the largest. It belongs to the one buyer that it is said of, and of
 * the vendor whose buyer that is. The words are in {@code extract/ranks.tsv}.
 */
final class RankReader {
  /** What may stand between a buyer and the rank that it is told to have in passing: "Meta, currently the". */
  private static final Pattern IN_PASSING =
      Pattern.compile("(?i)\\s*(?:,|\\(|—|–|-)\\s*(?:(?:which|who)\\s+(?:is|was)\\s+)?(?:[\\p{L}-]+\\s+){0,2}");
  /** What may stand between a rank and its buyer: "largest customer in China is ". */
  private static final Pattern INTRODUCED =
      Pattern.compile("(?i)(?:\\s+(?:in|across|for)\\s+[\\p{L}. ]{2,30}?)?\\s*(?:[,:(]|is|was|remains|became|has been)?\\s*");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?(?:\\s+[\\p{L}-]+)?\\s*");

  private final Map<String, Integer> places = new HashMap<>();
  private final Pattern roles;
  private final Pattern instead;
  private final Pattern many;

  RankReader() {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Resources.rows("/extract/ranks.tsv")) {
      words.merge(row[0], row[2].replace(".", "\\.").replace(" ", "[ -]"), (a, b) -> a + "|" + b);
      if (!row[1].isEmpty()) {
        for (String word : row[2].split("\\|")) {
          places.put(word, Integer.valueOf(row[1]));
        }
      }
    }
    String start = "(?i)(?<![\\p{L}\\p{N}-])";
    String end = "(?![\\p{L}\\p{N}])";
    String superlative = "(?:single[- ])?(?:" + words.get("superlative") + ")(?:[- ]ever)?";
    roles = Pattern.compile(
        start + "(?:(?<ordinal>" + words.get("ordinal") + ")[- ]" + superlative + "|(?<number>" + words.get("number") + ")|" + superlative + ")"
            + "(?:\\s+[\\p{L}\\p{N}-]+(?:['’]s)?){0,4}?\\s+(?:" + words.get("role") + ")" + end);
    instead = Pattern.compile(start + "(?:" + words.get("instead") + ")" + end);
    many = Pattern.compile(start + "(?:" + words.get("many") + ")\\s+(?:[\\p{L}\\p{N}]+['’]s\\s+)?(?:world['’]s\\s+)?$");
  }

  /** The rank that the sentence gives the reading's buyer: of several the one in its trigger, else the nearest; null if none. */
  static Said<Integer> of(Passage passage, List<Said<Integer>> ranks, Reading reading) {
    Span near = reading.trigger() != null ? reading.trigger() : passage.sentence();
    Said<Integer> best = null;
    for (Said<Integer> rank : ranks) {
      if (holds(passage, reading, rank.span()) && (best == null || gap(rank.span(), near) < gap(best.span(), near))) {
        best = rank;
      }
    }
    return best;
  }

  /** The ranks that a sentence tells, whosever they are. */
  List<Said<Integer>> read(Passage passage) {
    List<Said<Integer>> ranks = new ArrayList<>();
    Span sentence = passage.sentence();
    Matcher role = roles.matcher(passage.text()).region(sentence.start(), sentence.end()).useTransparentBounds(true);
    while (role.find()) {
      if (!many.matcher(passage.text().substring(sentence.start(), role.start())).find()) {
        String place = role.group("ordinal") != null ? role.group("ordinal") : role.group("number");
        ranks.add(new Said<>(place == null ? 1 : place(place), new Span(role.start(), role.end())));
      }
    }
    Matcher other = instead.matcher(passage.text()).region(sentence.start(), sentence.end());
    while (other.find()) {
      ranks.add(new Said<>(place(other.group()), new Span(other.start(), other.end())));
    }
    return ranks;
  }

  private int place(String words) {
    return places.get(words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace('-', ' '));
  }

  /** Whether it is this buyer's place with this vendor. */
  private static boolean holds(Passage passage, Reading reading, Span rank) {
    String text = passage.text();
    Hit whose = null;
    String said = null;
    int saidEnd = -1;
    for (Hit hit : passage.hits()) {
      if (!hit.isCompany() || hit.start() >= rank.end()) {
        continue;
      }
      if (hit.end() > rank.start() || POSSESSIVE.matcher(text.substring(hit.end(), rank.start())).matches()) {
        whose = hit;
      } else if (!hit.entity().equals(reading.vendor())) {
        said = hit.entity();
        saidEnd = hit.end();
      }
    }
    boolean otherVendor = whose != null && reading.vendor() != null
        && !whose.entity().equals(reading.vendor()) && !whose.entity().equals(reading.seller());
    if (otherVendor) {
      return false;
    }
    int tellsEnd = whose != null && whose.start() > saidEnd ? whose.start() : rank.start();
    boolean inPassing = said != null && IN_PASSING.matcher(text.substring(saidEnd, tellsEnd)).matches();
    for (Reference reference : passage.references()) {
      boolean possessor = reference.end() <= rank.start() && POSSESSIVE.matcher(text.substring(reference.end(), rank.start())).matches();
      boolean its = text.substring(reference.start(), reference.end()).equalsIgnoreCase("its");
      if (!inPassing && !possessor && !its && reference.start() >= saidEnd && reference.end() <= rank.start() && reference.company() != null) {
        said = reference.company();
      }
    }
    return said != null ? said.equals(reading.buyer()) : follows(passage, reading, rank);
  }

  /** "Nvidia's largest customer in China is ByteDance". */
  private static boolean follows(Passage passage, Reading reading, Span rank) {
    for (Hit hit : passage.hits()) {
      if (hit.isCompany() && hit.start() >= rank.end() && !hit.entity().equals(reading.vendor())) {
        return hit.entity().equals(reading.buyer()) && INTRODUCED.matcher(passage.text().substring(rank.end(), hit.start())).matches();
      }
    }
    return false;
  }

  private static int gap(Span one, Span other) {
    return Math.max(0, Math.max(one.start() - other.end(), other.start() - one.end()));
  }
}
