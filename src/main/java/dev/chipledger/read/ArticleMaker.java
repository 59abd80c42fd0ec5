package dev.chipledger.read;

import dev.chipledger.read.page.Languages;
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

  /**
   * What is known of an article, however it was found.
   *
   * @param text never null; the rest null where unknown
   * @param publishedBasis where the date came from; null with it
   */
  public record Found(
      String url, String title, String text, Instant published, String publishedBasis, String publisher, String language) {}

  /** Whether a record's column, or one inside it, holds a field: the rest needn't be read. */
  public boolean wants(String column) {
    return FieldMap.FIELDS.stream().map(map::column).anyMatch(path -> path.equals(column) || path.startsWith(column + "."));
  }

  /** Of a record with columns. @param bytes the record as stored, for a reject */
  public Outcome make(String file, long position, Fields record, byte[] bytes) {
    String text = record.get(map.column("text"));
    if (text == null || text.isBlank()) {
      return Rejects.of(file, position, "no_text", whyNoText(record, text), bytes);
    }
    String date = filled(record, "published");
    Instant published = date == null ? null : Dates.parse(date).orElse(null);
    if (published == null && (date != null || record.isStructure(map.column("published")))) {
      String what = date == null ? "a list or object" : "'" + date + "'";
      return Rejects.of(file, position, "bad_date", map.column("published") + " is no date: " + what, bytes);
    }
    return make(file, position, new Found(
        filled(record, "url"), filled(record, "title"), text, published, "field", filled(record, "publisher"), filled(record, "language")));
  }

  /** Of what a reader found out by itself. */
  public Article make(String file, long position, Found found) {
    String url = found.url();
    String words = (found.title() == null ? "" : found.title()) + "\n" + found.text();
    String language = found.language() == null ? Languages.of(found.text()) : found.language();
    return new Article(
        Hashes.of(url == null ? words : CanonicalUrl.of(url)),
        file,
        position,
        found.published(),
        found.published() == null ? null : found.publishedBasis(),
        url,
        found.publisher() != null || url == null ? found.publisher() : CanonicalUrl.host(url),
        language,
        found.title(),
        found.text(),
        Hashes.of(words),
        flags(found.published(), language));
  }

  private String whyNoText(Fields record, String text) {
    String column = map.column("text");
    if (text != null) {
      return column + " is blank";
    }
    return record.isStructure(column) ? column + " is a list or object" : "the record has no " + column;
  }

  private String filled(Fields record, String field) {
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
