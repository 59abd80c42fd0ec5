package dev.chipledger.extract;

import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Role;
import dev.chipledger.lexicon.WordKind;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds pronouns and descriptions that stand for a company, and whom: the company that opens the same sentence, else the
 * one that the nearest earlier sentence opens with, else the headline's first. Sources that report (news agencies) are
 * nobody's "it".
 */
final class ReferenceFinder {
  /** Before the lexicon's own words for a company. */
  private static final String REFERENCE =
      "(?<![\\p{L}\\p{N}])(?:(?i:the)\\s+(?:[\\p{L}-]+\\s+){0,2}?(?i:company|firm|group|startup|start-up|giant|maker|retailer|conglomerate%s)"
          + "|[Ii]t|[Ii]ts|[Tt]hey)(?![\\p{L}\\p{N}])";

  private final Lexicon lexicon;
  private final Pattern reference;

  ReferenceFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    reference = Pattern.compile(String.format(REFERENCE, lexicon.branches(WordKind.REFERENCE)));
  }

  List<Reference> find(String text, Span sentence, List<Hit> hits, List<Hit> before, List<Hit> titleHits) {
    List<Reference> references = new ArrayList<>();
    Matcher match = reference.matcher(text).region(sentence.start(), sentence.end()).useTransparentBounds(true);
    String earlier = null;
    boolean resolved = false;
    while (match.find()) {
      Span span = new Span(match.start(), match.end());
      if (hits.stream().anyMatch(h -> h.start() < span.end() && span.start() < h.end())) {
        continue;
      }
      String here = opener(hits, span.start());
      if (here == null && !resolved) {
        earlier = antecedent(before, titleHits);
        resolved = true;
      }
      references.add(new Reference(span.start(), span.end(), here != null ? here : earlier));
    }
    return references;
  }

  /** The company that a sentence opens with; null if the first one stands after the reference. */
  private String opener(List<Hit> hits, int limit) {
    for (Hit hit : hits) {
      if (hit.start() >= limit) {
        return null;
      }
      if (isActor(hit)) {
        return hit.entity();
      }
    }
    return null;
  }

  private String antecedent(List<Hit> before, List<Hit> titleHits) {
    int sentence = -1;
    String found = null;
    for (int i = before.size() - 1; i >= 0; i--) {
      Hit hit = before.get(i);
      if (sentence >= 0 && hit.sentence() != sentence) {
        break;
      }
      if (isActor(hit)) {
        sentence = hit.sentence();
        found = hit.entity();
      }
    }
    if (found != null) {
      return found;
    }
    for (Hit hit : titleHits) {
      if (isActor(hit)) {
        return hit.entity();
      }
    }
    return null;
  }

  private boolean isActor(Hit hit) {
    if (!hit.isCompany()) {
      return false;
    }
    return !lexicon.has(hit.entity(), Role.REPORTER);
  }
}
