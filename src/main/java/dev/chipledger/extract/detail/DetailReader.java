package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.lexicon.Name;
import dev.chipledger.text.Span;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a sentence adds to a claim: rank, region, who says so and with what reserve. */
public final class DetailReader {
  /** A value and the characters that say it (UTF-16). */
  public record Said<T>(T value, Span span) {}

  private static final Pattern RANK =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:(second|third|fourth|fifth|[2-9](?:nd|rd|th))[- ])?(?:single[- ])?(?:largest|biggest|top|number one|no\\. 1)(?: \\p{L}+){0,2}? (?:customer|buyer|purchaser|client|user)s?");
  private static final Map<String, Integer> ORDINALS = Map.of("second", 2, "third", 3, "fourth", 4, "fifth", 5);

  private static final Pattern PLACE_BEFORE =
      Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:in|across|throughout|within|inside|into|to|for)\\s+(?:(?:the|all|all of|mainland|its|their|most of)\\s+){0,2}$");
  private static final Pattern NO_PLACE_BEFORE = Pattern.compile("(?i)(?:due|according|response|relative|thanks|owing|compared)\\s+(?:to|in|with)\\s+(?:the\\s+)?$");
  private static final Pattern SITE_AFTER = Pattern.compile("(?i)^\\s*(?:data[- ]?cent(?:er|re)s?|market|operations|factory|plant|facilit|site|region)");

  private static final Pattern HEDGE =
      Pattern.compile("(?i)(?<![\\p{L}])(?:reportedly|allegedly|is said to|are said to|rumou?red|rumou?rs?|apparently|may have|might have|could have|is believed to|are believed to|purportedly)(?![\\p{L}])");
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:(?i:according to|reported by|citing)\\s+(?:(?i:a report (?:by|from|in)|reports? (?:by|from|in))\\s+)?(?<a>(?:(?i:the)\\s+)?\\p{Lu}[\\p{L}&.'’-]*(?:\\s+\\p{Lu}[\\p{L}&.'’-]*){0,3})"
              + "|(?i:according to|citing)\\s+(?<b>(?i:multiple |several |two |three )?(?i:sources|people)(?: (?i:familiar with|with knowledge of|close to|briefed on) [\\p{L} ]{3,40})?)"
              + "|(?<c>(?:(?i:the)\\s+)?\\p{Lu}[\\p{L}&.'’-]*(?:\\s+\\p{Lu}[\\p{L}&.'’-]*){0,3})\\s+(?i:reported|reports)(?![\\p{L}])"
              + "|(?i:reported|reports)\\s+(?<d>(?i:the)\\s+\\p{Lu}[\\p{L}&.'’-]*(?:\\s+\\p{Lu}[\\p{L}&.'’-]*){0,3})"
              + "|^(?<e>(?i:sources|people)(?: (?i:familiar with|with knowledge of|close to|briefed on) [\\p{L} ]{3,30}?)?)\\s+(?i:reveal|say|said|told))");

  /** The rank that a trigger or the words around it give ("second-largest customer" is 2); null if none. */
  public Said<Integer> rank(Passage passage, Span trigger) {
    if (trigger == null) {
      return null;
    }
    Matcher match = RANK.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end());
    while (match.find()) {
      if (match.start() < trigger.end() && trigger.start() < match.end()) {
        String ordinal = match.group(1);
        int rank = ordinal == null ? 1 : ORDINALS.getOrDefault(ordinal.toLowerCase(java.util.Locale.ROOT), ordinal.charAt(0) - '0');
        return new Said<>(rank, new Span(match.start(), match.end()));
      }
    }
    return null;
  }

  /**
   * The region where the chips go, are used or barred, or the rank holds: the first one after the trigger that a
   * preposition of place leads in, else one just before it; null if none.
   */
  public Said<String> region(Passage passage, Span trigger) {
    Said<String> last = null;
    for (Hit hit : passage.hits()) {
      if (hit.kind() != Name.Kind.REGION || !isPlace(passage, hit)) {
        continue;
      }
      Said<String> said = new Said<>(hit.entity(), new Span(hit.start(), hit.end()));
      if (trigger == null || hit.start() >= trigger.end()) {
        boolean sameClause = trigger == null || passage.text().substring(trigger.end(), hit.start()).indexOf(';') < 0;
        return last == null && sameClause ? said : last;
      }
      if (trigger.start() - hit.end() < 40) {
        last = said;
      }
    }
    return last;
  }

  private static boolean isPlace(Passage passage, Hit hit) {
    String before = passage.text().substring(passage.sentence().start(), hit.start());
    String after = passage.text().substring(hit.end(), passage.sentence().end());
    if (NO_PLACE_BEFORE.matcher(before).find()) {
      return false;
    }
    if (!PLACE_BEFORE.matcher(before).find()) {
      return false;
    }
    boolean adjective = passage.text().substring(hit.start(), hit.end()).matches(".*(?:ese|ian|ean|ish|can|wani|raeli|rati)");
    return !adjective || SITE_AFTER.matcher(after).find();
  }

  /** Whether the sentence says it with a reserve. */
  public boolean hedged(Passage passage) {
    return HEDGE.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).find();
  }

  /** Who says so, as written, without a leading "the"; null if the sentence names nobody. */
  public Said<String> source(Passage passage) {
    Matcher match = SOURCE.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end());
    if (!match.find()) {
      return null;
    }
    for (String group : List.of("a", "b", "c", "d", "e")) {
      if (match.group(group) != null) {
        String said = match.group(group).replaceFirst("^(?i:the)\\s+", "");
        int start = match.end(group) - said.length();
        return new Said<>(said.replaceAll("\\s+", " "), new Span(start, match.end(group)));
      }
    }
    return null;
  }
}
