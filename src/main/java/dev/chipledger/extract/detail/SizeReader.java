package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.WordKind;
import dev.chipledger.text.Numbers;
import dev.chipledger.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how much: units, money and power. What may belong to several buyers or to another thing is left out. */
public final class SizeReader {
  /** Value and, for a range, its upper end (else null). */
  public record Money(double amount, Double max, String currency) {}

  /** Between number and product, before the lexicon's own words. */
  private static final String COUNT =
      "(?<![\\p{L}\\p{N}$€£¥.,-])" + Numbers.PATTERN + "\\+?(?<link>(?:[\\s-]+(?:of|its|the|their|his|more|new|additional|units|strong|latest|advanced|custom|custom-built|own|next-generation|first-generation|second-generation|high-end|top|in|equivalents?%s)(?![\\p{L}\\p{N}]),?|[\\s-]*['’]s?)*)[\\s-]*$";
  private static final Pattern NO_COUNT_BEFORE = Pattern.compile("(?i)(?:top|series|gen|generation|version|part|since|in|by|until|of the|number|no\\.|core|page)\\s+$");

  private static final Pattern POWER =
      Pattern.compile("(?<![\\p{L}\\p{N}.,])" + Numbers.PATTERN + "[\\s-]?(?<unit>GW|MW|(?i:gigawatts?|megawatts?))(?![\\p{L}\\p{N}])");
  private static final Pattern A_GIGAWATT = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])an? (?<unit>gigawatt|megawatt)(?!\\p{L})");

  private static final String CURRENCY = "US\\$|A\\$|NT\\$|HK\\$|S\\$|C\\$|\\$|€|£|¥|₩|₹";
  private static final Pattern MONEY =
      Pattern.compile(
          "(?:(?<sign>" + CURRENCY + ")\\s?" + Numbers.PATTERN + "(?:\\s?(?:-|–|to)\\s?(?:" + CURRENCY + ")?\\s?(?<max>\\d+(?:\\.\\d+)?)(?<maxsize>\\s?(?i:million|billion|trillion|bn|tn|[MmBb](?!\\p{L}))))?"
              + "|(?<!\\p{N})(?<n2>\\d[\\d,.]*)(?<size2>\\s(?i:million|billion|trillion|bn|tn))?\\s(?<word>(?i:yuan|won|yen|euros?|dollars|rupees|pounds)))(?!\\p{L})");
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("US$", "USD"), Map.entry("$", "USD"), Map.entry("A$", "AUD"), Map.entry("NT$", "TWD"), Map.entry("HK$", "HKD"), Map.entry("S$", "SGD"),
          Map.entry("C$", "CAD"), Map.entry("€", "EUR"), Map.entry("£", "GBP"), Map.entry("¥", "JPY"), Map.entry("₩", "KRW"), Map.entry("₹", "INR"),
          Map.entry("yuan", "CNY"), Map.entry("won", "KRW"), Map.entry("yen", "JPY"), Map.entry("euro", "EUR"), Map.entry("euros", "EUR"),
          Map.entry("dollars", "USD"), Map.entry("rupees", "INR"), Map.entry("pounds", "GBP"));
  private static final Pattern PURCHASE =
      Pattern.compile("(?i)(?<!\\p{L})(?:deals?|contracts?|orders?|agreements?|purchas\\w+|buy\\w*|bought|spen[dt]\\w*|worth of|commit\\w*|lease\\w*|rent\\w*|suppl\\w+|pay\\w*|paid)(?!\\p{L})");
  private static final Pattern NO_PURCHASE =
      Pattern.compile("(?i)(?<!\\p{L})(?:market (?:cap\\w*|value)|valuation|valued|fine[ds]?|revenues?|sales|profit|earnings|stakes?|invest\\w*|shares?|stock|raised?|raising|funding|round|acqui\\w+|takeover|subsid\\w+|grants?|tariffs?|price[ds]?|each|per|costs?)(?!\\p{L})");
  private static final int NEAR = 60;

  private final Pattern count;

  public SizeReader(Lexicon lexicon) {
    count = Pattern.compile(String.format(COUNT, lexicon.branches(WordKind.COUNTED)), Pattern.CASE_INSENSITIVE);
  }

  /** Units of the chip, from the number that leads up to it; null if none or if it counts something else. */
  public Said<Long> quantity(Passage passage, Span chip) {
    if (chip == null) {
      return null;
    }
    int from = Math.max(passage.sentence().start(), chip.start() - 70);
    String lead = passage.text().substring(from, chip.start());
    // The maker may stand between: "500,000 of Amazon's Trainium2 chips", "512 NVIDIA V100 GPUs".
    StringBuilder plain = new StringBuilder(lead);
    for (Hit hit : passage.hits()) {
      if (hit.isCompany() && hit.start() >= from && hit.end() <= chip.start()) {
        for (int i = hit.start(); i < hit.end(); i++) {
          plain.setCharAt(i - from, ' ');
        }
      }
    }
    Matcher match = count.matcher(plain);
    if (!match.find()) {
      return null;
    }
    double value = Numbers.value(match);
    boolean yearLike = value >= 1900 && value <= 2100 && match.group("n").indexOf(',') < 0;
    if (value < 1 || value != Math.rint(value) || yearLike || NO_COUNT_BEFORE.matcher(plain.substring(0, match.start("n"))).find()) {
      return null;
    }
    int end = match.end("size") >= 0 ? match.end("size") : match.end("n");
    return new Said<>((long) value, new Span(from + match.start("n"), from + end));
  }

  /** Megawatts, where the sentence names one size in power; null otherwise. */
  public Said<Double> capacity(Passage passage, Span near) {
    Said<Double> best = null;
    int bestGap = Integer.MAX_VALUE;
    for (Pattern pattern : List.of(POWER, A_GIGAWATT)) {
      Matcher match = pattern.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).useTransparentBounds(true);
      while (match.find()) {
        boolean giga = match.group("unit").toLowerCase(Locale.ROOT).startsWith("g");
        double value = (pattern == POWER ? Numbers.value(match) : 1) * (giga ? 1000 : 1);
        int gap = near == null ? 0 : Math.min(Math.abs(match.start() - near.end()), Math.abs(near.start() - match.end()));
        if (gap < bestGap) {
          bestGap = gap;
          best = new Said<>(value, new Span(match.start(), match.end()));
        }
      }
    }
    return best;
  }

  /** The value of a purchase: the sentence's only sum, with a word of purchase near and none of investment or value. */
  public Said<Money> amount(Passage passage) {
    Matcher match = MONEY.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).useTransparentBounds(true);
    Said<Money> only = null;
    while (match.find()) {
      if (only != null) {
        return null;
      }
      only = new Said<>(money(match), new Span(match.start(), match.end()));
    }
    if (only == null || only.value().amount() < 100_000) {
      return null;
    }
    int from = Math.max(passage.sentence().start(), only.span().start() - NEAR);
    int to = Math.min(passage.sentence().end(), only.span().end() + NEAR);
    String around = passage.text().substring(from, to);
    return PURCHASE.matcher(around).find() && !NO_PURCHASE.matcher(around).find() ? only : null;
  }

  private static Money money(Matcher match) {
    if (match.group("sign") == null) {
      Double value = Numbers.value(match.group("n2").replaceAll("[.,]$", "") + (match.group("size2") == null ? "" : match.group("size2")));
      return new Money(value == null ? 0 : value, null, CODES.get(match.group("word").toLowerCase(Locale.ROOT)));
    }
    double value = Numbers.value(match);
    Double max = null;
    if (match.group("max") != null) {
      max = Numbers.value(match.group("max") + match.group("maxsize"));
      if (match.group("size") == null && max != null) {
        value *= max / Double.parseDouble(match.group("max"));
      }
    }
    return new Money(value, max, CODES.get(match.group("sign")));
  }
}
