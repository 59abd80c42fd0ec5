package dev.chipledger.read.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "header,                  windows-1251, text/html; charset=windows-1251,   -,            Новые чипы",
    "quoted header,           UTF-8,        'text/html;charset=\"utf-8\"',     -,            größer",
    "meta,                    Shift_JIS,    text/html,                         shift_jis,    半導体の注文",
    "meta for its superset,   windows-1252, -,                                 iso-8859-1,   “more” – 5 €",
    "Chinese superset,        GB18030,      -,                                 gb2312,       芯片訂單",
    "header beats meta,       windows-1250, text/html; charset=windows-1250,   iso-8859-1,   příliš žluťoučký",
    "UTF-8 whatever is said,  UTF-8,        text/html; charset=iso-8859-1,     windows-1252, größer",
    "meta lies of UTF-16,     UTF-8,        -,                                 utf-16le,     größer",
    "UTF-8 claimed in vain,   windows-1252, text/html; charset=utf-8,          utf-8,        Für die größere würde",
    "unknown name,            UTF-8,        text/html; charset=x-none,         klingon,      größer",
    "nothing said,            UTF-8,        -,                                 -,            größer",
    "nothing said at all,     windows-1252, -,                                 -,            Für die größere würde",
  })
  void charset(String name, String written, String header, String meta, String words) throws Exception {
    String type = meta == null ? "" : "<meta http-equiv='Content-Type' content='text/html; charset=" + meta + "'>";
    String html = "<html><head>" + type + "</head><body><p>" + words + "</p>";
    assertThat(PageText.decode(html.getBytes(Charset.forName(written)), header)).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8"})
  void byte_order_mark_beats_all(String charset) throws Exception {
    byte[] html = ("\uFEFF<meta charset='windows-1252'><p>größer").getBytes(Charset.forName(charset));
    assertThat(PageText.decode(html, "text/html; charset=koi8-r")).isEqualTo("<meta charset='windows-1252'><p>größer");
  }

  @Test
  void utf8_cut_within_a_character_stays_utf8() throws Exception {
    byte[] html = "<p>größer, größer".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(html, html.length - 4);
    assertThat(PageText.decode(cut, null)).startsWith("<p>größer, gr");
  }
}
