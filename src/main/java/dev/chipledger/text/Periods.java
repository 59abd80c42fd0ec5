package dev.chipledger.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the periods that a sentence names: "in the second half of 2026", "by the end of 2025", "Q4", "next year", "in March".
 * What is relative is resolved by the article's day; without one it is not read.
 */
public final class Periods {
  /** A period and its UTF-16 span. */
  public record Found(Period period, Span span) {}

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5), Map.entry("jun", 6),
          Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11), Map.entry("dec", 12));
  private static final Map<String, Integer> ORDINALS = Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3, "4th", 4);
  private static final String OF = "(?:\\s+(?:of|in))?(?:\\s+(?:fiscal\\s+)?(?<%s>(?:19|20)\\d\\d|this year|next year|last year))?";

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("(?<![\\p{L}\\p{N}])(?<half>first|second|1st|2nd) half" + OF.formatted("halfYear")),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?<hn>[12])H\\s?(?<hy>\\d\\d|20\\d\\d)|H(?<hm>[12])\\s?(?<hz>20\\d\\d))(?![\\p{L}\\p{N}])"),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?:the )?(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) (?:fiscal )?quarter" + OF.formatted("quarterYear")),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?:Q(?<qn>[1-4])|(?<qm>[1-4])Q)(?:\\s?(?:of\\s)?(?<qy>20\\d\\d|\\d\\d(?!\\d)))?(?![\\p{L}\\p{N}])"),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?<dm>" + MONTH + ")\\.? (?<dd>\\d{1,2})(?:st|nd|rd|th)?, (?<dy>(?:19|20)\\d\\d)(?!\\d)"),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?<mm>" + MONTH + ")\\.?,? (?:of )?(?<my>(?:19|20)\\d\\d)(?!\\d)"),
          Pattern.compile("(?<=(?:[Ii]n|[Bb]y|[Ss]ince|early|late|mid|until|from) )(?<om>" + MONTH + ")(?![\\p{L}\\p{N}])"),
          Pattern.compile("(?<![\\p{L}\\p{N}])(?i:(?<rel>this|next|last) (?<unit>year|month|quarter)|later this (?<later>year|month)|(?<ago>two|three|four|five) years ago)(?!\\p{L})"),
          Pattern.compile("(?<=(?:[Ii]n|[Bb]y|[Ss]ince|[Ff]or|[Uu]ntil|[Tt]hrough|[Dd]uring|[Ff]rom|of|early|late|mid|early-|late-|mid-|starting|back in|year|sometime in|and) |[(])(?<yy>(?:19|20)\\d\\d)(?![\\p{L}\\p{N}%]|[.,]\\d|-\\d| units)"));

  private Periods() {}

  /**
   * Periods between two offsets, in order, none overlapping; the pattern that says most comes first.
   *
   * @param published null if unknown: then only periods with a year are read
   */
  public static List<Found> of(String text, int from, int to, LocalDate published) {
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : PATTERNS) {
      Matcher match = pattern.matcher(text).region(from, to).useTransparentBounds(true);
      while (match.find()) {
        Span span = new Span(match.start(), match.end());
        Period period = period(match, published);
        if (period != null && found.stream().noneMatch(f -> f.span().overlaps(span))) {
          found.add(new Found(period, span));
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return found;
  }

  private static Period period(Matcher m, LocalDate published) {
    String pattern = m.pattern().pattern();
    if (pattern.contains("<half>")) {
      Integer year = year(m.group("halfYear"), published);
      return year == null ? null : Period.half(year, ORDINALS.get(m.group("half")));
    }
    if (pattern.contains("<hn>")) {
      return m.group("hn") != null
          ? Period.half(century(m.group("hy")), Integer.parseInt(m.group("hn")))
          : Period.half(Integer.parseInt(m.group("hz")), Integer.parseInt(m.group("hm")));
    }
    if (pattern.contains("<quarter>")) {
      Integer year = year(m.group("quarterYear"), published);
      return year == null ? null : Period.quarter(year, ORDINALS.get(m.group("quarter")));
    }
    if (pattern.contains("<qn>")) {
      int quarter = Integer.parseInt(m.group("qn") != null ? m.group("qn") : m.group("qm"));
      Integer year = m.group("qy") != null ? Integer.valueOf(century(m.group("qy"))) : year(null, published);
      return year == null ? null : Period.quarter(year, quarter);
    }
    if (pattern.contains("<dd>")) {
      int day = Integer.parseInt(m.group("dd"));
      Period month = Period.month(Integer.parseInt(m.group("dy")), month(m.group("dm")));
      if (day < 1 || day > month.start().lengthOfMonth()) {
        return null;
      }
      LocalDate start = month.start().withDayOfMonth(day);
      return new Period(start, start.plusDays(1), "day");
    }
    if (pattern.contains("<my>")) {
      return Period.month(Integer.parseInt(m.group("my")), month(m.group("mm")));
    }
    if (pattern.contains("<yy>")) {
      return Period.year(Integer.parseInt(m.group("yy")));
    }
    if (published == null) {
      return null;
    }
    return pattern.contains("<om>") ? nearestMonth(month(m.group("om")), published) : relative(m, published);
  }

  private static Period relative(Matcher m, LocalDate published) {
    if (m.group("ago") != null) {
      return Period.year(published.getYear() - Numbers.value(m.group("ago")).intValue());
    }
    String unit = (m.group("later") != null ? m.group("later") : m.group("unit")).toLowerCase(Locale.ROOT);
    String which = m.group("later") != null ? "this" : m.group("rel").toLowerCase(Locale.ROOT);
    int step = which.equals("next") ? 1 : which.equals("last") ? -1 : 0;
    return switch (unit) {
      case "year" -> Period.year(published.getYear() + step);
      case "month" -> Period.month(published.plusMonths(step).getYear(), published.plusMonths(step).getMonthValue());
      default -> {
        LocalDate day = published.plusMonths(3L * step);
        yield Period.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
      }
    };
  }

  /** A month without a year: the one nearest to the article's day. */
  private static Period nearestMonth(int month, LocalDate published) {
    int year = published.getYear();
    int apart = month - published.getMonthValue();
    return Period.month(apart > 6 ? year - 1 : apart < -6 ? year + 1 : year, month);
  }

  private static Integer year(String words, LocalDate published) {
    if (words != null && Character.isDigit(words.charAt(0))) {
      return Integer.valueOf(words);
    }
    if (published == null) {
      return null;
    }
    return published.getYear() + (words == null || words.startsWith("this") ? 0 : words.startsWith("next") ? 1 : -1);
  }

  private static int century(String digits) {
    int year = Integer.parseInt(digits);
    return year < 100 ? 2000 + year : year;
  }

  private static int month(String name) {
    return MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
  }
}
