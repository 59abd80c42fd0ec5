package dev.chipledger.extract;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Role;
import java.util.List;

/** Whether a sentence is about chips at all: the gate before the costly readers. */
final class ChipTalk {
  private final Lexicon lexicon;

  ChipTalk(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Whether a sentence could say who gets chips: it names a chip or says "chip", and names a company or a chip whose maker
   * is known; or it names a seller of chips and another company ("Meta is Nvidia's largest customer").
   */
  boolean mayClaim(List<Hit> hits) {
    boolean chip = false;
    boolean maker = false;
    String company = null;
    boolean seller = false;
    boolean several = false;
    for (Hit hit : hits) {
      if (hit.isChip() || hit.isChipWord()) {
        chip = true;
        maker |= hit.vendor() != null;
      } else if (hit.isCompany()) {
        several |= company != null && !company.equals(hit.entity());
        company = hit.entity();
        seller |= lexicon.has(hit.entity(), Role.SELLER);
      }
    }
    return chip && (company != null || maker) || seller && several;
  }

  /** Whether a sentence names a chip, says "chip", or names a seller of chips: whoever else it names may be a buyer that no lexicon lists. */
  boolean isAboutChips(List<Hit> hits) {
    return hits.stream().anyMatch(h -> h.isChip() || h.isChipWord() || h.isCompany() && lexicon.has(h.entity(), Role.SELLER));
  }

  /** Whether a sentence names a company, and a chip or chip word. */
  static boolean namesCompanyAndChip(List<Hit> hits) {
    return hits.stream().anyMatch(Hit::isCompany) && hits.stream().anyMatch(h -> h.isChip() || h.isChipWord());
  }
}
