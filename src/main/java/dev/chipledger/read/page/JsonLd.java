package dev.chipledger.read.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page's JSON-LD says of its article. Each is null if it says nothing.
 *
 * @param published datePublished as written
 * @param publisher the publisher's name
 * @param body articleBody: the text, perhaps cut
 */
record JsonLd(String published, String headline, String publisher, String body) {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
          JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
          JsonReadFeature.ALLOW_MISSING_VALUES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
      .build();
  private static final int LONGEST = 4 << 20;
  /** An object of the page itself hangs at one of these; what hangs elsewhere is a comment, a related story, a list. */
  private static final List<String> OWN = List.of("@graph", "mainEntity", "mainEntityOfPage");
  private static final Pattern ARTICLE =
      Pattern.compile("(?:.*[/:#])?(?:\\w*Article|\\w*Posting|Report|Review|NewsStory)");
  private static final Pattern WRAPPING = Pattern.compile(
      "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[|/\\*[^*]{0,40}\\*/)|(?:-->|//\\s*\\]\\]>|\\]\\]>)\\s*;?\\s*$");
  private static final Pattern BROKEN_DATE = Pattern.compile("\"datePublished\"\\s{0,9}:\\s{0,9}\"([^\"]{4,40})\"");

  static JsonLd of(Document document) {
    List<JsonNode> articles = new ArrayList<>();
    List<JsonNode> others = new ArrayList<>();
    String brokenDate = null;
    for (Element script : document.select("script[type~=(?i)^\\s*application/ld\\+json]")) {
      String data = script.data();
      try {
        sort(data.length() > LONGEST ? null : JSON.readTree(WRAPPING.matcher(data).replaceAll("")), articles, others);
      } catch (JsonProcessingException e) { // so many are broken that the one field worth it is looked for by hand
        Matcher date = BROKEN_DATE.matcher(data);
        brokenDate = brokenDate == null && date.find() ? date.group(1) : brokenDate;
      }
    }
    List<JsonNode> all = new ArrayList<>(articles);
    all.addAll(others);
    return new JsonLd(
        Strings.firstFilled(first(all, "datePublished"), brokenDate),
        first(articles, "headline"),
        publisher(all),
        body(articles));
  }

  private static void sort(JsonNode root, List<JsonNode> articles, List<JsonNode> others) {
    Deque<JsonNode> open = new ArrayDeque<>();
    if (root != null) {
      open.add(root);
    }
    while (!open.isEmpty()) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        (isArticle(node.path("@type")) ? articles : others).add(node);
        OWN.stream().map(node::path).filter(JsonNode::isContainerNode).forEach(open::add);
      }
    }
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (one.isTextual() && isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    return type.isTextual() && type.textValue().length() < 100 && ARTICLE.matcher(type.textValue()).matches();
  }

  private static String first(List<JsonNode> nodes, String field) {
    for (JsonNode node : nodes) {
      String value = plain(node.path(field));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static String publisher(List<JsonNode> nodes) {
    for (JsonNode node : nodes) {
      JsonNode publisher = node.path("publisher");
      JsonNode one = publisher.isArray() ? publisher.path(0) : publisher;
      String name = plain(one.isObject() ? one.path("name") : one);
      if (name != null && !name.startsWith("http")) {
        return name;
      }
    }
    return null;
  }

  private static String body(List<JsonNode> articles) {
    for (JsonNode article : articles) {
      JsonNode body = article.path("articleBody");
      if (body.isTextual() && !body.textValue().isBlank()) {
        return body.textValue();
      }
    }
    return null;
  }

  /** The text or number, of a list the first, with its HTML entities read; null for anything else, and if too long. */
  private static String plain(JsonNode node) {
    JsonNode one = node.isArray() ? node.path(0) : node;
    if (!one.isTextual() && !one.isNumber() || one.asText().length() > 2_000) {
      return null;
    }
    return Strings.firstFilled(Parser.unescapeEntities(one.asText(), false));
  }
}
