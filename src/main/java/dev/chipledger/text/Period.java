package dev.chipledger.text;

import java.time.LocalDate;

/**
 * A stretch of time that a text names.
 *
 * @param start first day
 * @param end day after the last (half open)
 * @param precision day, week, month, quarter, half or year: the unit that the text names; a stretch of several years has year
 */
public record Period(LocalDate start, LocalDate end, String precision) {
  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), "year");
  }

  /** @param half 1 or 2 */
  public static Period half(int year, int half) {
    LocalDate start = LocalDate.of(year, half == 1 ? 1 : 7, 1);
    return new Period(start, start.plusMonths(6), "half");
  }

  /** @param quarter 1 to 4 */
  public static Period quarter(int year, int quarter) {
    LocalDate start = LocalDate.of(year, quarter * 3 - 2, 1);
    return new Period(start, start.plusMonths(3), "quarter");
  }

  public static Period month(int year, int month) {
    LocalDate start = LocalDate.of(year, month, 1);
    return new Period(start, start.plusMonths(1), "month");
  }

  /** @param count 1 for a day, 7 for a week */
  public static Period days(LocalDate start, int count) {
    return new Period(start, start.plusDays(count), count == 1 ? "day" : "week");
  }
}
