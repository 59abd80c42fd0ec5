package dev.chipledger.extract;

import dev.chipledger.lexicon.Name;
import java.util.List;

/**
 * An entity at a place of one field, inside the extractor: offsets are UTF-16.
 *
 * @param entity company, chip or region id, or the chip word
 * @param vendor for chips: who makes it; null if several do or it is no chip
 * @param sentence index of the sentence it stands in
 * @param provisional whether no lexicon lists it: the text shows it to be a company or chip
 */
public record Hit(Name.Kind kind, String entity, String vendor, int start, int end, int sentence, boolean provisional) {
  /** One of the lexicon's. */
  public Hit(Name.Kind kind, String entity, String vendor, int start, int end, int sentence) {
    this(kind, entity, vendor, start, end, sentence, false);
  }

  /** As the tables write it: company, chip or chip_word; null for what is no entity of theirs, as regions. */
  public String kindWord() {
    return isCompany() ? "company" : isChip() ? "chip" : isChipWord() ? "chip_word" : null;
  }

  public boolean isCompany() {
    return kind.isCompany();
  }

  public boolean isChip() {
    return kind == Name.Kind.CHIP;
  }

  public boolean isChipWord() {
    return kind == Name.Kind.CHIP_WORD;
  }

  /**
   * Those that the lexicon lists: they hold for every printing alike, whereas what shows an unlisted name to be a firm's may stand in one
   * article and not in another.
   */
  static List<Hit> listed(List<Hit> hits) {
    return hits.stream().anyMatch(Hit::provisional) ? hits.stream().filter(h -> !h.provisional()).toList() : hits;
  }
}
