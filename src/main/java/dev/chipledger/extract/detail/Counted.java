package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import java.util.List;
import java.util.Objects;

/**
 * What a number counts or measures: "500,000 of Amazon's Trainium2 chips".
 *
 * @param hits companies, chips and chip words of the phrase, in order
 * @param end UTF-16 offset after the last of them
 * @param several whether further chips share the number: "10,000 H100 and H200 GPUs"
 */
record Counted(List<Hit> hits, int end, boolean several) {
  List<String> chips() {
    return hits.stream().filter(Hit::isChip).map(Hit::entity).distinct().toList();
  }

  List<String> companies() {
    return hits.stream().filter(Hit::isCompany).map(Hit::entity).distinct().toList();
  }

  /** "a 10,000-GPU cluster": the chip word qualifies another noun. */
  boolean isSingular(String text) {
    char last = text.charAt(end - 1);
    return last != 's' && last != 'S';
  }

  boolean holds(int start, int end) {
    return hits.stream().anyMatch(h -> h.start() < end && start < h.end());
  }

  boolean isMadeBy(String company) {
    return companies().contains(company) || hits.stream().anyMatch(h -> h.isChip() && Objects.equals(h.vendor(), company));
  }
}
