package dev.chipledger.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a misspelt word was probably meant to be. */
final class Spelling {
  private Spelling() {}

  /** @return the closest word, if at most a third of the letters differ */
  static Optional<String> closest(String word, Collection<String> words) {
    return words.stream()
        .min(Comparator.<String>comparingInt(other -> distance(word, other)).thenComparing(Comparator.naturalOrder()))
        .filter(other -> distance(word, other) * 3 <= word.length());
  }

  /** Letters to insert, drop or change. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
