package dev.chipledger.extract;

import dev.chipledger.text.Span;

/**
 * What a reader makes of a sentence: who gets which chip from whom. Spans are UTF-16 offsets of the passage's text.
 *
 * @param vendor null where the text does not tell
 * @param chip null for a bare chip word
 * @param buyerSpan where the sentence names or points at the buyer; null if only the text before does
 * @param trigger the words that say so; null if a model read it as a whole
 * @param vendorSpan null if only the chip implies the vendor
 * @param chipSpan the chip or the chip word; null if neither is named
 * @param rule id of the pattern or model
 */
public record Reading(
    String buyer,
    String action,
    String vendor,
    String seller,
    String chip,
    String status,
    boolean restrictedTo,
    Span buyerSpan,
    Span trigger,
    Span vendorSpan,
    Span chipSpan,
    String rule,
    double confidence) {

  /**
   * What a pattern read, seconded by the trained reader: its words, the surer confidence, and the reader's status where no
   * cue told the pattern another than the plain one.
   */
  Reading joinedWith(Reading model) {
    return new Reading(
        buyer, action, vendor, seller, chip, status.equals("actual") ? model.status() : status, restrictedTo, buyerSpan, trigger,
        vendorSpan, chipSpan, rule + "+" + model.rule(), Math.max(confidence, model.confidence()));
  }
}
