package dev.chipledger.read.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;

/**
 * Removes what is never the text of an article: scripts, menus, cookie notices, lists of related stories. What to
 * remove stands in read/page-noise.tsv.
 */
final class Noise {
  /** Removed whatever they hold. */
  private static final Evaluator ALWAYS = QueryParser.parse(String.join(", ", values("element")));
  /** Removed unless they hold much of the page, as a mistaken class name may. */
  private static final Evaluator FURNITURE = QueryParser.parse(String.join(", ", values("furniture")));
  private static final Pattern NAMES =
      Pattern.compile("(?:^|[\\s_-])(?:" + String.join("|", values("name")) + ")(?=$|[\\s_-])");
  /** The share of the page's characters outside links. */
  private static final double LARGE = 0.4;
  /** Class names longer than this are no words. */
  private static final int LONGEST_NAME = 300;

  private Noise() {}

  static void remove(Document document) {
    document.select(ALWAYS).remove();
    Element body = document.body();
    Set<Element> suspects = Collections.newSetFromMap(new IdentityHashMap<>());
    suspects.addAll(body.select(FURNITURE));
    for (Element element : body.getAllElements()) {
      if (isNamedNoise(element)) {
        suspects.add(element);
      }
    }
    suspects.remove(body);
    Weights weights = new Weights(suspects);
    NodeTraversor.traverse(weights, body);
    weights.of.forEach((suspect, weight) -> {
      if (weight <= LARGE * weights.sum) {
        suspect.remove();
      }
    });
  }

  private static boolean isNamedNoise(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String names = element.className() + " " + element.id();
    return names.length() > 1 && names.length() <= LONGEST_NAME && NAMES.matcher(names.toLowerCase(Locale.ROOT)).find();
  }

  private static List<String> values(String kind) {
    return Resource.rows("page-noise.tsv").stream().filter(row -> row[0].equals(kind)).map(row -> row[1]).toList();
  }

  /** Counts the characters outside links that each suspect holds, in one pass. */
  private static final class Weights implements NodeVisitor {
    private final Set<Element> suspects;
    private final Map<Element, Integer> of = new IdentityHashMap<>();
    private int sum;
    private int inLink;

    private Weights(Set<Element> suspects) {
      this.suspects = suspects;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && inLink == 0 && !text.isBlank()) {
        sum += text.getWholeText().length();
      } else if (node instanceof Element element) {
        inLink += element.nameIs("a") ? 1 : 0;
        if (suspects.contains(element)) {
          of.put(element, sum);
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        inLink -= element.nameIs("a") ? 1 : 0;
        of.computeIfPresent(element, (e, before) -> sum - before);
      }
    }
  }
}
