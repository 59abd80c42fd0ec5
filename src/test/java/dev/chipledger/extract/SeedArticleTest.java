package dev.chipledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipledger.Shared;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The article that the product was founded on, read whole: these claims and no other, each with its exact characters. */
class SeedArticleTest {
  private static final Path ARTICLE = Path.of("../shared/gold/seed-article.json");

  @Test
  void holdsItsClaimsAndNoOther() throws Exception {
    Shared.needs(ARTICLE);
    JsonNode article = new ObjectMapper().readTree(ARTICLE.toFile());
    String text = article.path("text").asText();
    Extraction extraction =
        new Extractor(Lexicon.of(LexiconFiles.standard())).extract(article.path("title").asText(), text, LocalDate.of(2024, 12, 12));
    List<String> claims =
        extraction.claims().stream()
            .filter(c -> c.field() == Field.TEXT)
            .map(
                c ->
                    String.join(
                        " ", c.buyer(), c.action(), c.vendor(), c.chip() == null ? "-" : c.chip(), c.status(),
                        c.rank() == null ? "-" : "rank" + c.rank(), c.region() == null ? "-" : c.region(), c.restrictedTo() ? "only" : "-",
                        part(c, "buyer", text), "/", part(c, "trigger", text), "/", part(c, "chip", text)))
            .toList();
    assertThat(claims)
        .containsExactlyInAnyOrder(
            "bytedance buy nvidia - actual rank1 asia - ByteDance / largest buyer / chips",
            "bytedance buy nvidia - actual - - - The company / purchasing / GPUs",
            "bytedance buy nvidia h20 actual - china only the company / purchasing / H20",
            "bytedance use nvidia h100 possible - - - ByteDance / access / H100",
            "bytedance use nvidia blackwell possible - - - ByteDance / access / Blackwell",
            "bytedance buy nvidia - actual rank1 china - ByteDance / largest customer / ",
            "bytedance buy nvidia - actual rank1 asia - it / top buyer / ",
            "bytedance make bytedance - planned - - - The company / working on / AI chip",
            "bytedance buy huawei - considered - - - ByteDance / exploring / chip",
            "bytedance use huawei ascend-910b planned - - - The company / use / Ascend 910B");
  }

  @Test
  void aQuestionAssertsNothing() {
    Extractor extractor = new Extractor(Lexicon.of(LexiconFiles.standard()));
    assertThat(extractor.extract("", "Is ByteDance the largest buyer of Nvidia chips in Asia?", LocalDate.of(2024, 12, 12)).claims()).isEmpty();
    assertThat(extractor.extract("", "ByteDance is the largest buyer of Nvidia chips in Asia.", LocalDate.of(2024, 12, 12)).claims()).isNotEmpty();
  }

  private static String part(Extraction.Claim claim, String part, String text) {
    return claim.spans().stream()
        .filter(p -> p.part().equals(part))
        .map(p -> text.substring(text.offsetByCodePoints(0, p.start()), text.offsetByCodePoints(0, p.end())))
        .findFirst()
        .orElse("");
  }
}
