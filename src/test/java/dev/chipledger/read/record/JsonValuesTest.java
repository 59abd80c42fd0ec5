package dev.chipledger.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.read.Article;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.read.InMemory;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      an array                    | [{"text":"one"},{"text":"two"}]                  | one;two
      over lines                  | [\\n {\\n "text":"one"\\n},\\n {"text":"two"}\\n]\\n | one;two
      one after the other         | {\\n"text":"one"}\\n{\\n"text":"two"}             | one;two
      brackets in a string        | [{"text":"a ] b } c"},{"text":"two"}]            | a ] b } c;two
      an escaped quote            | [{"text":"a \\" ] b"},{"text":"two"}]            | a " ] b;two
      a broken one between        | [{"text":"one"},{"text" "x"},{"text":"two"}]     | one;!bad_json;two
      a number between            | [{"text":"one"}, 17, {"text":"two"}]             | one;!not_an_object;two
      a list in the list          | [["x"],{"text":"two"}]                           | !not_an_object;two
      cut off                     | [{"text":"one"},{"text":"tw                      | one;!bad_json
      an empty array              | []                                               | ``
      """)
  void as_it_is_found(String what, String file, String words) throws IOException {
    assertThat(InMemory.words(InMemory.read("a.json", file.replace("\\n", "\n")))).containsExactly(
        words.isEmpty() ? new String[0] : words.split(";"));
  }

  @Test
  void a_column_inside_another() throws IOException {
    FieldMap map = FieldMap.of(List.of("text=article.body.text", "published=meta.date"));
    String file = "[{\"article\":{\"body\":{\"text\":\"words\"}},\"meta\":{\"date\":\"2024-12-12\",\"x\":[1]}}]";
    Article article = (Article) InMemory.read("a.json", file.getBytes(), null, map).get(0);
    assertThat(article.text()).isEqualTo("words");
    assertThat(article.publishedAt()).hasToString("2024-12-12T00:00:00Z");
  }

  @Test
  void an_element_too_long_costs_itself() throws IOException {
    String file = "[{\"text\":\"" + "x".repeat(20 << 20) + "\"},{\"text\":\"two\"}]";
    assertThat(InMemory.words(InMemory.read("a.json", file))).containsExactly("!too_long", "two");
  }

  @Property(tries = 300)
  void any_bytes_come_to_an_end(@ForAll byte[] bytes) throws IOException {
    assertThat(InMemory.read("a.json", bytes, Format.JSON, FieldMap.none()).size()).isLessThanOrEqualTo(bytes.length + 1);
  }
}
