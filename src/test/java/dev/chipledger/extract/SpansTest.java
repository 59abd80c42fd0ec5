package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever the text: every span leads back to its characters, counted in code points. */
class SpansTest {
  private static final Extractor EXTRACTOR = new Extractor(Lexicon.of(LexiconFiles.standard()));

  @Property(tries = 400)
  void everySpanLeadsBack(@ForAll("texts") String title, @ForAll("texts") String text) {
    Extraction extraction = EXTRACTOR.extract(title, text, LocalDate.of(2024, 12, 12));
    for (Extraction.Mention mention : extraction.mentions()) {
      assertThat(cut(title, text, mention.field(), mention.start(), mention.end())).isEqualTo(mention.surface());
    }
    for (Extraction.Sentence sentence : extraction.sentences()) {
      assertThat(cut(title, text, sentence.field(), sentence.start(), sentence.end())).isEqualTo(sentence.text());
    }
    for (Extraction.Claim claim : extraction.claims()) {
      assertThat(extraction.sentences()).anyMatch(s -> s.field() == claim.field() && s.start() == claim.start() && s.end() == claim.end());
      assertThat(claim.confidence()).isBetween(0.0, 1.0);
      for (Extraction.Part part : claim.spans()) {
        assertThat(cut(title, text, part.field(), part.start(), part.end())).isNotBlank();
      }
    }
  }

  @Property(tries = 100)
  void readingTwiceGivesTheSame(@ForAll("texts") String text) {
    assertThat(EXTRACTOR.extract(null, text, null)).isEqualTo(EXTRACTOR.extract(null, text, null));
  }

  private static String cut(String title, String text, Field field, int start, int end) {
    String of = field == Field.TITLE ? title : text;
    return of.substring(of.offsetByCodePoints(0, start), of.offsetByCodePoints(0, end));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Nvidia", "ByteDance", "H100", "Blackwell chips", "the company", "is buying", "plans to use", "largest buyer of", "Meta", "TikTok",
            "in Asia", "GPUs", "RTX 3050 Ti or 3060", "according to Reuters", "😀", "e\u0301", "مرحبا", "\u202Eabc", "\r\n", "\n\n", ". ", "🇺🇸", "AMD’s", "Corp. ");
    Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(4);
    return Arbitraries.oneOf(List.of(words, words, words, noise)).list().ofMaxSize(25).map(parts -> String.join(" ", parts));
  }
}
