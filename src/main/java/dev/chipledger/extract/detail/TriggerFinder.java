package dev.chipledger.extract.detail;

import dev.chipledger.extract.Passage;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import dev.chipledger.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the word that says what is done with a chip, for claims that a model read as a whole. */
public final class TriggerFinder {
  private record Words(Set<String> whole, List<String> stems) {
    boolean hold(String word) {
      return whole.contains(word) || stems.stream().anyMatch(word::startsWith);
    }
  }

  private final Map<String, Words> byAction = new HashMap<>();

  /** @param triggers words by action; a * stands for any ending */
  public TriggerFinder(Map<String, List<String>> triggers) {
    triggers.forEach((action, ofAction) -> {
      Words words = new Words(new HashSet<>(), new ArrayList<>());
      for (String word : ofAction) {
        if (word.endsWith("*")) {
          words.stems().add(word.substring(0, word.length() - 1));
        } else {
          words.whole().add(word);
        }
      }
      byAction.put(action, words);
    });
  }

  /**
   * The action's word that stands between buyer and target, nearest to the target; else the nearest one around them.
   *
   * @param buyer null if the sentence does not name it
   * @param target chip, chip word or vendor; null if the sentence names none
   * @return null if the sentence holds no such word
   */
  public Span find(Passage passage, String action, Span buyer, Span target) {
    Words words = byAction.get(action);
    Span anchor = target != null ? target : buyer;
    if (anchor == null) {
      return null;
    }
    Span best = null;
    int bestCost = Integer.MAX_VALUE;
    for (Span token : Tokens.of(passage.text(), passage.sentence().start(), passage.sentence().end())) {
      boolean insideEntity = passage.hits().stream().anyMatch(h -> h.start() < token.end() && token.start() < h.end() && !h.isChipWord());
      if (insideEntity || !words.hold(new String(Folding.fold(passage.text().substring(token.start(), token.end()))))) {
        continue;
      }
      boolean between = buyer != null && target != null
          && token.start() >= Math.min(buyer.end(), target.end()) && token.end() <= Math.max(buyer.start(), target.start());
      int distance = Math.min(Math.abs(token.start() - anchor.end()), Math.abs(anchor.start() - token.end()));
      int cost = distance + (between ? 0 : 1000);
      if (cost < bestCost) {
        bestCost = cost;
        best = token;
      }
    }
    return best;
  }
}
