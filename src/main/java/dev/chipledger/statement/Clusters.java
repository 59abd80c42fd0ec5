package dev.chipledger.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Wordings, joined into clusters step by step; by their place in a list. */
final class Clusters {
  private final int[] parent;

  /** By a cluster's root: its wordings, by the numbers in them. */
  private final List<Map<Set<String>, List<Integer>>> members = new ArrayList<>();

  /** Pairs that were found to say the same, lower place first. */
  private final Set<Long> alike = new HashSet<>();

  Clusters(List<Wording> wordings) {
    parent = new int[wordings.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      Map<Set<String>, List<Integer>> alone = new HashMap<>();
      alone.put(numbers(wordings.get(i)), new ArrayList<>(List.of(i)));
      members.add(alone);
    }
  }

  /** Takes note that two wordings say the same, before any are joined. */
  void areAlike(int first, int second) {
    alike.add(pair(first, second));
  }

  /** Joins the clusters of two wordings, unless a wording of one has other numbers than one of the other, to which it isn't alike. */
  void join(int first, int second) {
    int a = root(first);
    int b = root(second);
    if (a == b || contradict(members.get(a), members.get(b))) {
      return;
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    parent[high] = low;
    members.get(high).forEach((numbers, places) -> members.get(low).computeIfAbsent(numbers, n -> new ArrayList<>()).addAll(places));
    members.set(high, Map.of());
  }

  private boolean contradict(Map<Set<String>, List<Integer>> some, Map<Set<String>, List<Integer>> others) {
    for (Map.Entry<Set<String>, List<Integer>> one : some.entrySet()) {
      for (Map.Entry<Set<String>, List<Integer>> other : others.entrySet()) {
        if (bothHaveTheirOwn(one.getKey(), other.getKey()) && !areAllAlike(one.getValue(), other.getValue())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean bothHaveTheirOwn(Set<String> a, Set<String> b) {
    return !a.containsAll(b) && !b.containsAll(a);
  }

  private static Set<String> numbers(Wording wording) {
    return wording.words().stream().filter(w -> w.wordClass() == WordClass.NUMBER).map(Wording.Word::stem).collect(Collectors.toSet());
  }

  private boolean areAllAlike(List<Integer> some, List<Integer> others) {
    return some.stream().allMatch(i -> others.stream().allMatch(j -> alike.contains(pair(i, j))));
  }

  private static long pair(int first, int second) {
    return (long) Math.min(first, second) << 32 | Math.max(first, second);
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
