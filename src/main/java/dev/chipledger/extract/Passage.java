package dev.chipledger.extract;

import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.List;

/**
 * A sentence to be read, with what its reader may look at. Offsets are UTF-16 units of {@code text}.
 *
 * @param text the whole field (title or body) that the sentence stands in
 * @param title the article's headline; empty if absent or if the sentence is the headline itself
 * @param hits entities inside the sentence, in order
 * @param before entities of the sentences just before, in order; fewer at a paragraph's or an article's start
 * @param beforeSpan from the first of those sentences to the last; empty span at the sentence's start if none
 * @param titleHits entities in the headline, in order
 * @param references pronouns and descriptions inside the sentence, resolved
 * @param published day of publication; null if unknown
 * @param furniture why the sentence is page furniture by its shape; null if it is none
 */
public record Passage(
    Field field,
    String text,
    Span sentence,
    String title,
    List<Hit> hits,
    List<Hit> before,
    Span beforeSpan,
    List<Hit> titleHits,
    List<Reference> references,
    LocalDate published,
    Furniture furniture) {

  /** The sentence itself. */
  public String words() {
    return text.substring(sentence.start(), sentence.end());
  }
}
