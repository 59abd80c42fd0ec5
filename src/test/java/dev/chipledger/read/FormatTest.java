package dev.chipledger.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      a web archive                    | WARC/1.0\\r\\nWARC-Type: warcinfo           | warc
      of version 1.1                   | WARC/1.1\\nWARC-Type: response             | warc
      an ARC                           | filedesc://x.arc 0.0.0.0 20080430204825 text/plain 1300\\n1 0 | warc
      Parquet                          | PAR1rubbish                               | parquet
      an object a line                 | {"text":"x"}\\n{"text":"y"}                | jsonl
      an object that ends later        | {"text":"a long te                        | jsonl
      the same after a byte order mark | BOM{"text":"x"}                        | jsonl
      an object over several lines     | {\\n  "text": "x"\\n}                       | json
      an object that opens a list      | {"text": "x", "authors": [\\n"a"]}         | json
      an array                         | [\\n {"text":"x"}                          | json
      CSV                              | url,title,text\\na,b,c                     | csv
      TSV with quoted names            | "url"\\t"date"\\t"text"\\n                   | csv
      semicolons                       | Date;Title;Body\\n1;2;3                    | csv
      a README                         | # Data, and what is in it\\n\\ntext, title   | -
      prose with commas                | Nvidia, AMD and Intel, title holders      | -
      a list of words                  | url title text                            | -
      rubbish                          | RUBBISH                                   | -
      nothing                          | ``                                        | -
      """)
  void by_the_first_bytes(String what, String start, String format) {
    String text = start.translateEscapes().replace("BOM", "\uFEFF").replace("RUBBISH", "\1\2");
    assertThat(Format.ofStart(text.getBytes(UTF_8)).map(Format::word).orElse("-")).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      CC-NEWS-20241212.warc.gz, warc
      CC-NEWS.warc.wet.gz,      warc
      old.ARC.GZ,               warc
      a.json,                   json
      a.jsonl.zst,              jsonl
      a.ndjson.xz,              jsonl
      a.tsv.bz2,                csv
      part-0.zstd.parquet,      parquet
      README.md,                -
      a.gz,                     -
      """)
  void by_the_name(String name, String format) {
    assertThat(Format.ofName(name).map(Format::word).orElse("-").toLowerCase(Locale.ROOT)).isEqualTo(format);
  }
}
