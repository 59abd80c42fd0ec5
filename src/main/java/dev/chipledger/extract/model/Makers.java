package dev.chipledger.extract.model;

import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.ChipModel;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Role;
import java.util.HashSet;
import java.util.Set;

/** What the lexicon says of companies as makers of chips. */
final class Makers {
  private final Lexicon lexicon;
  private final Set<String> makers = new HashSet<>();

  Makers(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (Chip chip : lexicon.chips()) {
      add(chip.vendor());
    }
    for (ChipModel model : lexicon.models()) {
      add(model.vendor());
    }
  }

  private void add(String vendor) {
    if (vendor != null) {
      makers.add(vendor);
    }
  }

  /** Whether chips of this company's make exist. */
  boolean isMaker(String company) {
    return makers.contains(company) || lexicon.has(company, Role.MAKER);
  }

  /** Whether it manufactures or packages chips for others. */
  boolean isFoundry(String company) {
    return lexicon.has(company, Role.MANUFACTURER);
  }

  /** Whether it has a part in others' own chips: manufactures them, or helps to design them. */
  boolean isPartner(String company) {
    return isFoundry(company) || lexicon.has(company, Role.PARTNER);
  }

  boolean isCloud(String company) {
    return lexicon.has(company, Role.RESELLER);
  }
}
