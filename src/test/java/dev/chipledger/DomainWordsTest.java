package dev.chipledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the news is read for is data: no rule in Java knows a word of one product, for a lexicon folder may bring another. */
class DomainWordsTest {
  private static final Path MAIN = Path.of("src/main/java/dev/chipledger");

  /** A comment or a sign, to be passed over; or a text, as group 1. */
  private static final Pattern TOKEN = Pattern.compile("(?s)//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'|\"((?:\\\\.|[^\"\\\\])*)\"");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?i)chip|silicon|semicond|foundr|wafer|processor|accelerator|modem|chiplet|(?<!\\p{L})(?:[cgnt]pu|soc|fpga|asic|nvidia|amd|intel|tsmc"
              + "|broadcom|qualcomm|hyperscaler|designer|memory|laptop|smartphone|handset|batter(?:y|ies)|lfp|catl)s?(?!\\p{L})");

  /** Names of columns, kinds of mentions, parts, files and actions, whatever the product; names of groups in patterns stand in angle brackets. */
  private static final Set<String> ALLOWED =
      Set.of("chip", "chips", "chip_word", "chips.tsv", "chip_models.tsv", "foundry", "chip ", "chip words", "all chips");

  @ParameterizedTest
  @ValueSource(strings = {"extract", "lexicon", "statement", "text"})
  void no_text_in_the_rules_names_a_product(String part) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve(part))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(domainTexts(Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  private static List<String> domainTexts(String java) {
    return TOKEN.matcher(java).results().map(m -> m.group(1)).filter(t -> t != null && !ALLOWED.contains(t))
        .filter(t -> DOMAIN.matcher(t.replaceAll("(?:<|\\b)chip[>|]", "")).find()).toList();
  }
}
