package dev.chipledger.read.page;

import dev.chipledger.read.Dates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as pages write them: what {@link Dates} reads, and English for people. Without a zone they are UTC. */
final class PageDates {
  /** No page is older; content systems write 0001 or 1970 for "none". */
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH_NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
  private static final Pattern DIGITS =
      Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?Z?)?");
  private static final Pattern SLASHES = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?:\\D.*)?");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\D.*)?");
  private static final Pattern ISO_SHORT_ZONE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?) ?([+-])(\\d):?(\\d\\d)");
  private static final Pattern MONTH_FIRST = Pattern.compile("(?i)(?:[a-z]{3,9}\\.?,?\\s+)?" + MONTH_NAME
      + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?:\\D.*)?");
  private static final Pattern DAY_FIRST = Pattern.compile("(?i)(?:[a-z]{3,9}\\.?,?\\s+)?"
      + "(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH_NAME + ",?[\\s-]+(\\d{4})(?:\\D.*)?");

  private static final Pattern URL_PARTS = Pattern.compile(
      "(?i)(?<![a-z\\d])((?:19|20)\\d\\d)([/_-])(\\d{1,2}|" + String.join("|", MONTHS) + ")\\2(\\d{1,2})(?!\\d)");
  private static final Pattern URL_DIGITS = Pattern.compile("(?<![\\da-zA-Z])(20\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)");

  private PageDates() {}

  /** @return null if it can't be read, or no page can be of that date; of a date with an unknown zone the day */
  static Instant parse(String written) {
    String date = written.strip();
    if (date.length() < 8 || date.length() > 80) {
      return null;
    }
    Instant instant = DIGITS.matcher(date).matches() ? null : Dates.parse(date).orElse(null);
    try {
      instant = instant == null ? other(date) : instant;
    } catch (DateTimeException e) { // such as 30 February
      return null;
    }
    return instant == null || instant.isBefore(FIRST) || !instant.isBefore(LAST) ? null : instant;
  }

  private static Instant other(String date) {
    Matcher digits = DIGITS.matcher(date);
    if (digits.matches()) {
      return LocalDateTime.of(number(digits.group(1)), number(digits.group(2)), number(digits.group(3)),
          number(digits.group(4)), number(digits.group(5)), number(digits.group(6))).toInstant(ZoneOffset.UTC);
    }
    Matcher shortZone = ISO_SHORT_ZONE.matcher(date);
    if (shortZone.matches()) {
      Optional<Instant> whole = Dates.parse(shortZone.group(1) + "T" + shortZone.group(2) + shortZone.group(3)
          + "0" + shortZone.group(4) + ":" + shortZone.group(5));
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    Matcher iso = ISO_DAY.matcher(date);
    if (iso.matches()) {
      return Dates.parse(iso.group(1)).orElse(null);
    }
    Matcher slashes = SLASHES.matcher(date);
    if (slashes.matches()) {
      return day(slashes.group(1), slashes.group(2), slashes.group(3));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(date);
    if (monthFirst.matches()) {
      return day(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2));
    }
    Matcher dayFirst = DAY_FIRST.matcher(date);
    return dayFirst.matches() ? day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : null;
  }

  /** The day that an address names: /2024/12/13/, /2024-12-13-, /2024/dec/13/, 20241213; null if it names none. */
  static Instant inUrl(String url) {
    String path = path(url);
    for (Pattern pattern : List.of(URL_PARTS, URL_DIGITS)) {
      int month = pattern == URL_PARTS ? 3 : 2;
      for (Matcher found = pattern.matcher(path); found.find(); ) {
        try {
          Instant day = day(found.group(1), found.group(month), found.group(month + 1));
          if (!day.isBefore(FIRST) && day.isBefore(LAST)) {
            return day;
          }
        } catch (DateTimeException e) {
          // a number that only looks like a day; there may be another
        }
      }
    }
    return null;
  }

  private static String path(String url) {
    String cut = url.substring(0, Math.min(url.length(), 2_000));
    int host = cut.indexOf("://");
    int path = cut.indexOf('/', host < 0 ? 0 : host + 3);
    return path < 0 ? "" : cut.substring(path);
  }

  private static Instant day(String year, String month, String day) {
    boolean digits = Character.isDigit(month.charAt(0));
    int ofYear = digits ? number(month) : 1 + MONTHS.indexOf(month.toLowerCase(Locale.ROOT));
    return LocalDate.of(number(year), ofYear, number(day)).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
