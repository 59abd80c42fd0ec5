package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StoriesTest {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 17);
  private static final String PARAGRAPH =
      "The town has waited long for this, the mayor said on Friday, and those who came early were not let down by what they saw there, though "
          + "it rained all day and the band was late once more.";
  private static final Lexicon LEXICON = Lexicon.of(LexiconFiles.standard());

  /** In the cases ⏎ is a line end, {p} a paragraph, and ¦ stands where a story starts. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/extract/stories.csv", numLinesToSkip = 1)
  void cuts(String name, String title, String marked, String lastDate) {
    String[] expected = Arrays.stream(lines(marked).split("¦")).skip(1).toArray(String[]::new);
    String text = String.join("", expected);
    List<Story> stories = Stories.of(title, text, DAY);
    assertThat(stories.stream().map(s -> text.substring(s.span().start(), s.span().end()))).containsExactly(expected);
    Story last = stories.get(stories.size() - 1);
    assertThat(last.published()).isEqualTo(lastDate == null ? null : LocalDate.parse(lastDate));
  }

  @Test
  void aStoryOfAFeedHasItsOwnHeadline() {
    List<Story> stories = Stories.of("Bus lane opens", lines("{p}⏎Bloomberg⏎Bank error costs millions⏎{p}"), DAY);
    assertThat(stories).extracting(Story::headline).containsExactly(null, "Bank error costs millions");
  }

  @Test
  void aTextUnderAForeignTitleHasItsOwnHeadline() {
    String text = "3 Chip Stocks to Buy\n" + PARAGRAPH + " It is very important to do your own analysis before making any investment.";
    assertThat(Stories.of("Bus lane opens", text, DAY)).extracting(Story::headline).containsExactly("3 Chip Stocks to Buy");
    assertThat(Stories.of("Three chip stocks to buy", text, DAY)).extracting(Story::headline).containsOnlyNulls();
    assertThat(Stories.of("Bus lane opens", "Chips for all\n" + PARAGRAPH, DAY)).extracting(Story::headline).containsOnlyNulls();
  }

  @Test
  void whatTheCompanyIsNeverStandsInAnotherStory() {
    String two = "{p} Microsoft met its goals.⏎Bloomberg⏎Bank error costs millions⏎The company bought 5,000 H100 chips. {p}";
    assertThat(references(two)).containsOnlyNulls();
    assertThat(references(two.replace("Bloomberg⏎", ""))).containsOnly("microsoft");
    assertThat(references("{p}⏎Bloomberg⏎Oracle builds a data center⏎{p} The company bought 5,000 H100 chips.")).containsOnly("oracle");
  }

  private static List<String> references(String marked) {
    return new PassageFinder(LEXICON).sections("Bus lane opens", lines(marked), DAY).stories().stream()
        .flatMap(s -> s.passages().stream())
        .filter(p -> p.words().startsWith("The company"))
        .flatMap(p -> p.references().stream())
        .map(Reference::company)
        .toList();
  }

  @Test
  void coMentionsStayInOneStory() {
    Extractor extractor = Extractor.withoutClaims(LEXICON);
    String apart = "{p} Microsoft met its goals.⏎Bloomberg⏎GPU prices fall⏎{p}";
    assertThat(extractor.extract("", lines(apart), DAY).coMentions()).isEmpty();
    assertThat(extractor.extract("", lines(apart.replace("Bloomberg⏎", "")), DAY).coMentions()).isNotEmpty();
  }

  @Test
  void datesOfAStoryCountFromItsOwnDay() {
    String text = lines(
        "{p}⏎Banks raise rates again⏎By Ann Stone⏎March 3, 2018⏎{p} Microsoft will buy 10,000 H100 chips from Nvidia next year.");
    List<Extraction.Claim> claims = new Extractor(LEXICON).extract("", text, DAY).claims();
    assertThat(claims).isNotEmpty().allSatisfy(c -> assertThat(c.eventStart()).isEqualTo(LocalDate.of(2019, 1, 1)));
  }

  @Property(tries = 500)
  void storiesCoverTheTextInOrder(@ForAll("feeds") String text) {
    int at = 0;
    for (Story story : Stories.of("Bus lane opens", text, DAY)) {
      Span span = story.span();
      assertThat(span.start()).isEqualTo(at);
      at = span.end();
    }
    assertThat(at).isEqualTo(text.length());
  }

  @Provide
  Arbitrary<String> feeds() {
    Arbitrary<String> lines =
        Arbitraries.of(
            "Bloomberg", "TipRanks", " Benzinga ", "Bank error costs millions", "By Ann Stone", "March 3, 2018", "2 hours ago",
            PARAGRAPH, "", "\r", "😀");
    return Arbitraries.oneOf(List.of(lines, lines, lines, Arbitraries.strings().ofMaxLength(6)))
        .list().ofMaxSize(20).map(some -> String.join("\n", some));
  }

  private static String lines(String marked) {
    return marked.replace("{p}", PARAGRAPH).replace('⏎', '\n');
  }
}
