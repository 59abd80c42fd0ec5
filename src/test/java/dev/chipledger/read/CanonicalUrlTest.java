package dev.chipledger.read;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "https://news.example/a/b", "http://news.example/a/b", "https://NEWS.example:443/a/b/", "//news.example/a/b",
    "https://www.news.example/a/b#top", "https://m.news.example/a/b?utm_source=x&utm_medium=y", "news.example/a/b?fbclid=1&GCLID=2",
    "https://amp.news.example/a/b", "https://news.example/a/b/amp/", "https://news.example/a/b.amp", "https://news.example/a/b?amp=1",
    "https://news.example/a/b?outputType=amp", " https://news.example/a/b? "})
  void one_address_for_many(String url) {
    assertThat(CanonicalUrl.of(url)).isEqualTo("https://news.example/a/b");
  }

  @Test
  void what_tells_articles_apart_stays() {
    assertThat(CanonicalUrl.of("https://x.example/?id=2&a=1")).isEqualTo("https://x.example?a=1&id=2");
    assertThat(CanonicalUrl.of("https://x.example:8080/A")).isEqualTo("https://x.example:8080/A");
    assertThat(CanonicalUrl.of("https://m.example/a")).isEqualTo("https://m.example/a");
    assertThat(CanonicalUrl.of("https://x.example/a?reference=1")).isEqualTo("https://x.example/a?reference=1");
    assertThat(CanonicalUrl.of("urn:isbn:123")).isEqualTo("urn:isbn:123");
    assertThat(CanonicalUrl.of("no address")).isEqualTo("no address");
  }

  @Test
  void hosts() {
    assertThat(CanonicalUrl.host("https://www.Chip.example/a")).isEqualTo("chip.example");
    assertThat(CanonicalUrl.host("urn:isbn:123")).isNull();
  }

  @Property
  void canonical_is_canonical(@ForAll String path, @ForAll String query) {
    String once = CanonicalUrl.of("https://www.x.example/" + path + "?" + query);
    assertThat(CanonicalUrl.of(once)).isEqualTo(once);
  }

  @Test
  void what_is_longer_than_any_address_comes_back_at_once() {
    for (String long_ : java.util.List.of("http://a.example/" + "/".repeat(100_000) + "x", "http://a.example" + "/amp".repeat(100_000))) {
      assertThat(CanonicalUrl.of(long_)).isEqualTo(long_);
    }
    assertThat(CanonicalUrl.of("http://a.example/x" + "/amp".repeat(1_000))).isEqualTo("https://a.example/x");
  }
}
