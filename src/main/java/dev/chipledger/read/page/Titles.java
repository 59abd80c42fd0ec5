package dev.chipledger.read.page;

import dev.chipledger.read.Domains;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page's title: og:title, else the headline of its JSON-LD, its first heading, its title element. */
final class Titles {
  private static final int LONGEST = 1_000;
  private static final Pattern TAIL = Pattern.compile("^(.+?)\\s+(?:[|\\-–—·•«»‹›]|::|//)\\s+([^|–—·•«»]+)$");

  private static final Pattern HEAD =
      Pattern.compile("^([^|–—·•«»]{1,60}?)(?:\\s+[|\\-–—·•«»]|\\s*(?:::?|\\|))\\s+(.+)$");

  private Titles() {}

  /**
   * The title without the site's name.
   *
   * @param publisher the site's name; null if unknown
   * @param url null if unknown
   * @return null if there is none
   */
  static String of(Document document, Metas metas, JsonLd jsonLd, String publisher, String url) {
    Set<String> site = SiteNames.of(publisher, metas.get("application-name"), url);
    String element = Strings.firstFilled(titleElement(document));
    String[] candidates = {metas.get("og:title"), jsonLd.headline(), heading(document, site, url), element};
    for (String candidate : candidates) {
      if (candidate != null && candidate.length() <= LONGEST) {
        String title = withoutSite(candidate, site);
        if (!site.contains(Strings.squeezed(title))) {
          return title;
        }
      }
    }
    return element != null && element.length() <= LONGEST ? element : null; // a front page is called like its site
  }

  private static String titleElement(Document document) {
    Element title = document.selectFirst("head > title"); // not an SVG's
    if (title == null) {
      title = document.selectFirst("title:not(svg title)");
    }
    return title == null ? null : title.text();
  }

  /**
   * The heading of the article, or of the page. One of several, or one outside of the article that shares no word with
   * the title element or the address, heads something else: a list, a menu.
   */
  private static String heading(Document document, Set<String> site, String url) {
    String title = titleElement(document);
    Set<String> words = title == null ? Set.of() : words(title + " " + (url == null ? "" : url));
    for (String where : new String[] {"article h1", "main h1", "h1"}) {
      List<String> headings = document.select(where).stream()
          .map(heading -> Strings.firstFilled(heading.text()))
          .filter(text -> text != null && !site.contains(Strings.squeezed(text)))
          .filter(text -> !where.equals("h1") || words.isEmpty() || words(text).stream().anyMatch(words::contains))
          .toList();
      if (headings.size() == 1 || !headings.isEmpty() && words.containsAll(words(headings.get(0)))) {
        return headings.get(0);
      }
    }
    return null;
  }

  /** Those of four letters and more; of shorter ones every title has some. */
  private static Set<String> words(String text) {
    return Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3).collect(Collectors.toSet());
  }

  private static String withoutSite(String title, Set<String> site) {
    Matcher tail = TAIL.matcher(title);
    while (tail.matches() && site.contains(Strings.squeezed(tail.group(2)))) {
      title = tail.group(1);
      tail = TAIL.matcher(title);
    }
    Matcher head = HEAD.matcher(title);
    return head.matches() && site.contains(Strings.squeezed(head.group(1))) ? head.group(2) : title;
  }

  /** The names that a site goes by, squeezed. */
  private static final class SiteNames {
    private static Set<String> of(String publisher, String application, String url) {
      Set<String> names = new HashSet<>();
      for (String name : new String[] {publisher, application}) {
        if (name != null) {
          names.add(Strings.squeezed(name));
        }
      }
      String host = url == null ? null : host(url);
      if (host != null) {
        String domain = Domains.registered(host);
        names.add(Strings.squeezed(domain)); // "chips.example"
        names.add(Strings.squeezed(domain.split("\\.", 2)[0]));
        names.add("the" + Strings.squeezed(domain.split("\\.", 2)[0]));
      }
      names.remove("");
      return names;
    }

    private static String host(String url) {
      try {
        return URI.create(url.strip()).getHost();
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }
}
