package dev.chipledger.lexicon;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.chipledger.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds every name of a lexicon in folded text by one automaton, whole words only. Says what could be meant; which
 * reading holds is decided by who sees the sentence. Thread-safe.
 */
public final class NameFinder {
  /** Names that are written alike, at one place of the text (UTF-16, end exclusive). */
  public interface Hit {
    void found(int start, int end, List<Name> readings);
  }

  private final AhoCorasickDoubleArrayTrie<List<Name>> automaton = new AhoCorasickDoubleArrayTrie<>();
  private final boolean empty;

  public NameFinder(List<Name> names) {
    Map<String, List<Name>> byWriting = new TreeMap<>();
    for (Name name : names) {
      for (String writing : writings(name)) {
        List<Name> readings = byWriting.computeIfAbsent(writing, key -> new ArrayList<>());
        if (!readings.contains(name)) {
          readings.add(name);
        }
      }
    }
    empty = byWriting.isEmpty();
    if (!empty) {
      automaton.build(byWriting);
    }
  }

  /** Reports hits in order of their ends; they may overlap. A plural s may follow a name outside its span. */
  public void find(char[] folded, Hit hit) {
    if (empty) {
      return;
    }
    automaton.parseText(
        folded,
        (start, end, readings) -> {
          if ((start == 0 || !Folding.isWordUnit(folded[start - 1])) && endsWord(folded, end)) {
            hit.found(start, end, readings);
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
