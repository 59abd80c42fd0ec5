package dev.chipledger.read.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDatesTest {
  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "2024-12-12T10:00:00+01:00, 2024-12-12T09:00:00Z",
    "2024-12-12T10:00:00+0000, 2024-12-12T10:00:00Z",
    "2024-12-12T10:00:00-5:00, 2024-12-12T15:00:00Z",
    "2024-12-12 10:00:00 EST, 2024-12-12T00:00:00Z",
    "2024/12/12 10:00:00, 2024-12-12T00:00:00Z",
    "2024.12.12, 2024-12-12T00:00:00Z",
    "20241212, 2024-12-12T00:00:00Z",
    "20241212103000, 2024-12-12T10:30:00Z",
    "1733997600, 2024-12-12T10:00:00Z",
    "'December 12, 2024', 2024-12-12T00:00:00Z",
    "'Thursday, Dec. 5th, 2024 10:30 PM', 2024-12-05T00:00:00Z",
    "12 Dec 2024, 2024-12-12T00:00:00Z",
    "'Thu, 12 Dec 2024 10:00:00 GMT', 2024-12-12T10:00:00Z",
    "0001-01-01T00:00:00Z, -",
    "1970-01-01T00:00:00Z, -",
    "2024-02-30, -",
    "20241399, -",
    "12/05/2024, -",
    "yesterday, -",
  })
  void written(String date, Instant instant) {
    assertThat(PageDates.parse(date)).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "https://a.example/2024/12/13/slug, 2024-12-13T00:00:00Z",
    "https://a.example/news/2024-12-13-slug.html, 2024-12-13T00:00:00Z",
    "https://a.example/slug-20241213, 2024-12-13T00:00:00Z",
    "https://a.example/tech/2024/dec/3/slug, 2024-12-03T00:00:00Z",
    "https://a.example/2024/13/13/slug, -",
    "https://a.example/id-120241213, -",
    "https://a.example/live-gd1978-12-16, -",
    "https://20241213.example/slug, -",
    "https://a.example/slug, -",
    "no address, -",
  })
  void in_url(String url, Instant day) {
    assertThat(PageDates.inUrl(url)).isEqualTo(day);
  }

  private static final String LD = "<script type='application/ld+json'>%s</script>";

  @Test
  void each_basis_in_its_order() throws Exception {
    String ld = LD.formatted("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-01-01\"}");
    String og = "<meta property='article:published_time' content='2024-01-02'>";
    String meta = "<meta name='Parsely-Pub-Date' content='2024-01-03'>";
    String time = "<article><h1>x</h1><time datetime='2024-01-04'>then</time></article>";
    assertDate(ld + og + meta + time, "2024-01-01", "json-ld");
    assertDate(og + meta + time, "2024-01-02", "opengraph");
    assertDate(meta + time, "2024-01-03", "meta");
    assertDate(time, "2024-01-04", "time");
    assertDate("<p>x", "2024-01-05", "url");
    Page page = read("<p>x", "https://a.example/slug", Instant.parse("2024-01-06T07:08:09Z"));
    assertThat(page.published()).isEqualTo("2024-01-06T07:08:09Z");
    assertThat(page.publishedBasis()).isEqualTo("last-modified");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "graph;{'@graph':[{'@type':'Page','datePublished':'2024-02-01'},{'@type':'Article','datePublished':'2024-01-01'}]}",
    "array; [{'@type':'Organization'},{'@type':['Thing','BlogPosting'],'datePublished':'2024-01-01'}]",
    "page alone; {'@type':'WebPage','datePublished':'2024-01-01'}",
    "main entity; {'@type':'WebPage','mainEntity':{'@type':'Article','datePublished':'2024-01-01'}}",
    "trailing comma; {'@type':'Article','datePublished':'2024-01-01',}",
    "CDATA; //<![CDATA[ {'@type':'Article','datePublished':'2024-01-01'} //]]>",
    "comment; <!-- {'@type':'Article','datePublished':'2024-01-01'} -->",
    "broken; {'@type':'Article','headline':'an \"unescaped\" quote','datePublished':'2024-01-01','x':",
    "not a comment's; {'@type':'Article','comment':[{'datePublished':'2023-05-05'}],'datePublished':'2024-01-01'}",
  })
  void json_ld(String name, String json) throws Exception {
    assertDate(LD.formatted(json.replace('\'', '"')), "2024-01-01", "json-ld");
  }

  @Test
  void times_of_other_things_are_none() throws Exception {
    String list = "<article><h2><a href=1>a</a></h2><time datetime='2024-01-04'></time></article>".repeat(3);
    assertThat(read(list, null, null).published()).isNull();
    String comment = "<article><h1>x</h1><div class='comments'><time datetime='2024-01-04'></time></div></article>";
    assertThat(read(comment, null, null).published()).isNull();
  }

  private static void assertDate(String html, String day, String basis) throws PageException {
    Page page = read(html, "https://a.example/2024/01/05/slug", Instant.parse("2024-01-06T00:00:00Z"));
    assertThat(page.published()).isEqualTo(day + "T00:00:00Z");
    assertThat(page.publishedBasis()).isEqualTo(basis);
  }

  private static Page read(String html, String url, Instant modified) throws PageException {
    return new PageReader().read(html.getBytes(StandardCharsets.UTF_8), "text/html", url, modified);
  }
}
