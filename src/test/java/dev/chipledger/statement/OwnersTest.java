package dev.chipledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.extract.Resources;
import dev.chipledger.text.Folding;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {
  private static final Owners OWNERS = Owners.standard();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/statement/owners.csv", numLinesToSkip = 1)
  void ofPublisher(String name, String publisher, String owner) {
    assertThat(OWNERS.owner(publisher)).isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource({
      "financial times,nikkei", "reuters,reuters", "bloomberg news,bloomberg", "wsj,news-corp", "the information,the-information",
      "omdia,omdia", "trendforce,trendforce", "tom's hardware,future", "commercial times,china-times"})
  void namesOfSources(String name, String owner) {
    assertThat(OWNERS.sourceNames()).containsEntry(name, owner);
  }

  @ParameterizedTest
  @CsvSource({"information", "fortune", "time", "foundry", "nvidia", "the week", "polygon"})
  void commonWordsAndCompaniesAreNoSources(String name) {
    assertThat(OWNERS.sourceNames()).doesNotContainKey(name);
  }

  @Test
  void aSourceIsTheVoiceOfItsOwnArticles() {
    assertThat(OWNERS.sourceNames()).allSatisfy((name, owner) -> {
      assertThat(name).isEqualTo(new String(Folding.fold(name)).strip());
      assertThat(OWNERS.owner(name)).isEqualTo(owner);
    });
  }

  @Test
  void everyOwnerWithANameHasAnAddress() {
    Set<String> named = new HashSet<>(OWNERS.sourceNames().values());
    Resources.rows("/statement/owners.tsv").stream().filter(row -> row[1].equals("domain")).forEach(row -> named.remove(row[0]));
    assertThat(named).isEmpty();
  }
}
