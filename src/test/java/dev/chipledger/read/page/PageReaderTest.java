package dev.chipledger.read.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole pages in the manner of news sites, with the text that a reader would take from them. */
class PageReaderTest {
  /** All of the text must be kept; of the rest of the page at most the given share of words. */
  @ParameterizedTest
  @CsvSource({
    "article, 0", "amp, 0", "live-blog, 0", "video, 0", "list, 0", "table-layout, 0", "german, 0", "div-soup, 0.3",
  })
  void text(String name, double unwanted) throws Exception {
    byte[] html = bytes(name + ".html");
    String expected = new String(bytes(name + ".txt"), StandardCharsets.UTF_8).strip();

    String text = new PageReader().read(html, null, "https://www.example.com/x", null).text();

    if (unwanted == 0) {
      assertThat(text).isEqualTo(expected);
    } else {
      List<String> extra = words(text);
      assertThat(extra).containsSubsequence(words(expected));
      words(expected).forEach(extra::remove);
      int rest = words(everything(html)).size() - words(expected).size();
      assertThat((double) extra.size()).isLessThanOrEqualTo(unwanted * rest);
    }
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "article, Harbour Cloud orders 12;000 accelerators for Rotterdam site, "
        + "2024-12-12T06:31:02Z, json-ld, Quay Ledger, en",
    "amp, Peak Motors builds its own training cluster, 2025-02-03T14:05:00Z, json-ld, Torque Daily, en",
    "live-blog, Chip summit live: Orbit Systems shows its first processor, "
        + "2024-06-04T07:00:00Z, json-ld, The Wafer, en",
    "video, Video: inside the clean room, 2023-09-18T16:20:00Z, meta, Fab Watch, en",
    "list, Semiconductors, -, -, Delta Courier, en",
    "table-layout, Lab to get 900 processors, 2011-03-22T00:00:00Z, meta, -, en",
    "german, Rechenzentrum in Köln bestellt 3.000 Beschleuniger, 2024-11-05T00:00:00Z, meta, -, de",
    "div-soup, Nimbus pauses GPU purchases; sources say, -, -, -, en",
  })
  void fields(String name, String title, Instant published, String basis, String publisher, String language)
      throws Exception {
    Page page = new PageReader().read(bytes(name + ".html"), "text/html", null, null);

    assertThat(page.title()).isEqualTo(title.replace(';', ','));
    assertThat(page.published()).isEqualTo(published);
    assertThat(page.publishedBasis()).isEqualTo(basis);
    assertThat(page.publisher()).isEqualTo(publisher);
    assertThat(page.language()).isEqualTo(language);
  }

  @Test
  void text_that_only_the_json_ld_holds() throws Exception {
    String html = "<title>A page</title><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":"
        + "\"The first paragraph of it.\\n\\nAnd <b>the second</b>.\"}</script><body><div id=app></div>";

    assertThat(read(html).text()).isEqualTo("The first paragraph of it.\nAnd the second.");
  }

  @Test
  void language_claimed_where_the_text_tells_none() throws Exception {
    assertThat(read("<html lang='pt-BR'><p>Curto.</p>").language()).isEqualTo("pt");
    assertThat(read("<html lang='none'><p>Curto.</p>").language()).isNull();
  }

  private static Page read(String html) throws PageException {
    return new PageReader().read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", null, null);
  }

  private static String everything(byte[] html) {
    return org.jsoup.Jsoup.parse(new String(html, StandardCharsets.UTF_8)).body().text();
  }

  private static List<String> words(String text) {
    return new ArrayList<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream page = PageReaderTest.class.getResourceAsStream("/pages/" + name)) {
      return page.readAllBytes();
    }
  }
}
