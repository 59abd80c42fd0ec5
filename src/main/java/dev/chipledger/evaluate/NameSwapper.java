package dev.chipledger.evaluate;

import dev.chipledger.extract.PassageFinder;
import dev.chipledger.extract.Hit;
import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.Company;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Retells a labelled sentence of other companies and chips of the same sort, so that a reader learns the words that say who
 * gets what and not the names. Chance is seeded: the same labels give the same variants.
 */
public final class NameSwapper {
  private static final Set<String> SORTS = Set.of("chipmaker", "designer", "foundry", "memory", "network", "packaging", "cloud", "auto");
  private static final double SHARE = 0.6;

  private final Lexicon lexicon;
  private final PassageFinder passages;
  private final Map<Set<String>, List<Company>> companies = new HashMap<>();
  private final Map<String, List<Chip>> chips = new HashMap<>();

  public NameSwapper(Lexicon lexicon, PassageFinder passages) {
    this.lexicon = lexicon;
    this.passages = passages;
    for (Company company : lexicon.companies()) {
      companies.computeIfAbsent(sort(company), key -> new ArrayList<>()).add(company);
    }
    for (Chip chip : lexicon.chips()) {
      chips.computeIfAbsent(String.valueOf(chip.vendor()), key -> new ArrayList<>()).add(chip);
    }
  }

  private static Set<String> sort(Company company) {
    Set<String> sort = new TreeSet<>(company.kinds());
    sort.retainAll(SORTS);
    return sort;
  }

  /** The sentence with other names; null if it names nothing that can be swapped. */
  public GoldSentence swapped(GoldSentence gold, Random random) {
    LocalDate day = Predictor.day(gold.date());
    String title = gold.title() == null ? "" : gold.title();
    List<Hit> inTitle = passages.hits(title, day);
    List<Hit> inBefore = passages.hits(gold.before(), day);
    List<Hit> inSentence = passages.hits(gold.sentence(), day);
    List<Hit> all = new ArrayList<>(inSentence);
    all.addAll(inBefore);
    all.addAll(inTitle);
    Map<String, Company> newCompanies = companies(all, random);
    Map<String, Chip> newChips = chips(all, newCompanies, gold, random);
    if (newChips == null || newCompanies.isEmpty() && newChips.isEmpty()) {
      return null;
    }
    Map<String, String> brands = new HashMap<>();
    return new GoldSentence(
        gold.id() + "~", gold.kind(), gold.url(), gold.date(),
        retold(title, inTitle, newCompanies, newChips, brands, random),
        retold(gold.before(), inBefore, newCompanies, newChips, brands, random),
        retold(gold.sentence(), inSentence, newCompanies, newChips, brands, random),
        gold.claims().stream().map(claim -> relabelled(claim, newCompanies, newChips)).toList());
  }

  private Map<String, Company> companies(List<Hit> hits, Random random) {
    Map<String, Company> swaps = new HashMap<>();
    Set<String> named = new TreeSet<>();
    Set<String> branded = new HashSet<>();
    Set<String> kept = new HashSet<>();
    for (Hit hit : hits) {
      if (hit.isCompany()) {
        named.add(hit.entity());
        if (hit.kind() == Name.Kind.BRAND) {
          branded.add(hit.entity());
        } else if (hit.kind() == Name.Kind.DESCRIPTION) {
          kept.add(hit.entity());
        }
      }
    }
    Set<String> taken = new HashSet<>(named);
    for (String id : named) {
      if (random.nextDouble() > SHARE || kept.contains(id)) {
        continue;
      }
      boolean makesNamedChip = hits.stream().anyMatch(h -> h.isChip() && id.equals(h.vendor()));
      List<Company> others = companies.get(sort(lexicon.company(id)));
      Company other = others.get(random.nextInt(others.size()));
      boolean fits = (!branded.contains(id) || !other.brands().isEmpty()) && (!makesNamedChip || chips.containsKey(other.id()));
      if (fits && taken.add(other.id())) {
        swaps.put(id, other);
      }
    }
    return swaps;
  }

  /** Null where a claim's chip is told by a name that does not map one to one. */
  private Map<String, Chip> chips(List<Hit> hits, Map<String, Company> newCompanies, GoldSentence gold, Random random) {
    Map<String, Chip> swaps = new HashMap<>();
    Set<String> taken = new HashSet<>();
    hits.stream().filter(Hit::isChip).forEach(h -> taken.add(h.entity()));
    for (Hit hit : hits) {
      if (!hit.isChip() || swaps.containsKey(hit.entity())) {
        continue;
      }
      Company newVendor = hit.vendor() == null ? null : newCompanies.get(hit.vendor());
      if (newVendor == null && random.nextDouble() > SHARE) {
        continue;
      }
      List<Chip> others = chips.get(newVendor != null ? newVendor.id() : String.valueOf(hit.vendor()));
      if (others == null) {
        return null;
      }
      Chip other = others.get(random.nextInt(others.size()));
      for (int tries = 0; !taken.add(other.id()); tries++) {
        if (tries == 10) {
          return null;
        }
        other = others.get(random.nextInt(others.size()));
      }
      swaps.put(hit.entity(), other);
    }
    for (Label claim : gold.claims()) {
      boolean near = claim.chip() != null && !swaps.containsKey(claim.chip()) && swaps.keySet().stream().anyMatch(id -> Scorer.chipMatches(id, claim.chip()));
      boolean implied = claim.chip() != null && !swaps.containsKey(claim.chip()) && newCompanies.containsKey(String.valueOf(claim.vendor()));
      if (near || implied) {
        return null;
      }
    }
    return swaps;
  }

  private static String retold(
      String text, List<Hit> hits, Map<String, Company> companies, Map<String, Chip> chips, Map<String, String> brands, Random random) {
    StringBuilder retold = new StringBuilder();
    int from = 0;
    for (Hit hit : hits) {
      String name = null;
      if (hit.isCompany() && companies.containsKey(hit.entity())) {
        Company other = companies.get(hit.entity());
        String surface = text.substring(hit.start(), hit.end());
        name = hit.kind() == Name.Kind.BRAND
            ? brands.computeIfAbsent(surface, key -> other.brands().get(random.nextInt(other.brands().size())))
            : other.names().get(0);
      } else if (hit.isChip() && chips.containsKey(hit.entity())) {
        name = chips.get(hit.entity()).names().get(0);
      }
      if (name != null) {
        retold.append(text, from, hit.start()).append(name);
        from = hit.end();
      }
    }
    return retold.append(text, from, text.length()).toString();
  }

  private static Label relabelled(Label l, Map<String, Company> companies, Map<String, Chip> chips) {
    return new Label(
        company(l.buyer(), companies), l.action(), company(l.vendor(), companies), company(l.seller(), companies),
        l.chip() != null && chips.containsKey(l.chip()) ? chips.get(l.chip()).id() : l.chip(),
        l.status(), l.optional(), l.rank(), l.region(), l.quantity(), l.amount(), l.capacityMw(), l.eventDate(), l.source(), l.hedged(),
        l.confidence(), l.rule());
  }

  private static String company(String id, Map<String, Company> companies) {
    return id != null && companies.containsKey(id) ? companies.get(id).id() : id;
  }
}
