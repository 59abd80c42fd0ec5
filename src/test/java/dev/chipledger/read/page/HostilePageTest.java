package dev.chipledger.read.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePageTest {
  private static final Duration LIMIT = Duration.ofSeconds(20); // generous: what hangs takes minutes

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("no bytes", "", "empty"),
        Arguments.of("blanks", " \n\t", "empty"),
        Arguments.of("plain text", "Nothing but words, 1 < 2.", "not_html"),
        Arguments.of("a PDF", "%PDF-1.7 <html>", "not_html"),
        Arguments.of("deep div", "<div>".repeat(100_000) + "x", "too_deep"),
        Arguments.of("deep b", "<b>".repeat(100_000) + "x", "too_deep"),
        Arguments.of("deep tables", "<table><tr><td>".repeat(100_000) + "x", "too_deep"),
        Arguments.of("deep svg", "<svg><g>".repeat(50_000), "too_deep"),
        Arguments.of("fonts before every paragraph", fonts(20) + "<p>x".repeat(100_000), "too_many_tags"),
        Arguments.of("very many paragraphs", "<p>a".repeat(2_000_000), "too_many_tags"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String name, String html, String reason) {
    Assertions.assertTimeout(LIMIT, () ->
        assertThatThrownBy(() -> read(html)).isInstanceOfSatisfying(PageException.class, e -> {
          assertThat(e.reason()).isEqualTo(reason);
          assertThat(e.getMessage()).isNotBlank();
        }));
  }

  static Stream<Arguments> read() {
    String words = "Twelve words of plain prose stand in this paragraph, and no more. ";
    return Stream.of(
        Arguments.of("deep enough to be flattened", "<div>".repeat(600) + "<p>" + words),
        Arguments.of("unclosed tags", "<body><div class='a><b><i><p>" + words + "<p title=\"x\"><span>y<p>" + words),
        Arguments.of("giant attribute", "<p class='" + "x ".repeat(500_000) + "'>" + words),
        Arguments.of("giant title", "<meta property='og:title' content='" + "t".repeat(1_000_000) + "'><p>" + words),
        Arguments.of("script in the title", "<title><script>alert('tag')</script></title><p>" + words),
        Arguments.of("NULs", "<ti\0tle>a\0b</title>\0<p>\0" + words.replace("w", "\0w") + "&#0;&#xD800;&#x110000;"),
        Arguments.of("meta charset lies", "<meta charset='utf-16'><p>" + words + "größer"),
        Arguments.of("unknown charset", "<meta charset='klingon-8'><p>" + words),
        Arguments.of("charset that is no name", "<meta charset='+++:::'><p>" + words),
        Arguments.of("long JSON-LD", "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\""
            + "h".repeat(1_000_000) + "\"}</script><p>" + words),
        Arguments.of("deep JSON", "<script type=application/ld+json>" + "[".repeat(100_000) + "</script><p>" + words),
        Arguments.of("odd JSON-LD", "<script type='application/ld+json'>{\"@type\":[1,null,{}],\"datePublished\":{},"
            + "\"publisher\":[[[]]],\"headline\":[],\"@graph\":\"x\"}</script><p>" + words),
        Arguments.of("unclosed comment", "<p>" + words + "<!-- " + "x".repeat(1_000_000)),
        Arguments.of("many entities", "<p>" + words + "&".repeat(200_000)),
        Arguments.of("many attributes", "<p " + "a=1 b".repeat(100_000) + ">" + words),
        Arguments.of("nested links and forms", "<a><form><a><form>".repeat(3_000) + "<p>" + words),
        Arguments.of("long words in deep blocks", "<div>".repeat(200) + ("<p>" + "long ".repeat(10_000)).repeat(30)),
        Arguments.of("many small blocks", ("<div class='item'><p>" + words + "</p></div>").repeat(3_000)),
        Arguments.of("frameset", "<frameset><frame src=a><noframes><p>" + words + "</noframes></frameset>"),
        Arguments.of("no body", "<html><head><title>x</title></head></html>"),
        Arguments.of("bare tag", "<"  + "p"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void read(String name, String html) {
    Page page = Assertions.assertTimeout(LIMIT, () -> read(html));
    assertThat(page.text()).isNotNull();
    assertClean(page.text());
    if (page.title() != null) {
      assertClean(page.title());
      assertThat(page.title().length()).isLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void long_page() {
    StringBuilder article = new StringBuilder("<article>");
    for (int i = 0; i < 2_000; i++) {
      article.append("<p>").append(i).append(" words and more words, one after another. ".repeat(20)).append("</p>\n");
    }
    String page = article.toString();
    Assertions.assertTimeout(LIMIT, () -> assertThat(read(page).text().length()).isGreaterThan(page.length() * 9 / 10));
  }

  @Test
  void rubbish_throws_nothing_else() {
    Random random = new Random(1);
    for (int i = 0; i < 150; i++) {
      byte[] body = new byte[random.nextInt(3_000)];
      random.nextBytes(body);
      if (i % 2 == 0) { // rubbish that looks like tags
        String pieces = "<>=\"'/!-&;#x ahpdivscript\0\u00e9";
        for (int at = 0; at < body.length; at++) {
          body[at] = (byte) pieces.charAt(random.nextInt(pieces.length()));
        }
      }
      try {
        assertClean(new PageReader().read(body, i % 3 == 0 ? "text/html; charset=utf-8" : null, null, null).text());
      } catch (PageException e) {
        assertThat(e.reason()).isIn("empty", "not_html");
      }
    }
  }

  /** Scripts and styles in any place: their words must never come out as text. */
  @Test
  void nothing_of_scripts_and_styles() throws Exception {
    Random random = new Random(2);
    String[] holders = {"script", "style", "noscript", "template", "iframe", "textarea", "noembed", "xmp", "object"};
    String[] around = {"<p>", "</p>", "<div>", "<table><tr><td>", "</div>", "<ul><li>", "<b>", "<h2>", "<br>"};
    for (int i = 0; i < 50; i++) {
      StringBuilder html = new StringBuilder("<title>t</title>");
      for (int piece = 0; piece < 30; piece++) {
        String holder = holders[random.nextInt(holders.length)];
        html.append(around[random.nextInt(around.length)]).append("Plain words stand here, as they should. ")
            .append('<').append(holder).append("><p class=secret>SECRET</p>SECRET{}</").append(holder).append('>');
      }
      assertThat(read(html.toString()).text()).doesNotContain("SECRET", "<", "secret");
    }
  }

  private static void assertClean(String text) {
    assertThat(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c))).as("no controls").isTrue();
    assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).as("no half pairs").isTrue();
  }

  private static String fonts(int count) {
    StringBuilder fonts = new StringBuilder("<div>");
    for (int i = 0; i < count; i++) {
      fonts.append("<font color=").append(i).append('>');
    }
    return fonts.append("</div>").toString();
  }

  private static Page read(String html) throws PageException {
    return new PageReader().read(html.getBytes(StandardCharsets.UTF_8), null, null, null);
  }
}
