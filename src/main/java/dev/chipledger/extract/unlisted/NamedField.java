package dev.chipledger.extract.unlisted;

import dev.chipledger.extract.Hit;
import dev.chipledger.text.Span;
import java.util.List;

/**
 * A title or text with what the lexicon finds in it.
 *
 * @param sentences spans of its sentences, in order
 * @param hits in order, none overlapping
 */
public record NamedField(String text, List<Span> sentences, List<Hit> hits) {}
