package dev.chipledger.read.page;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * When a page was published, and what says so.
 *
 * @param basis json-ld, opengraph, meta, time, url or last-modified
 */
record PublishedDate(Instant instant, String basis) {
  /** Basis and name of the meta elements that tell the date, in the order to ask them. */
  private static final List<String[]> METAS = Resource.rows("page-dates.tsv");
  /** What is in these tells the date of something else. */
  private static final String ELSEWHERE =
      "nav, aside, footer, [class*=related], [class*=comment], [id*=comment], [class*=sidebar]";

  /**
   * The first date that can be read, in the order of the bases above.
   *
   * @param url null if unknown
   * @param lastModified null if unknown
   * @return null if nothing tells it
   */
  static PublishedDate of(Document document, Metas metas, JsonLd jsonLd, String url, Instant lastModified) {
    Instant said = jsonLd.published() == null ? null : PageDates.parse(jsonLd.published());
    if (said != null) {
      return new PublishedDate(said, "json-ld");
    }
    for (String[] row : METAS) {
      String content = metas.get(row[1]);
      Instant date = content == null ? null : PageDates.parse(content);
      if (date != null) {
        return new PublishedDate(date, row[0]);
      }
    }
    Instant time = time(document);
    if (time != null) {
      return new PublishedDate(time, "time");
    }
    Instant day = url == null ? null : PageDates.inUrl(url);
    if (day != null) {
      return new PublishedDate(day, "url");
    }
    return lastModified == null ? null : new PublishedDate(lastModified, "last-modified");
  }

  private static Instant time(Document document) {
    Elements marked = document.select("[itemprop=datePublished], time[pubdate], time.published, time.entry-date");
    Instant own = first(marked);
    return own != null ? own : article(document);
  }

  /** The first time of the article, where the page holds but one: the articles of a list say nothing of the list. */
  private static Instant article(Document document) {
    Elements articles = document.select("article:not(article article)");
    if (articles.size() > 1) {
      articles = document.select("article:has(h1)");
    }
    return articles.size() == 1 ? first(articles.first().select("time[datetime]")) : null;
  }

  private static Instant first(Elements times) {
    for (Element time : times) {
      if (time.closest(ELSEWHERE) == null) {
        String written = Strings.firstFilled(time.attr("datetime"), time.attr("content"), time.ownText());
        Instant date = written == null ? null : PageDates.parse(written);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }
}
