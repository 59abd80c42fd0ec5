package dev.chipledger.read.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.read.Article;
import dev.chipledger.read.InMemory;
import dev.chipledger.read.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRecordsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      plain                    | url,text¶a,one¶b,two¶               | -header;one;two
      no line end at the end   | url,text¶a,one                        | -header;one
      tabs                     | url→text¶a→one, and more¶           | -header;one, and more
      line ends of Windows     | url,text®¶a,one®¶b,two®¶         | -header;one;two
      quoted line end          | url,text¶a,«one¶more«¶b,two¶       | -header;one¶more;two
      doubled quote            | url,text¶a,«say ««hi«««¶b,«two«¶     | -header;say «hi«;two
      backslash before a quote | url,text¶a,«say ¤«hi¤«, he said«¶b,two¶ | -header;say «hi«, he said;two
      an inch is no quote      | url,text¶a,a 5« disk¶b,two¶           | -header;a 5« disk;two
      a column too many        | url,text¶a,one,more¶b,two¶           | -header;!bad_csv;two
      bare CR as line end      | url,text®a,one®b,two®                        | !bad_csv
      a quote never closed     | url,text¶a,«one¶b,two¶                       | -header;!bad_csv
      a quote that stands alone | url,text¶a,«one¶b,«two«¶                    | -header;!bad_csv
      blank lines              | url,text¶¶a,one¶  ¶                 | -header;-blank_line;one;-blank_line
      no text                  | url,text¶a,¶b,two                     | -header;!no_text;two
      """)
  void as_it_is_found(String what, String file, String words) throws IOException {
    assertThat(InMemory.words(InMemory.read("a.csv", written(file)))).containsExactly(written(words).split(";"));
  }

  /** Signs for what a table of cases can't hold. */
  private static String written(String shown) {
    return shown.replace('¶', '\n').replace('®', '\r').replace('→', '\t').replace('«', '"').replace('¤', '\\');
  }

  @Test
  void positions_are_bytes() throws IOException {
    List<Outcome> outcomes = InMemory.read("a.csv", "url,text\né,\"one\nmore\"\nb,two\n");
    assertThat(outcomes.subList(1, 3)).extracting(o -> ((Article) o).position()).containsExactly(9L, 23L);
  }

  @Test
  void a_quote_that_nothing_closes_costs_one_record() throws IOException {
    String lost = "a,\"" + "x\n".repeat(9 << 20); // longer than a record may be
    List<String> words = InMemory.words(InMemory.read("a.csv", "url,text\n" + lost + "b,two\n"));
    assertThat(words).startsWith("-header", "!too_long").endsWith("two");
  }

  @Test
  void what_is_no_utf8_is_a_reject() throws IOException {
    byte[] bytes = "url,text\na,caf?\nb,two\n".getBytes(UTF_8);
    bytes[14] = (byte) 0xE9;
    assertThat(InMemory.words(InMemory.read("a.csv", bytes))).containsExactly("-header", "!bad_utf8", "two");
  }
}
