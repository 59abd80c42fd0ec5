package dev.chipledger.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private static final Path BATTERIES = Path.of("examples/batteries/lexicon");
  private static final String COMPANIES = "id\tnames\tbrands\tparent\tkind\nnvidia\tNvidia\t\t\tchipmaker\nmeta\tMeta\tFacebook\t\tcloud\n";
  private static final String CHIPS = "id\tnames\tvendor\tfamily\tkind\tyear\nh100\tH100\tnvidia\t\tgpu\t2022\n";

  @Test
  void theStandardLexiconHoldsTogether() {
    Lexicon lexicon = Lexicon.of(LexiconFiles.standard());
    assertThat(lexicon.companies()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(lexicon.chips()).hasSizeGreaterThanOrEqualTo(600);
    assertThat(lexicon.company("alphabet").names()).contains("Google");
    assertThat(lexicon.chip("h20").vendor()).isEqualTo("nvidia");
  }

  @Test
  void unknownParent() {
    refused(COMPANIES + "audi\tAudi\t\tvolkswagen\tauto\n", CHIPS, "", "audi has the unknown parent volkswagen");
  }

  @Test
  void chipWithoutVendor() {
    refused(COMPANIES, CHIPS + "x1\tX1\t\t\tgpu\t\n", "", "x1 has no vendor");
  }

  @Test
  void chipOfAnUnknownVendor() {
    refused(COMPANIES, CHIPS + "x1\tX1\tnobody\t\tgpu\t\n", "", "x1 has the unknown vendor nobody");
  }

  @Test
  void unknownFamily() {
    refused(COMPANIES, CHIPS + "x1\tX1\tnvidia\txs\tgpu\t\n", "", "x1 belongs to the unknown family xs");
  }

  @Test
  void nameThatTwoClaim() {
    refused(COMPANIES + "metal\tMeta\t\t\tother\n", CHIPS, "", "'Meta' is claimed by meta and metal");
  }

  @Test
  void nameThatTwoClaimWithARuleForOneOnly() {
    String names = "name\tentity\tcase\tneeds\tnot_before\tnot_after\tvalid_from\tvalid_to\nMeta\tmeta\t\t\t\t\t2021-10-28\t\n";
    refused(COMPANIES + "metal\tMeta\t\t\tother\n", CHIPS, names, "conditions for 'Meta', but none for metal");
  }

  @Test
  void aLaterEntryReplacesTheOneOfTheSameId() {
    LexiconFiles files = files(COMPANIES, CHIPS, "");
    Map<String, List<String>> texts = new HashMap<>(files.texts());
    texts.put("companies.tsv", List.of(COMPANIES, "id\tnames\tkind\nmeta\tMeta Platforms\tcloud\n"));
    assertThat(Lexicon.of(new LexiconFiles(texts)).company("meta").names()).containsExactly("Meta Platforms");
  }

  @Test
  void aFileThatIsNotThereIsOurs() {
    Lexicon lexicon = Lexicon.of(files(COMPANIES, CHIPS, ""));
    assertThat(lexicon.words(WordKind.CHIP)).contains("GPU");
    assertThat(lexicon.has("nvidia", Role.MAKER)).isTrue();
    assertThat(lexicon.has("meta", Role.MAKER)).isFalse();
    assertThat(lexicon.has("meta", Role.RESELLER)).isTrue();
    assertThat(lexicon.usesTrainedReader()).isTrue();
  }

  @Test
  void aFolderOfItsOwnReplacesOurs() {
    Lexicon lexicon = Lexicon.of(LexiconFiles.in(BATTERIES));
    assertThat(lexicon.company("nvidia")).isNull();
    assertThat(lexicon.words(WordKind.CHIP)).contains("battery").doesNotContain("GPU");
    assertThat(lexicon.chip("lfp").vendor()).isNull();
    assertThat(lexicon.has("catl", Role.MAKER)).isTrue();
    assertThat(lexicon.usesTrainedReader()).isFalse();
  }

  @Test
  void anAddedFolderJoinsOurs() {
    Lexicon ours = Lexicon.of(LexiconFiles.standard());
    Lexicon both = Lexicon.of(files(COMPANIES, CHIPS, "").plus(BATTERIES));
    assertThat(both.company("nvidia")).isNotNull();
    assertThat(both.words(WordKind.CHIP)).contains("battery", "GPU");
    assertThat(both.rules()).hasSizeGreaterThan(ours.rules().size());
    assertThat(both.rules().iterator().next().pattern()).isNotEqualTo(ours.rules().iterator().next().pattern()); // of one id, the added
  }

  @Test
  void aWordOfTheProductMayHaveConditions() {
    List<Name> cells = Lexicon.of(LexiconFiles.in(BATTERIES)).names().stream().filter(n -> n.folded().equals("cells")).toList();
    assertThat(cells).singleElement().satisfies(cell -> {
      assertThat(cell.kind()).isEqualTo(Name.Kind.CHIP_WORD);
      assertThat(cell.notBefore()).contains("solar");
    });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = ';', value = {
    "a kind of word that there is not; words.tsv; word kind/gpu chp; words.tsv line 2: 'chp' is none of [chip,",
    "a role that there is not; kinds.tsv; kind roles/chipmaker vendor; kinds.tsv line 2: 'vendor' is none of [maker,",
    "nobody to buy from; kinds.tsv; kind roles/cellmaker maker; no company is of a kind",
    "a setting that there is not; settings.tsv; setting value/reader both; the one setting is reader",
    "a confidence in words; patterns.tsv; id action status confidence pattern/p1 buy actual high {B}<buys>{V}; high is no confidence"
  })
  void mistakes(String name, String file, String rows, String message) {
    Map<String, List<String>> texts = new HashMap<>(files(COMPANIES, CHIPS, "").texts());
    texts.put(file, List.of(rows.replace(' ', '\t').replace('/', '\n')));
    assertThatThrownBy(() -> Lexicon.of(new LexiconFiles(texts))).isInstanceOf(LexiconException.class).hasMessageContaining(message);
  }

  private static void refused(String companies, String chips, String names, String message) {
    assertThatThrownBy(() -> Lexicon.of(files(companies, chips, names))).isInstanceOf(LexiconException.class).hasMessageContaining(message);
  }

  private static LexiconFiles files(String companies, String chips, String names) {
    Map<String, List<String>> texts = new HashMap<>();
    texts.put("companies.tsv", List.of(companies));
    texts.put("chips.tsv", List.of(chips));
    if (!names.isEmpty()) {
      texts.put("names.tsv", List.of(names));
    }
    return new LexiconFiles(texts);
  }
}
