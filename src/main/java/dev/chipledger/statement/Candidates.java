package dev.chipledger.statement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Pairs of wordings that are worth aligning: each looks for others that hold its rarest fingerprints. A fingerprint is a hash
 * of two content words in a row; one that the sentence is contained in, or that was edited lightly, holds nearly all of them.
 */
final class Candidates {
  /** How many of its fingerprints a wording looks for: enough that a light edit leaves some. */
  private static final int PROBES = 8;

  /** A fingerprint in more wordings than this tells too little to be worth the pairs; of longer lists only neighbours are compared. */
  private static final int TOO_COMMON = 64;

  /** Of the fingerprints of the wording that has fewer, how many per hundred both must hold. */
  private static final int MIN_COMMON = 40;

  private Candidates() {}

  /**
   * The pairs, each once, as {@code (first << 32) | second} with first < second, rising.
   *
   * @param wordings distinct, in an order that doesn't depend on how they came
   */
  static long[] of(List<Wording> wordings) {
    int[][] prints = new int[wordings.size()][];
    Map<Integer, int[]> holders = new HashMap<>();
    for (int i = 0; i < prints.length; i++) {
      prints[i] = fingerprints(wordings.get(i));
      for (int print : prints[i]) {
        holders.merge(print, new int[] {1, i}, Candidates::append);
      }
    }
    Set<Integer> seen = new HashSet<>();
    LongStream.Builder pairs = LongStream.builder();
    for (int i = 0; i < prints.length; i++) {
      seen.clear();
      for (int print : rarest(prints[i], holders)) {
        int[] list = holders.get(print);
        for (int k = firstNear(list, i); k <= list[0] && k < firstNear(list, i) + TOO_COMMON; k++) {
          int other = list[k];
          if (other != i && seen.add(other) && areNear(prints[i], prints[other])) {
            pairs.add(other > i ? (long) i << 32 | other : (long) other << 32 | i);
          }
        }
      }
    }
    return pairs.build().sorted().distinct().toArray();
  }

  /** A list's first cell is its length. */
  private static int[] append(int[] list, int[] one) {
    int length = list[0] + 1;
    int[] grown = length < list.length ? list : Arrays.copyOf(list, list.length * 2);
    grown[0] = length;
    grown[length] = one[1];
    return grown;
  }

  /** Where to begin in a rising list: at its start, or so that wording i is in the middle of a window. */
  private static int firstNear(int[] list, int i) {
    if (list[0] <= TOO_COMMON) {
      return 1;
    }
    int at = Arrays.binarySearch(list, 1, list[0] + 1, i);
    return Math.max(1, Math.min(at - TOO_COMMON / 2, list[0] + 1 - TOO_COMMON));
  }

  private static int[] rarest(int[] prints, Map<Integer, int[]> holders) {
    return Arrays.stream(prints)
        .boxed()
        .filter(p -> holders.get(p)[0] > 1)
        .sorted((p, q) -> holders.get(p)[0] != holders.get(q)[0] ? Integer.compare(holders.get(p)[0], holders.get(q)[0]) : Integer.compare(p, q))
        .limit(PROBES)
        .mapToInt(p -> p)
        .toArray();
  }

  private static boolean areNear(int[] a, int[] b) {
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common * 100 >= Math.min(a.length, b.length) * MIN_COMMON;
  }

  /** Distinct and rising. */
  private static int[] fingerprints(Wording wording) {
    int[] prints = new int[wording.words().size() + 1];
    int n = 0;
    int before = 0;
    for (Wording.Word word : wording.words()) {
      if (word.wordClass() == WordClass.CONTENT || word.wordClass() == WordClass.NUMBER) {
        int stem = word.stem().hashCode();
        prints[n++] = (before * 31 + stem) * 0x9E3779B1;
        before = stem;
      }
    }
    return Arrays.stream(prints, 0, n).sorted().distinct().toArray();
  }
}
