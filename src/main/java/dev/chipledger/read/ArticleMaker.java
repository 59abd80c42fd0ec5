package dev.chipledger.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes an article, or a reject, of one record's fields. */
public class ArticleMaker {
  private static final Instant OLD = Instant.parse("1990-01-01T00:00:00Z");

  private final FieldMap map;
  private final Instant future;

  /** @param loadDay the batch: what is dated two days or more after it gets the flag future_date */
  public ArticleMaker(FieldMap map, LocalDate loadDay) {
    this.map = map;
    this.future = loadDay.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(); // a day's grace for other time zones
  }

  /** @param bytes the record as stored, for a reject */
  Outcome make(String file, long position, JsonObject record, byte[] bytes) {
    String text = record.get(map.column("text"));
    if (text == null || text.isBlank()) {
      return Rejects.of(file, position, "no_text", whyNoText(record, text), bytes);
    }
    String date = filled(record, "published");
    Instant published = null;
    if (date != null) {
      published = Dates.parse(date).orElse(null);
    }
    if (published == null && (date != null || record.isStructure(map.column("published")))) {
      String what = date == null ? "a list or object" : "'" + date + "'";
      return Rejects.of(file, position, "bad_date", map.column("published") + " is no date: " + what, bytes);
    }
    String title = filled(record, "title");
    String url = filled(record, "url");
    String language = filled(record, "language");
    String publisher = filled(record, "publisher");
    String words = (title == null ? "" : title) + "\n" + text;
    return new Article(
        Hashes.of(url == null ? words : CanonicalUrl.of(url)),
        file,
        position,
        published,
        published == null ? null : "field",
        url,
        publisher != null || url == null ? publisher : CanonicalUrl.host(url),
        language,
        title,
        text,
        Hashes.of(words),
        flags(published, language));
  }

  private String whyNoText(JsonObject record, String text) {
    String column = map.column("text");
    if (text != null) {
      return column + " is blank";
    }
    return record.isStructure(column) ? column + " is a list or object" : "the record has no " + column;
  }

  private String filled(JsonObject record, String field) {
    String value = record.get(map.column(field));
    return value == null || value.isBlank() ? null : value.strip();
  }

  private List<String> flags(Instant published, String language) {
    List<String> flags = new ArrayList<>(1);
    if (published != null && !published.isBefore(future)) {
      flags.add("future_date");
    }
    if (published != null && published.isBefore(OLD)) {
      flags.add("old_date");
    }
    if (!isEnglish(language)) {
      flags.add("not_english");
    }
    return List.copyOf(flags);
  }

  /** @param language null is read as English; regions are ignored, as in en-GB */
  static boolean isEnglish(String language) {
    if (language == null) {
      return true;
    }
    String main = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return main.equals("en") || main.equals("eng") || main.equals("english");
  }
}
