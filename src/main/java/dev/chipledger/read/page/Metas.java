package dev.chipledger.read.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's meta elements: the first filled content of each name, whichever attribute gives the name. */
final class Metas {
  private static final String[] NAMES = {"property", "name", "itemprop", "http-equiv"};
  /** Longer ones are no title, name, date or address. */
  private static final int LONGEST = 2_000;

  private final Map<String, String> contents = new HashMap<>();

  private Metas() {}

  static Metas of(Document document) {
    Metas metas = new Metas();
    for (Element meta : document.getElementsByTag("meta")) {
      String content = meta.attr("content");
      String value = content.length() > LONGEST ? null : Strings.firstFilled(content);
      if (value == null) {
        continue;
      }
      for (String attribute : NAMES) {
        String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          metas.contents.putIfAbsent(name, value);
        }
      }
    }
    return metas;
  }

  /** @param name lower case; null if the page has none of this name */
  String get(String name) {
    return contents.get(name);
  }
}
