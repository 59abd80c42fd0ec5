package dev.chipledger.extract.model;

import java.util.List;

/**
 * A pair that a sentence might assert: who, and which target.
 *
 * @param buyer company id
 * @param vendor company id; null where the text does not tell
 * @param chip chip id; null for unnamed chips
 * @param buyerBefore the buyer is named only before the sentence or in the headline
 * @param targetBefore likewise the target
 * @param cloud the vendor is a cloud that sells no chips of its own: a seller
 */
public record Candidate(Kind kind, String buyer, String vendor, String chip, boolean buyerBefore, boolean targetBefore, boolean cloud) {

  /** What the target is. The order is the model's. */
  public enum Kind {
    /** A named chip of the buyer's own. */
    OWN_CHIP("make", "use"),
    /** A named chip of another's. */
    CHIP("buy", "rent", "use", "foundry"),
    /** A named chip, and who manufactures or helps to design it. */
    FOUNDRY_CHIP("foundry", "buy"),
    /** A vendor, without a named chip. */
    VENDOR("buy", "rent", "use", "foundry"),
    /** An unnamed chip of the buyer's own. */
    OWN("make", "use", "foundry"),
    /** Chips of an unnamed vendor. */
    UNKNOWN("buy", "rent", "use");

    private final List<String> actions;

    Kind(String... actions) {
      this.actions = List.of(actions);
    }

    /** What a sentence may say to be done with such a target. */
    public List<String> actions() {
      return actions;
    }
  }
}
