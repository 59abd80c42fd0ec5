package dev.chipledger.extract;

import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where a text holds anchors of model codes: only those patterns are worth trying there. Sentences are to be asked in order. */
final class ModelAnchors {
  private final List<Integer> starts = new ArrayList<>();
  private final List<int[]> models = new ArrayList<>();
  private int next;

  /** @param places of the models in their list; to be called in order of the anchors' ends */
  void add(int start, int[] places) {
    starts.add(start);
    models.add(places);
  }

  /** Places of the models with an anchor in a sentence. */
  BitSet in(Span sentence) {
    BitSet worthTrying = new BitSet();
    // Anchors are short, so that the order of their ends is nearly that of their starts; one too many does no harm.
    while (next < starts.size() && starts.get(next) < sentence.start()) {
      next++;
    }
    for (int i = next; i < starts.size() && starts.get(i) < sentence.end(); i++) {
      for (int model : models.get(i)) {
        worthTrying.set(model);
      }
    }
    return worthTrying;
  }
}
