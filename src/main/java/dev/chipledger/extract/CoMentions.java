package dev.chipledger.extract;

import dev.chipledger.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the companies and chips that one article names close together; keeps the closest pair of each two. */
final class CoMentions {
  private static final int SENTENCES_APART = 2;

  private record Pair(String company, String chip) {}

  private final Map<Pair, Extraction.CoMention> closest = new LinkedHashMap<>();

  /** @param hits of one field, in order */
  void add(String text, List<Hit> hits) {
    for (int i = 0; i < hits.size(); i++) {
      Hit one = hits.get(i);
      if (!one.isCompany() && !one.isChip() && !one.isChipWord()) {
        continue;
      }
      for (int j = i + 1; j < hits.size() && hits.get(j).sentence() - one.sentence() <= SENTENCES_APART; j++) {
        Hit other = hits.get(j);
        Hit company = one.isCompany() ? one : other;
        Hit chip = one.isCompany() ? other : one;
        if (!company.isCompany() || !chip.isChip() && !chip.isChipWord()) {
          continue;
        }
        Pair pair = new Pair(company.entity(), chip.isChip() ? chip.entity() : null);
        int apart = other.sentence() - one.sentence();
        Extraction.CoMention former = closest.get(pair);
        if (former != null && former.sentencesApart() < apart) {
          continue;
        }
        int words = Tokens.wordsBetween(text, one.end(), Math.max(one.end(), other.start()));
        if (former == null || apart < former.sentencesApart() || words < former.tokensApart()) {
          closest.put(pair, new Extraction.CoMention(pair.company(), pair.chip(), apart, words));
        }
      }
    }
  }

  List<Extraction.CoMention> closest() {
    return new ArrayList<>(closest.values());
  }
}
