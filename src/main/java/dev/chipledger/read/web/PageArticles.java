package dev.chipledger.read.web;

import dev.chipledger.read.ArticleMaker;
import dev.chipledger.read.Dates;
import dev.chipledger.read.Outcome;
import dev.chipledger.read.Rejects;
import dev.chipledger.read.Skipped;
import dev.chipledger.read.page.Page;
import dev.chipledger.read.page.PageException;
import dev.chipledger.read.page.PageReader;
import java.nio.charset.StandardCharsets;

/** Makes articles of archived pages. */
final class PageArticles {
  private final ArticleMaker maker;
  private final PageReader reader = new PageReader();

  PageArticles(ArticleMaker maker) {
    this.maker = maker;
  }

  /**
   * @param target the address asked for
   * @param type HTTP header, may be null
   * @param lastModified HTTP header, may be null
   */
  Outcome of(String file, long position, String target, String type, String lastModified, byte[] html) {
    Page page;
    try {
      page = reader.read(html, type, target, lastModified == null ? null : Dates.parse(lastModified).orElse(null));
    } catch (PageException e) {
      return Rejects.of(file, position, e.reason(), "the page " + target + " can't be read: " + e.getMessage(), html);
    }
    if (page.text().isBlank()) {
      return new Skipped("no_main_text");
    }
    return maker.make(file, position, new ArticleMaker.Found(
        page.canonicalUrl() == null ? target : page.canonicalUrl(), page.title(), page.text(), page.published(), page.publishedBasis(),
        page.publisher(), page.language()));
  }

  /** A text that another program took from a page. It has no date: when it was crawled is not when it was published. */
  Outcome ofText(String file, long position, String target, byte[] text) {
    String words = new String(text, StandardCharsets.UTF_8);
    if (words.isBlank()) {
      return new Skipped("no_main_text");
    }
    return maker.make(file, position, new ArticleMaker.Found(target, null, words, null, null, null, null));
  }
}
