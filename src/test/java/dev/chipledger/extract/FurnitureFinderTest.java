package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FurnitureFinderTest {
  private static final Lexicon LEXICON = Lexicon.of(LexiconFiles.standard());
  private static final PassageFinder PASSAGES = new PassageFinder(LEXICON);
  private static final FurnitureFinder FURNITURE = new FurnitureFinder(LEXICON);

  /** In the cases ⏎ is a line end, and the sentence stands between brackets [[ ]]. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/furniture.csv", numLinesToSkip = 1)
  void tellsByShape(String name, String marked, String expected) {
    String lines = marked.replace('⏎', '\n');
    int start = lines.indexOf("[[");
    int end = lines.indexOf("]]") - 2;
    String text = lines.replace("[[", "").replace("]]", "");
    Furniture found = of(text, new Span(start, end));
    assertThat(found == null ? null : found.word()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/furniture-cut.csv", numLinesToSkip = 1)
  void cutsOffWhatIsGluedInFront(String name, String text, String proper) {
    Span found = found(text, new Span(0, text.length())).proper();
    assertThat(text.substring(found.start(), found.end())).isEqualTo(proper);
  }

  @Test
  void titlesAreNone() {
    String headlines = "AMD beats Intel again Why Nvidia chips are late What to know of new phones How to build a PC this year";
    Extractor extractor = Extractor.withoutClaims(LEXICON);
    assertThat(extractor.extract(headlines, "", null).sentences()).extracting(Extraction.Sentence::furniture).containsOnlyNulls();
    assertThat(extractor.extract("", headlines, null).sentences()).extracting(Extraction.Sentence::furniture).doesNotContainNull();
  }

  @Property(tries = 500)
  void whoGetsWhatIsNone(
      @ForAll("plainSentences") String sentence, @ForAll("neighbours") List<String> before, @ForAll("neighbours") List<String> after) {
    String above = String.join("\n", before) + "\n";
    String text = above + sentence + "\n" + String.join("\n", after);
    assertThat(of(text, new Span(above.length(), above.length() + sentence.length()))).as(sentence).isNull();
  }

  @Property(tries = 300)
  void anyTextIsTakenAndTellsTheSameTwice(@ForAll String text) {
    Span all = new Span(0, text.length());
    if (!text.isBlank()) {
      assertThat(of(text, all)).isEqualTo(of(text, all));
    }
  }

  private static FurnitureFinder.Found found(String text, Span sentence) {
    String words = text.substring(sentence.start(), sentence.end());
    List<Hit> hits =
        PASSAGES.hits(words, LocalDate.of(2024, 12, 12)).stream()
            .map(h -> new Hit(h.kind(), h.entity(), h.vendor(), h.start() + sentence.start(), h.end() + sentence.start(), 0))
            .toList();
    return FURNITURE.of(text, sentence, hits);
  }

  private static Furniture of(String text, Span sentence) {
    return found(text, sentence).reason();
  }

  @Provide
  Arbitrary<String> plainSentences() {
    return Combinators.combine(
            Arbitraries.of("", "On Tuesday ", "According to Reuters, ", "In 2025, "),
            Arbitraries.of(
                "Meta", "ByteDance", "The New York Times owner", "Best Buy", "Google", "TikTok's parent ByteDance", "Tesla", "xAI and Oracle"),
            Arbitraries.of("bought", "will buy", "has ordered", "is renting", "plans to use", "may not buy", "said it uses"),
            Arbitraries.of("", "100,000 ", "$5 billion worth of ", "15% more ", "the latest "),
            Arbitraries.of("Nvidia H100 chips", "GPUs from AMD", "TPUs made by Google", "Snapdragon processors", "RTX 4090 graphics cards"),
            Arbitraries.of("", " this year", " for The Verge", " in Asia", " at $30,000 each"),
            Arbitraries.of("", ".", "."))
        .as((when, who, does, many, what, where, stop) -> when + who + " " + does + " " + many + what + where + stop);
  }

  @Provide
  Arbitrary<List<String>> neighbours() {
    return Arbitraries.of("Home", "Nvidia H100 GPUs", "Laptops and PCs", "AMD Ryzen 9 7950X", "It was a good year for chips, analysts said.")
        .list().ofMinSize(2).ofMaxSize(3);
  }
}
