package dev.chipledger.extract.model;

import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.ChipModel;
import dev.chipledger.lexicon.Company;
import dev.chipledger.lexicon.Lexicon;
import java.util.HashSet;
import java.util.Set;

/** What the lexicon says of companies as makers of chips. */
final class Makers {
  private static final Set<String> MAKER_KINDS = Set.of("chipmaker", "designer", "foundry", "memory", "packaging");
  private static final Set<String> FOUNDRY_KINDS = Set.of("foundry", "packaging");
  /** Firms that design custom chips for others, beside foundries. */
  private static final Set<String> PARTNERS = Set.of("broadcom", "marvell", "mediatek", "alchip", "guc", "global-unichip");

  private final Set<String> makers = new HashSet<>();
  private final Set<String> foundries = new HashSet<>();
  private final Set<String> clouds = new HashSet<>();

  Makers(Lexicon lexicon) {
    for (Company company : lexicon.companies()) {
      if (company.kinds().stream().anyMatch(MAKER_KINDS::contains)) {
        makers.add(company.id());
      }
      if (company.kinds().stream().anyMatch(FOUNDRY_KINDS::contains)) {
        foundries.add(company.id());
      }
      if (company.kinds().contains("cloud")) {
        clouds.add(company.id());
      }
    }
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
    return makers.contains(company);
  }

  /** Whether it manufactures or packages chips for others. */
  boolean isFoundry(String company) {
    return company != null && foundries.contains(company);
  }

  /** Whether it has a part in others' own chips: manufactures them, or helps to design them. */
  boolean isPartner(String company) {
    return isFoundry(company) || PARTNERS.contains(company);
  }

  boolean isCloud(String company) {
    return clouds.contains(company);
  }
}
