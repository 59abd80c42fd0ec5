package dev.chipledger.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the periods that a sentence names: "in the second half of 2026", "by the end of 2025", "Q4", "next year", "in March", "from 2026
 * to 2028", "on Tuesday". What is relative is resolved by the article's day; without one it is not read. Nor are fiscal quarters and
 * years, which begin on another day with every firm, nor years that name a model: "(2021)", "last year's".
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
  private static final Map<String, Integer> ORDINALS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3, "4th", 4);
  private static final String YEAR = "(?:19[89]|20[0-4])\\d";
  private static final String NO_FISCAL = "(?!\\s?(?:of |in |for )?(?:its |the )?(?:FY|fiscal))";
  private static final String OF = "(?:\\s+(?:of|in))?(?:\\s+(?<%s>" + YEAR + "|this year|next year|last year|the year))?" + NO_FISCAL;
  private static final String BEGIN = "(?<![\\p{L}\\p{N}$€£])";
  private static final String END = "(?![\\p{L}\\p{N}])";
  /** Newsletters keep their signs for bold type. */
  private static final String MARKUP = "[*_`]{0,3}";
  /** "faster than last year": another year's product. */
  private static final String COMPARED = "(?<!(?:from|than|of|like|versus|vs|with|half|this time) )(?<!this time around )";
  private static final String COUNT = "(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})";

  /** The form that says most comes first. */
  private static final List<Form> FORMS =
      List.of(
          new Form(Periods::years, Pattern.compile(
              BEGIN + "(?:(?:from|between) )?(?<ya>" + YEAR + ")(?: to | and | through | until |[-–])(?<yb>" + YEAR + ")" + END)),
          new Form(Periods::ownHalf, Pattern.compile(BEGIN + "(?<ownYear>" + YEAR + ")['’]s (?<ownHalf>first|second) half" + END)),
          new Form(Periods::half, Pattern.compile(BEGIN + "(?<half>first|second|1st|2nd)[ -]half" + OF.formatted("halfYear") + END)),
          new Form(Periods::shortHalf, Pattern.compile(
              BEGIN + "(?:(?<hn>[12])H\\s?(?<hy>\\d\\d|20\\d\\d)|H(?<hm>[12])\\s?(?<hz>20\\d\\d))" + END)),
          new Form(Periods::quarter, Pattern.compile(
              BEGIN + "(?:the )?(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th|holiday) quarter" + OF.formatted("quarterYear") + END)),
          new Form(Periods::shortQuarter, Pattern.compile(
              BEGIN + "(?:Q(?<qn>[1-4])|(?<qm>[1-4])Q)" + NO_FISCAL + "(?:\\s?(?:of\\s)?(?<qy>20\\d\\d|\\d\\d(?!\\d)))?" + END)),
          new Form(Periods::part, Pattern.compile(
              BEGIN + "(?<part>[Ee]arly|[Ll]ate)(?: in)?[ -](?<partYear>" + YEAR + "|this year|next year|last year)(?!['’]s)" + END)),
          new Form(Periods::day, Pattern.compile(
              BEGIN + "(?<dm>" + MONTH + ")\\.? (?<dd>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<dy>" + YEAR + ")(?!\\d))?+"
                  + "(?!,? (?:\\d{1,2}:|at \\d))" + END)),
          new Form(Periods::month, Pattern.compile(
              BEGIN + "(?<mm>" + MONTH + ")\\.?,? (?:of )?(?<my>" + YEAR + "|this year|next year|last year)(?!\\d|['’]s)")),
          new Form(Periods::monthAlone, Pattern.compile(
              "(?:(?<=(?:[Ss]ince|[Ll]ast) )(?<past>)|(?<=(?:[Bb]y|[Uu]ntil|[Nn]ext|[Ss]tarting|[Ff]rom) )(?<coming>)"
              + "|(?<=(?:[Ii]n|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his)[ -]))(?<om>" + MONTH + ")(?!['’]s)" + END)),
          new Form(Periods::weekday, Pattern.compile(
              "(?<=(?:[Oo]n|[Ll]ast|[Tt]his) )(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)" + END)),
          new Form(Periods::relative, Pattern.compile(
              BEGIN + COMPARED + "(?i:(?<rel>this|next|last) (?<unit>year|month|quarter|week)(?!(?<!next year)['’]s)"
                  + "|later this (?<later>year|month)"
                  + "|(?<ago>" + COUNT + "|a decade)(?: (?<agoUnit>years?|months?))? ago|this (?<season>spring|summer|fall|autumn|winter)"
                  + "|in (?:the )?(?<inSeason>spring|fall|autumn)|(?<yearEnd>end of the year|year['’]?s?[- ]end))(?! of)" + END)),
          new Form(Periods::ahead, Pattern.compile(
              BEGIN + "(?i:over|during|within|in) (?:the )?(?i:next|coming) (?<span>" + COUNT + ") (?<spanUnit>years?|months?)" + END)),
          new Form(Periods::year, Pattern.compile(
              "(?<=(?:[Ii]n|[Bb]y|[Ss]ince|[Ff]or|[Uu]ntil|[Tt]hrough|[Dd]uring|[Ff]rom|[Mm]id|starting|beginning|[Bb]efore|[Aa]round"
              + "|back in|year|sometime in"
              + "|(?:end|beginning|start|part|remainder|rest|middle|course|spring|summer|fall|autumn|winter|holiday season) of"
              + "|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)[ -]" + MARKUP
              + "|[(])(?<yy>" + YEAR + ")(?![\\p{L}\\p{N}%]|[.,]\\d|-\\d|['’]s|\\s?[x×] ?\\d| (?:units|edition|model"
              + "|version|iPhone|iPad|iMac|MacBook|Mac|Kindle|lineup|release)(?!\\p{L}))")));

  private Periods() {}

  /** A way to write a period, and what it means; null where the article's day is needed and unknown. */
  private record Form(BiFunction<Matcher, LocalDate, Period> meaning, Pattern pattern) {}

  /**
   * Periods between two offsets, in order, none overlapping.
   *
   * @param published null if unknown: then only periods with a year are read
   */
  public static List<Found> of(String text, int from, int to, LocalDate published) {
    List<Found> found = new ArrayList<>();
    List<Span> taken = new ArrayList<>();
    for (Form form : FORMS) {
      Matcher match = form.pattern().matcher(text).region(from, to).useTransparentBounds(true);
      while (match.find()) {
        Span span = new Span(match.start(), match.end());
        if (taken.stream().noneMatch(span::overlaps)) {
          taken.add(span);
          Period period = form.meaning().apply(match, published);
          // "(2026)" is when a product is due; "(2021)" is its model year.
          boolean model = period != null && span.start() > 0 && text.charAt(span.start() - 1) == '(' && period.precision().equals("year")
              && (published == null || period.start().getYear() <= published.getYear());
          if (period != null && !model) {
            found.add(new Found(period, span));
          }
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return found;
  }

  private static Period years(Matcher m, LocalDate published) {
    int first = Integer.parseInt(m.group("ya"));
    int last = Integer.parseInt(m.group("yb"));
    return last <= first ? Period.year(first) : new Period(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), "year");
  }

  private static Period half(Matcher m, LocalDate published) {
    int half = ORDINALS.get(m.group("half"));
    Integer year = yearOf(m.group("halfYear"), published);
    // Late in a year "the first half" may be the past or the next one.
    boolean open = m.group("halfYear") == null && half == 1 && published != null && published.getMonthValue() >= 10;
    return year == null || open ? null : Period.half(year, half);
  }

  private static Period ownHalf(Matcher m, LocalDate published) {
    return Period.half(Integer.parseInt(m.group("ownYear")), ORDINALS.get(m.group("ownHalf")));
  }

  private static Period shortHalf(Matcher m, LocalDate published) {
    return m.group("hn") != null
        ? Period.half(century(m.group("hy")), Integer.parseInt(m.group("hn")))
        : Period.half(Integer.parseInt(m.group("hz")), Integer.parseInt(m.group("hm")));
  }

  private static Period quarter(Matcher m, LocalDate published) {
    int quarter = ORDINALS.getOrDefault(m.group("quarter"), 4); // else the holiday quarter
    Integer year = m.group("quarterYear") == null ? nearestQuartersYear(quarter, published) : yearOf(m.group("quarterYear"), published);
    return year == null ? null : Period.quarter(year, quarter);
  }

  private static Period shortQuarter(Matcher m, LocalDate published) {
    int quarter = Integer.parseInt(m.group("qn") != null ? m.group("qn") : m.group("qm"));
    Integer year = m.group("qy") != null ? Integer.valueOf(century(m.group("qy"))) : nearestQuartersYear(quarter, published);
    return year == null ? null : Period.quarter(year, quarter);
  }

  private static Period part(Matcher m, LocalDate published) {
    Integer year = yearOf(m.group("partYear"), published);
    return year == null ? null : Period.half(year, m.group("part").equalsIgnoreCase("early") ? 1 : 2);
  }

  private static Period day(Matcher m, LocalDate published) {
    int month = month(m.group("dm"));
    int day = Integer.parseInt(m.group("dd"));
    if (m.group("dy") == null && published == null) {
      return null;
    }
    Period whole = m.group("dy") != null ? Period.month(Integer.parseInt(m.group("dy")), month) : nearestMonth(month, published);
    return day < 1 || day > whole.start().lengthOfMonth() ? null : Period.days(whole.start().withDayOfMonth(day), 1);
  }

  private static Period month(Matcher m, LocalDate published) {
    Integer year = yearOf(m.group("my"), published);
    return year == null ? null : Period.month(year, month(m.group("mm")));
  }

  private static Period monthAlone(Matcher m, LocalDate published) {
    if (published == null) {
      return null;
    }
    Period nearest = nearestMonth(month(m.group("om")), published);
    int year = nearest.start().getYear();
    if (m.group("past") != null && nearest.start().isAfter(published)) {
      return Period.month(year - 1, nearest.start().getMonthValue());
    }
    boolean over = m.group("coming") != null && !nearest.end().isAfter(published);
    return over ? Period.month(year + 1, nearest.start().getMonthValue()) : nearest;
  }

  /** The latest such day, the article's own included: news that tells a weekday looks back. */
  private static Period weekday(Matcher m, LocalDate published) {
    if (published == null) {
      return null;
    }
    DayOfWeek weekday = DayOfWeek.valueOf(m.group("weekday").toUpperCase(Locale.ROOT));
    return Period.days(published.with(TemporalAdjusters.previousOrSame(weekday)), 1);
  }

  private static Period relative(Matcher m, LocalDate published) {
    if (published == null) {
      return null;
    }
    if (m.group("ago") != null) {
      boolean decade = m.group("agoUnit") == null;
      int count = decade ? 10 : count(m.group("ago"));
      boolean years = decade || m.group("agoUnit").toLowerCase(Locale.ROOT).startsWith("year");
      return years ? Period.year(published.getYear() - count) : monthOf(published.minusMonths(count));
    }
    if (m.group("season") != null || m.group("inSeason") != null || m.group("yearEnd") != null) {
      return Period.year(published.getYear());
    }
    String unit = (m.group("later") != null ? m.group("later") : m.group("unit")).toLowerCase(Locale.ROOT);
    String which = m.group("later") != null ? "this" : m.group("rel").toLowerCase(Locale.ROOT);
    int step = which.equals("next") ? 1 : which.equals("last") ? -1 : 0;
    return switch (unit) {
      case "year" -> Period.year(published.getYear() + step);
      case "month" -> monthOf(published.plusMonths(step));
      case "week" -> Period.days(published.plusWeeks(step).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7);
      default -> {
        LocalDate day = published.plusMonths(3L * step);
        yield Period.quarter(day.getYear(), quarterOf(day));
      }
    };
  }

  private static Period ahead(Matcher m, LocalDate published) {
    if (published == null) {
      return null;
    }
    int count = count(m.group("span"));
    boolean years = m.group("spanUnit").toLowerCase(Locale.ROOT).startsWith("year");
    return new Period(published, years ? published.plusYears(count) : published.plusMonths(count), years ? "year" : "month");
  }

  private static Period year(Matcher m, LocalDate published) {
    return Period.year(Integer.parseInt(m.group("yy")));
  }

  /** A month without a year: the one nearest to the article's day. */
  private static Period nearestMonth(int month, LocalDate published) {
    int year = published.getYear();
    int apart = month - published.getMonthValue();
    return Period.month(apart > 6 ? year - 1 : apart < -6 ? year + 1 : year, month);
  }

  /** In January "the fourth quarter" is the past one. */
  private static Integer nearestQuartersYear(int quarter, LocalDate published) {
    if (published == null) {
      return null;
    }
    int apart = quarter - quarterOf(published);
    return published.getYear() + (apart > 2 ? -1 : apart < -2 ? 1 : 0);
  }

  private static int quarterOf(LocalDate day) {
    return (day.getMonthValue() + 2) / 3;
  }

  private static Period monthOf(LocalDate day) {
    return Period.month(day.getYear(), day.getMonthValue());
  }

  private static int count(String words) {
    return words.equalsIgnoreCase("a") ? 1 : Numbers.value(words).intValue();
  }

  /** Of "2025", "this year", "next year", "last year", "the year" or nothing, which is the article's year; null if that is unknown. */
  private static Integer yearOf(String words, LocalDate published) {
    if (words != null && Character.isDigit(words.charAt(0))) {
      return Integer.valueOf(words);
    }
    if (published == null) {
      return null;
    }
    return published.getYear() + (words == null ? 0 : words.startsWith("next") ? 1 : words.startsWith("last") ? -1 : 0);
  }

  private static int century(String digits) {
    int year = Integer.parseInt(digits);
    return year < 100 ? 2000 + year : year;
  }

  private static int month(String name) {
    return MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
  }
}
