package dev.chipledger.read.page;

import java.time.Instant;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the bytes of an HTML page. Fetches and runs nothing. Stateless; safe for many threads. */
public final class PageReader {
  /**
   * Reads one page.
   *
   * @param contentType the HTTP header; null if unknown
   * @param url where the page was fetched; null if unknown, then any canonical address of the page is taken
   * @param lastModified the HTTP header; null if unknown
   * @throws PageException whatever is wrong with the page
   */
  public Page read(byte[] body, String contentType, String url, Instant lastModified) throws PageException {
    Document document = PageParser.parse(PageText.decode(body, contentType));
    JsonLd jsonLd = JsonLd.of(document);
    Metas metas = Metas.of(document);
    String publisher = Strings.firstFilled(metas.get("og:site_name"), jsonLd.publisher());
    String title = Titles.of(document, metas, jsonLd, publisher, url);
    String canonical = Canonical.of(document, metas, url);
    PublishedDate date = PublishedDate.of(document, metas, jsonLd, url == null ? canonical : url, lastModified);
    String claimed = claimedLanguage(document, metas);

    String text = MainText.of(document, title, jsonLd.body()); // last: it takes the document apart
    String language = Languages.of(text);
    return new Page(canonical, title, text, date == null ? null : date.instant(), date == null ? null : date.basis(),
        publisher, language == null ? claimed : language);
  }

  private static String claimedLanguage(Document document, Metas metas) {
    Element html = document.selectFirst("html");
    String lang = html == null ? null : Strings.firstFilled(html.attr("lang"), html.attr("xml:lang"));
    return Languages.code(Strings.firstFilled(lang, metas.get("content-language"), metas.get("og:locale")));
  }
}
