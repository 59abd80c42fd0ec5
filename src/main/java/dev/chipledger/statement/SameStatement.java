package dev.chipledger.statement;

/**
 * Whether two sentences that name the same companies and chips say the same. They share a stretch of words; what differs inside
 * it must be harmless ({@link Edits}), and so must what stands in front of it or behind it on one side ({@link Surroundings}); or the same is
 * told in other words ({@link Retelling}). In doubt they are two: a count that is too high by a reprint misleads less than a denial counted
 * as a purchase.
 */
final class SameStatement {
  /** A sentence with more words is a list or a menu: it is the same only word for word. */
  private static final int MAX_WORDS = 200;

  /** Words that the two must share: with fewer, a heading or a product's name would swallow whatever mentions it. */
  static final int MIN_SHARED = 5;

  /** Of the shorter sentence's words, how many per hundred the stretch must hold. */
  private static final int MIN_COVER = 50;

  private SameStatement() {}

  /** 0 if the two say different things or may do; else how much of the longer one they share, 1 to 100. */
  static int likeness(Wording a, Wording b) {
    if (a.text().equals(b.text())) {
      return 100;
    }
    int longer = Math.max(a.words().size(), b.words().size());
    if (longer > MAX_WORDS) {
      return 0;
    }
    Alignment shared = Alignment.of(a.words(), b.words());
    return sayTheSame(a, b, shared) ? Math.max(1, shared.shared() * 100 / longer) : 0;
  }

  private static boolean sayTheSame(Wording a, Wording b, Alignment shared) {
    Surroundings around = new Surroundings(a, b, shared);
    if (around.isPhraseTurned()) {
      return false;
    }
    boolean edited = isEnough(a, b, shared)
        && new Edits(a, b, shared).areHarmless()
        && (around.isPhraseMoved() || around.areHarmless());
    return edited || new Retelling(a, b).isSame(shared);
  }

  private static boolean isEnough(Wording a, Wording b, Alignment shared) {
    int shorter = Math.min(a.words().size(), b.words().size());
    return shared.shared() >= Math.min(MIN_SHARED, shorter)
        && shared.shared() >= 3
        && shared.shared() * 100 >= shorter * MIN_COVER;
  }
}
