package dev.chipledger.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
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
