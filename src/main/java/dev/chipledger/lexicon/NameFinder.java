package dev.chipledger.lexicon;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.chipledger.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds every name of a lexicon in folded text, whole words only, and the anchors of its model codes, both by one pass of
 * one automaton. Says what could be meant; which reading holds is decided by who sees the sentence. Thread-safe.
 */
public final class NameFinder {
  /** What is found, in order of ends; it may overlap. Offsets are UTF-16, ends exclusive. */
  public interface Hits {
    /** Names that are written alike. A plural s may follow outside the span. */
    void names(int start, int end, List<Name> readings);

    /** @param models places in the list of models whose patterns are worth trying on this sentence */
    void anchor(int start, int[] models);
  }

  /** What one stretch of text stands for; either may be empty. */
  private record Entry(List<Name> readings, List<Integer> models, int[] modelPlaces) {
    Entry() {
      this(new ArrayList<>(), new ArrayList<>(), null);
    }

    Entry settled() {
      return new Entry(List.copyOf(readings), List.of(), models.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private final AhoCorasickDoubleArrayTrie<Entry> automaton = new AhoCorasickDoubleArrayTrie<>();
  private final boolean empty;

  public NameFinder(List<Name> names, List<ChipModel> models) {
    Map<String, Entry> byWriting = new TreeMap<>();
    for (Name name : names) {
      for (String writing : writings(name)) {
        List<Name> readings = byWriting.computeIfAbsent(writing, key -> new Entry()).readings();
        if (!readings.contains(name)) {
          readings.add(name);
        }
      }
    }
    for (int i = 0; i < models.size(); i++) {
      for (String anchor : models.get(i).anchors()) {
        byWriting.computeIfAbsent(anchor, key -> new Entry()).models().add(i);
      }
    }
    byWriting.replaceAll((writing, entry) -> entry.settled());
    empty = byWriting.isEmpty();
    if (!empty) {
      automaton.build(byWriting);
    }
  }

  public void find(char[] folded, Hits hits) {
    if (empty) {
      return;
    }
    automaton.parseText(
        folded,
        (start, end, entry) -> {
          if (entry.modelPlaces().length > 0) {
            hits.anchor(start, entry.modelPlaces());
          }
          if (!entry.readings().isEmpty() && (start == 0 || !Folding.isWordUnit(folded[start - 1])) && endsWord(folded, end)) {
            hits.names(start, end, entry.readings());
          }
        });
  }

  private static boolean endsWord(char[] folded, int end) {
    if (end == folded.length || !Folding.isWordUnit(folded[end])) {
      return true;
    }
    return folded[end] == 's' && (end + 1 == folded.length || !Folding.isWordUnit(folded[end + 1]));
  }

  /** "rtx 4090" is also written "rtx-4090" and "rtx4090". */
  private static List<String> writings(Name name) {
    String folded = name.folded();
    List<String> writings = new ArrayList<>(List.of(folded));
    if (name.kind() == Name.Kind.CHIP && folded.indexOf(' ') > 0) {
      writings.add(folded.replace(' ', '-'));
      int space = folded.lastIndexOf(' ');
      boolean joinable =
          Character.isLetter(folded.charAt(space - 1)) && space + 1 < folded.length() && Character.isDigit(folded.charAt(space + 1));
      if (joinable && folded.length() > 5) {
        writings.add(folded.substring(0, space) + folded.substring(space + 1));
      }
    }
    return writings;
  }
}
