package dev.chipledger.read.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Title and canonical address. */
class PageFieldsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '¦', nullValues = "-", value = {
    "og:title first ¦ <meta property=og:title content='The graph'><title>Other</title><h1>Next</h1> ¦ The graph",
    "h1 before title ¦ <title>Bank buys chips, at last</title><h1> Bank  buys&#10;chips </h1> ¦ Bank buys chips",
    "logo h1 ¦ <meta property=og:site_name content=Wafer><h1>Wafer</h1><h1>Bank buys chips</h1> ¦ Bank buys chips",
    "h1 of something else ¦ <title>Bank buys chips</title><h1>Most read</h1> ¦ Bank buys chips",
    "h1 that the address repeats ¦ <title>Wafer</title><h1>A slug that buys</h1> ¦ A slug that buys",
    "tail is the site ¦ <meta property=og:site_name content=Wafer><title>Bank buys | Wafer</title> ¦ Bank buys",
    "tail is the host ¦ <title>Bank buys - Wafer</title> ¦ Bank buys",
    "head is the site ¦ <meta property=og:site_name content=Wafer><title>Wafer: Bank buys</title> ¦ Bank buys",
    "tail is no site ¦ <title>Bank buys - again</title> ¦ Bank buys - again",
    "dash within ¦ <title>Bank - the large one - buys | Wafer</title> ¦ Bank - the large one - buys",
    "entities ¦ <title>AT&amp;T buys &#8220;chips&#8221;</title> ¦ AT&T buys “chips”",
    "only the site ¦ <meta property=og:site_name content=Wafer><title>Wafer</title> ¦ Wafer",
    "none ¦ <p>Words. ¦ -",
  })
  void title(String name, String html, String title) throws Exception {
    assertThat(read(html, "https://www.wafer.com/slug").title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "same host,          https://www.wafer.co.uk/a?id=1, https://www.wafer.co.uk/a,  https://www.wafer.co.uk/a",
    "same site,          https://amp.wafer.co.uk/a,      https://wafer.co.uk/a,      https://wafer.co.uk/a",
    "other site,         https://www.wafer.co.uk/a,      https://other.co.uk/a,      -",
    "other user,         https://one.github.io/a,        https://two.github.io/a,    -",
    "relative,           https://www.wafer.co.uk/a,      /a,                         -",
    "no web address,     https://www.wafer.co.uk/a,      javascript:alert(1),        -",
    "front page,         https://www.wafer.co.uk/a,      https://www.wafer.co.uk/,   -",
    "front page itself,  https://www.wafer.co.uk/,       https://www.wafer.co.uk/,   https://www.wafer.co.uk/",
    "broken,             https://www.wafer.co.uk/a,      'https://[wafer',           -",
    "unknown address,    -,                              https://www.wafer.co.uk/a,  https://www.wafer.co.uk/a",
    "address of numbers, http://127.0.0.1/a?b,           http://127.0.0.1/a,         http://127.0.0.1/a",
  })
  void canonical(String name, String url, String link, String canonical) throws Exception {
    assertThat(read("<link rel='canonical' href='" + link + "'><p>x", url).canonicalUrl()).isEqualTo(canonical);
    assertThat(read("<meta property='og:url' content='" + link + "'><p>x", url).canonicalUrl()).isEqualTo(canonical);
  }

  private static Page read(String html, String url) throws PageException {
    return new PageReader().read(html.getBytes(StandardCharsets.UTF_8), "text/html", url, null);
  }
}
