package dev.chipledger.statement;

import dev.chipledger.statement.Wording.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretch that two sentences share, and where they differ inside it: the best local alignment of their words
 * (Smith and Waterman), so that what is added in front or behind on either side stays outside.
 *
 * @param startA first word of the shared stretch in a; {@code endA} the word after it; the same for b
 * @param differences runs of words inside the stretch that have no like on the other side, in order
 * @param shared words inside the stretch that have
 */
record Alignment(int startA, int endA, int startB, int endB, List<Difference> differences, int shared) {
  /** A run of words: [fromA, toA) stands where b has [fromB, toB); one of them may be empty. */
  record Difference(int fromA, int toA, int fromB, int toB) {}

  private static final int CONTENT_MATCH = 10;
  private static final int LIGHT_MATCH = 3;
  private static final int GAP = -1;

  static Alignment of(List<Word> a, List<Word> b) {
    int n = a.size();
    int m = b.size();
    int[] score = new int[(n + 1) * (m + 1)];
    int best = 0;
    int bestAt = 0;
    for (int i = 1; i <= n; i++) {
      Word word = a.get(i - 1);
      int match = word.wordClass() == WordClass.CONTENT || word.wordClass() == WordClass.NUMBER ? CONTENT_MATCH : LIGHT_MATCH;
      for (int j = 1; j <= m; j++) {
        int here = i * (m + 1) + j;
        int value = Math.max(0, Math.max(score[here - m - 1], score[here - 1]) + GAP);
        if (word.stem().equals(b.get(j - 1).stem())) {
          value = Math.max(value, score[here - m - 2] + match);
        }
        score[here] = value;
        if (value > best) {
          best = value;
          bestAt = here;
        }
      }
    }
    return trace(a, b, score, bestAt);
  }

  private static Alignment trace(List<Word> a, List<Word> b, int[] score, int from) {
    int width = b.size() + 1;
    int i = from / width;
    int j = from % width;
    int endA = i;
    int endB = j;
    int shared = 0;
    int lastA = i;
    int lastB = j;
    List<Difference> differences = new ArrayList<>();
    while (i > 0 && j > 0 && score[i * width + j] > 0) {
      int here = score[i * width + j];
      boolean alike = a.get(i - 1).stem().equals(b.get(j - 1).stem());
      if (alike && here > score[(i - 1) * width + j] + GAP && here > score[i * width + j - 1] + GAP) {
        if (lastA > i || lastB > j) {
          differences.add(0, new Difference(i, lastA, j, lastB));
        }
        i--;
        j--;
        lastA = i;
        lastB = j;
        shared++;
      } else if (here == score[(i - 1) * width + j] + GAP) {
        i--;
      } else {
        j--;
      }
    }
    return new Alignment(lastA, endA, lastB, endB, List.copyOf(differences), shared);
  }
}
