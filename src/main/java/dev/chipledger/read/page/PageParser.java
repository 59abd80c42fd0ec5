package dev.chipledger.read.page;

import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Parses HTML within bounds: a few hundred kilobytes can unfold to gigabytes of elements, since every paragraph opens
 * anew the bold and font elements that were left unclosed before it.
 */
final class PageParser {
  /** What is deeper is hung in at this depth. Pages of news rarely go beyond 40. */
  static final int DEPTH = 256;
  /** Long pages with hundreds of comments have some 20,000. */
  static final int MOST_ELEMENTS = 200_000;
  /** Elements at the limit of depth: some from an old page that closes no FONT are borne. */
  private static final int MOST_DEEP = 5_000;

  /** What the readers match patterns against; longer ones are no names but data, or there to slow them down. */
  private static final List<String> NAMES = List.of("class", "id", "style", "role", "itemprop", "rel", "type");
  private static final int LONGEST_NAME = 1_000;

  private PageParser() {}

  /** @throws PageException too_many_tags, too_deep */
  static Document parse(String html) throws PageException {
    try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEPTH))) {
      parser.parse(html, "");
      int elements = 0;
      int deep = 0;
      for (Iterator<Element> each = parser.iterator(); each.hasNext(); ) {
        Element element = each.next();
        if (++elements > MOST_ELEMENTS) {
          throw new PageException("too_many_tags", "the page has more than " + MOST_ELEMENTS + " elements");
        }
        NAMES.forEach(name -> {
          if (element.attr(name).length() > LONGEST_NAME) {
            element.removeAttr(name);
          }
        });
        if (depth(element) >= DEPTH - 2 && ++deep > MOST_DEEP) {
          throw new PageException("too_deep", "the page nests " + MOST_DEEP + " elements deeper than " + DEPTH);
        }
      }
      return parser.document();
    }
  }

  private static int depth(Element element) {
    int depth = 0;
    for (Element up = element.parent(); up != null; up = up.parent()) {
      depth++;
    }
    return depth;
  }
}
