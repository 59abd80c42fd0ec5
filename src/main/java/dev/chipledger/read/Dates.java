package dev.chipledger.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the dates that dumps hold: ISO with or without zone, a blank for the T, a date alone, seconds or milliseconds
 * since 1970, RFC 1123. Without a zone they are UTC; a date alone is its first instant.
 */
public final class Dates {
  private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE)
      .optionalStart()
      .appendPattern("['T'][' ']HH:mm[:ss]")
      .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
      .optionalStart().appendLiteral(' ').optionalEnd()
      .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
      .optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
      .optionalStart().appendOffset("+HH", "Z").optionalEnd()
      .optionalStart().appendLiteral("UTC").optionalEnd()
      .optionalEnd()
      .toFormatter(Locale.ROOT)
      .withResolverStyle(ResolverStyle.STRICT); // else 30 February is the 29th
  private static final DateTimeFormatter RFC_1123 =
      new DateTimeFormatterBuilder().parseCaseInsensitive().append(DateTimeFormatter.RFC_1123_DATE_TIME).toFormatter(Locale.ROOT);
  /** Nine digits of seconds are 1973; fewer are no time but a year or a number. */
  private static final Pattern EPOCH = Pattern.compile("-?\\d{9,14}(\\.\\d{1,9})?");
  private static final BigDecimal MILLIS_FROM = new BigDecimal(100_000_000_000L);

  private Dates() {}

  /** @return empty if it can't be read, or lies outside the years 1 to 9999 */
  public static Optional<Instant> parse(String written) {
    String date = written.strip();
    try {
      Instant instant = EPOCH.matcher(date).matches() ? epoch(new BigDecimal(date)) : calendar(date);
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year >= 1 && year <= 9999 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant epoch(BigDecimal number) {
    BigDecimal millis = number.abs().compareTo(MILLIS_FROM) < 0 ? number.movePointRight(3) : number;
    return Instant.ofEpochMilli(millis.longValue());
  }

  private static Instant calendar(String date) {
    if (!date.isEmpty() && Character.isLetter(date.charAt(0))) {
      return OffsetDateTime.parse(date, RFC_1123).toInstant();
    }
    TemporalAccessor read = ISO.parseBest(date, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (read instanceof OffsetDateTime zoned) {
      return zoned.toInstant();
    }
    LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
    return local.toInstant(ZoneOffset.UTC);
  }
}
