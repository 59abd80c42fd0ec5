package dev.chipledger.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Wordings, joined into clusters step by step; by their place in a list. */
final class Clusters {
  /** What a wording commits itself to: its numbers, its negations, its modal words. */
  private record Tells(Set<String> numbers, Set<String> negations, Set<String> modals) {
    static Tells of(Wording wording) {
      return new Tells(stems(wording, WordClass.NUMBER), stems(wording, WordClass.NEGATION), stems(wording, WordClass.MODAL));
    }

    boolean contradicts(Tells other) {
      return bothHaveTheirOwn(numbers, other.numbers) || bothHaveTheirOwn(negations, other.negations) || bothHaveTheirOwn(modals, other.modals);
    }

    private static boolean bothHaveTheirOwn(Set<String> a, Set<String> b) {
      return !a.containsAll(b) && !b.containsAll(a);
    }

    private static Set<String> stems(Wording wording, WordClass wordClass) {
      Set<String> stems = new TreeSet<>();
      for (Wording.Word word : wording.words()) {
        if (word.wordClass() == wordClass) {
          stems.add(word.stem());
        }
      }
      return Set.copyOf(stems);
    }
  }

  private final int[] parent;
  private final List<Set<Tells>> tells = new ArrayList<>();

  Clusters(List<Wording> wordings) {
    parent = new int[wordings.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      tells.add(new HashSet<>(Set.of(Tells.of(wordings.get(i)))));
    }
  }

  /** Joins the clusters of two wordings, unless a wording of one contradicts one of the other. */
  void join(int first, int second) {
    int a = root(first);
    int b = root(second);
    if (a == b || contradict(tells.get(a), tells.get(b))) {
      return;
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    parent[high] = low;
    tells.get(low).addAll(tells.get(high));
    tells.set(high, Set.of());
  }

  private static boolean contradict(Set<Tells> some, Set<Tells> others) {
    for (Tells one : some) {
      for (Tells other : others) {
        if (one.contradicts(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Each cluster's wordings, rising. */
  Collection<List<Integer>> all() {
    Map<Integer, List<Integer>> byRoot = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(i), r -> new ArrayList<>()).add(i);
    }
    return byRoot.values();
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
