package dev.chipledger.read.page;

import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * The main text of a page: what Readability takes for the article, else the paragraphs outside of menus and the like,
 * else the text that the page's JSON-LD repeats for machines.
 */
final class MainText {
  /** Readability measures every subtree anew: characters and elements, each times its depth. These take a second. */
  private static final long MOST_EFFORT = 50_000_000;
  private static final int EFFORT_OF_ELEMENT = 100;
  /** Characters; a page with less leaves its text to a script, or has none. */
  private static final int SHORT = 200;

  private MainText() {}

  /**
   * Takes the document apart.
   *
   * @param title null if unknown; left out of the text
   * @param jsonLdBody null if there is none
   * @return paragraphs joined by line ends; "" if there is none
   */
  static String of(Document document, String title, String jsonLdBody) {
    Noise.remove(document);
    String paragraphs = BlockText.ofParagraphs(document.body(), title); // before Readability changes the document
    String found = effort(document) > MOST_EFFORT ? "" : readable(document, title);
    String text = found.isEmpty() ? paragraphs : found;
    if (text.length() < SHORT && jsonLdBody != null) {
      String body = BlockText.of(Jsoup.parse(jsonLdBody.replace("\n", "<br>")).body(), title);
      return body.length() > text.length() ? body : text;
    }
    return text;
  }

  private static String readable(Document document, String title) {
    try {
      Element article = new Readability4J("", document).parse().getArticleContent();
      return article == null ? "" : BlockText.of(article, title);
    } catch (RuntimeException e) { // a page that the library's authors never saw; the paragraphs will do
      return "";
    }
  }

  private static long effort(Document document) {
    long[] effort = {0};
    NodeTraversor.traverse((Node node, int depth) -> {
      int size = node instanceof TextNode text ? text.getWholeText().length() : EFFORT_OF_ELEMENT;
      effort[0] += (long) depth * size;
    }, document);
    return effort[0];
  }
}
