package dev.chipledger.evaluate;

import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.ChipModel;
import dev.chipledger.lexicon.Company;
import dev.chipledger.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lexicon without a third of the buyers that labels name, to see how well firms that nobody listed are found.
 *
 * @param ids the buyers taken out: of those that make no listed chip and own no listed company, the ones whose hash falls on 0 of {@value #PARTS}
 * @param lexicon without them
 */
public record HoldOut(Set<String> ids, Lexicon lexicon) {
  private static final int PARTS = 3;

  public static HoldOut of(Lexicon lexicon, List<GoldSentence> gold) {
    Set<String> needed = new HashSet<>();
    lexicon.chips().stream().map(Chip::vendor).forEach(needed::add);
    lexicon.models().stream().map(ChipModel::vendor).forEach(needed::add);
    lexicon.companies().stream().map(Company::parent).forEach(needed::add);
    Set<String> ids = new TreeSet<>();
    for (GoldSentence sentence : gold) {
      for (Label claim : sentence.claims()) {
        String buyer = claim.buyer();
        if (lexicon.company(buyer) != null && !needed.contains(buyer) && Math.floorMod(buyer.hashCode(), PARTS) == 0) {
          ids.add(buyer);
        }
      }
    }
    return new HoldOut(ids, lexicon.without(ids));
  }

  /**
   * What came back, in one line.
   *
   * @param whole what was predicted with all names, by sentence id
   * @param without what was predicted with this lexicon
   */
  public String line(List<GoldSentence> gold, Map<String, List<Label>> whole, Map<String, List<Label>> without) {
    List<Scorer.Fault> faultsOfWhole = new ArrayList<>();
    List<Scorer.Fault> faults = new ArrayList<>();
    Scorer.Counts before = Scorer.score(gold, whole, faultsOfWhole);
    Scorer.Counts after = Scorer.score(gold, without, faults);
    Set<Label> missedByWhole = missed(faultsOfWhole);
    Set<Label> missed = missed(faults);
    int found = 0;
    int back = 0;
    int unlisted = 0;
    int unlistedFound = 0;
    int right = 0;
    for (GoldSentence sentence : gold) {
      for (Label claim : sentence.claims()) {
        if (claim.optional()) {
          continue;
        }
        boolean hidden = ids.contains(claim.buyer());
        if (hidden && !missedByWhole.contains(claim)) {
          found++;
          back += missed.contains(claim) ? 0 : 1;
        }
        if (!hidden && !isListed(claim.buyer())) {
          unlisted++;
          unlistedFound += missedByWhole.contains(claim) ? 0 : 1;
        }
        right += !isListed(claim.buyer()) && !missed.contains(claim) ? 1 : 0;
      }
    }
    long wrong = faults.stream().filter(f -> f.kind().equals("EXTRA") && lexicon.company(f.claim().buyer()) == null).count();
    return String.format(
        Locale.ROOT,
        "held out %d buyers: %d of %d claims come back, provisional claims right %d of %d, P %.4f (with all names %.4f); "
            + "listed by nobody: %d of %d claims found",
        ids.size(), back, found, right, right + wrong, after.precision(), before.precision(), unlistedFound, unlisted);
  }

  /** Whether this lexicon has a company that the scorer takes for it. */
  private boolean isListed(String id) {
    return lexicon.companies().stream().anyMatch(c -> Scorer.companyMatches(c.id(), id));
  }

  private static Set<Label> missed(List<Scorer.Fault> faults) {
    // Equal labels may stand in several sentences.
    Set<Label> missed = Collections.newSetFromMap(new IdentityHashMap<>());
    faults.stream().filter(f -> f.kind().equals("MISSED")).map(Scorer.Fault::claim).forEach(missed::add);
    return missed;
  }
}
