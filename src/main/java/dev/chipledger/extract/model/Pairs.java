package dev.chipledger.extract.model;

import dev.chipledger.extract.model.Entity.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Where buyer and target of each candidate stand in the sequence, and the plain facts that the model is given of a pair. */
final class Pairs {
  static final int FEATURES = 40;
  private static final int FAR = 99;
  private static final int[] NEAR = {2, 4, 8, 16, 32};

  /** Token positions of each span; the first is empty, for what has no place. */
  final List<int[]> spans = new ArrayList<>(List.of(new int[0]));
  /** Buyer, target and extra span of each candidate. */
  final int[][] places;
  final float[][] features;

  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final Sequence sequence;
  private final Makers makers;
  private final Set<Integer> punctuation;
  private final List<Entity> companiesHere;
  private final Set<String> companyIdsHere = new HashSet<>();
  private final Map<String, Entity> chipsHere = new LinkedHashMap<>();
  private final List<int[]> chipWords;
  private final List<int[]> chips;
  private final Entity lastBefore;

  Pairs(Sequence sequence, List<Candidate> candidates, Makers makers, Set<Integer> punctuation) {
    this.sequence = sequence;
    this.makers = makers;
    this.punctuation = punctuation;
    companiesHere = entities(Place.SENTENCE, Entity.Kind.COMPANY);
    companiesHere.forEach(e -> companyIdsHere.add(e.id()));
    entities(Place.SENTENCE, Entity.Kind.CHIP).forEach(e -> chipsHere.putIfAbsent(e.id(), e));
    chipWords = tokens(Place.SENTENCE, Entity.Kind.CHIP_WORD, null);
    chips = tokens(Place.SENTENCE, Entity.Kind.CHIP, null);
    List<Entity> before = entities(Place.BEFORE, Entity.Kind.COMPANY);
    lastBefore = before.isEmpty() ? null : before.get(before.size() - 1);
    long buyers = candidates.stream().map(Candidate::buyer).distinct().count();
    places = new int[candidates.size()][];
    features = new float[candidates.size()][];
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      List<int[]> buyer = company(candidate.buyer());
      int buyerRow = row("company " + candidate.buyer(), buyer);
      List<int[]> target = target(candidate);
      int targetRow = targetRow(candidate, target);
      places[i] = new int[] {buyerRow, targetRow, extraRow(candidate)};
      features[i] = features(candidate, buyer, target, (int) buyers, candidates.size());
    }
  }

  private List<int[]> target(Candidate candidate) {
    return switch (candidate.kind()) {
      case OWN_CHIP, CHIP -> chip(candidate.chip());
      case FOUNDRY_CHIP, VENDOR -> company(candidate.vendor());
      case OWN, UNKNOWN -> chipWords.isEmpty() ? chips : chipWords;
    };
  }

  private int targetRow(Candidate candidate, List<int[]> target) {
    return switch (candidate.kind()) {
      case OWN_CHIP, CHIP -> row("chip " + candidate.chip(), target);
      case FOUNDRY_CHIP, VENDOR -> row("company " + candidate.vendor(), target);
      case OWN, UNKNOWN -> {
        int words = row("chip words", chipWords);
        yield words != 0 ? words : row("all chips", chips);
      }
    };
  }

  private int extraRow(Candidate candidate) {
    return switch (candidate.kind()) {
      case OWN_CHIP, CHIP -> {
        boolean other = candidate.vendor() != null && !candidate.vendor().equals(candidate.buyer());
        List<int[]> vendor = other ? company(candidate.vendor()) : List.of();
        yield vendor.isEmpty() ? 0 : row("company " + candidate.vendor(), vendor);
      }
      case FOUNDRY_CHIP -> row("chip " + candidate.chip(), chip(candidate.chip()));
      case VENDOR -> row("chip words", chipWords);
      case OWN, UNKNOWN -> 0;
    };
  }

  private int row(String key, List<int[]> mentions) {
    Integer known = rows.get(key);
    if (known != null) {
      return known;
    }
    int row = 0;
    if (!mentions.isEmpty()) {
      TreeSet<Integer> union = new TreeSet<>();
      mentions.forEach(tokens -> java.util.Arrays.stream(tokens).forEach(union::add));
      row = spans.size();
      spans.add(union.stream().mapToInt(Integer::intValue).toArray());
    }
    rows.put(key, row);
    return row;
  }

  /** A company's mentions in the sentence; else its last before and its first in the headline. */
  private List<int[]> company(String id) {
    List<int[]> here = tokens(Place.SENTENCE, Entity.Kind.COMPANY, id);
    if (!here.isEmpty()) {
      return here;
    }
    List<int[]> found = new ArrayList<>();
    List<int[]> before = tokens(Place.BEFORE, Entity.Kind.COMPANY, id);
    if (!before.isEmpty()) {
      found.add(before.get(before.size() - 1));
    }
    tokens(Place.TITLE, Entity.Kind.COMPANY, id).stream().findFirst().ifPresent(found::add);
    return found;
  }

  private List<int[]> chip(String id) {
    List<int[]> here = tokens(Place.SENTENCE, Entity.Kind.CHIP, id);
    if (!here.isEmpty()) {
      return here;
    }
    List<int[]> before = tokens(Place.BEFORE, Entity.Kind.CHIP, id);
    if (!before.isEmpty()) {
      return List.of(before.get(before.size() - 1));
    }
    return tokens(Place.TITLE, Entity.Kind.CHIP, id).stream().limit(1).toList();
  }

  private List<Entity> entities(Place place, Entity.Kind kind) {
    return sequence.entities.stream().filter(e -> e.place() == place && e.kind() == kind).toList();
  }

  /** Tokens of the mentions that the sequence holds; of all ids if id is null. */
  private List<int[]> tokens(Place place, Entity.Kind kind, String id) {
    return sequence.entities.stream()
        .filter(e -> e.place() == place && e.kind() == kind && (id == null || e.id().equals(id)) && e.hasTokens())
        .map(Entity::tokens)
        .toList();
  }

  private float[] features(Candidate c, List<int[]> buyer, List<int[]> target, int buyers, int candidates) {
    float[] f = new float[FEATURES];
    f[c.kind().ordinal()] = 1;
    set(f, 6, c.buyerBefore());
    set(f, 7, c.targetBefore());
    boolean placed = !buyer.isEmpty() && !target.isEmpty() && !c.buyerBefore() && !c.targetBefore();
    int[] nearest = placed ? nearest(buyer, target) : new int[] {FAR, 0};
    for (int i = 0; i < NEAR.length; i++) {
      set(f, 8 + i, nearest[0] <= NEAR[i]);
    }
    set(f, 13, nearest[1] > 0);
    set(f, 14, nearest[1] < 0);
    set(f, 15, makers.isMaker(c.buyer()));
    set(f, 16, makers.isFoundry(c.vendor()));
    set(f, 17, c.vendor() != null && makers.isMaker(c.vendor()));
    set(f, 18, buyers == 1);
    set(f, 19, buyers == 2);
    set(f, 20, buyers >= 4);
    f[21] = Math.min(candidates, 40) / 40f;
    set(f, 22, !tokens(Place.TITLE, Entity.Kind.COMPANY, c.buyer()).isEmpty());
    set(f, 23, c.vendor() != null && !tokens(Place.TITLE, Entity.Kind.COMPANY, c.vendor()).isEmpty());
    set(f, 24, buyer.size() > 1);
    set(f, 25, !companiesHere.isEmpty() && companiesHere.get(0).id().equals(c.buyer()));
    set(f, 26, companiesHere.stream().anyMatch(e -> e.id().equals(c.buyer()) && e.description()));
    set(f, 29, chipsHere.isEmpty());
    set(f, 30, chipsHere.size() == 1);
    set(f, 31, chipsHere.size() >= 3);
    set(f, 32, c.vendor() == null ? !chipsHere.isEmpty() : chipsHere.values().stream().anyMatch(e -> c.vendor().equals(e.vendor())));
    set(f, 33, !tokens(Place.SENTENCE, Entity.Kind.POINTER, null).isEmpty());
    set(f, 34, !chipWords.isEmpty());
    set(f, 35, makers.isFoundry(c.buyer()));
    set(f, 36, lastBefore != null && lastBefore.id().equals(c.buyer()));
    set(f, 37, companiesHere.stream().anyMatch(e -> e.id().equals(c.buyer()) && e.brand()));
    set(f, 38, companyIdsHere.isEmpty());
    if (placed) {
      between(c, buyer, target, f);
    }
    return f;
  }

  private static void set(float[] f, int i, boolean holds) {
    f[i] = holds ? 1 : 0;
  }

  /** Tokens between the nearest mentions, and which comes first (+1 the buyer). */
  private static int[] nearest(List<int[]> buyer, List<int[]> target) {
    int[] best = {FAR, 0};
    for (int[] x : buyer) {
      for (int[] y : target) {
        int distance = y[0] > last(x) ? y[0] - last(x) : x[0] > last(y) ? x[0] - last(y) : 0;
        if (distance < best[0]) {
          best = new int[] {distance, y[0] > x[0] ? 1 : -1};
        }
      }
    }
    return best;
  }

  private void between(Candidate c, List<int[]> buyer, List<int[]> target, float[] f) {
    int[] best = null;
    for (int[] x : buyer) {
      for (int[] y : target) {
        int[] stretch = {Math.abs(y[0] - x[0]), Math.min(last(x), last(y)), Math.max(x[0], y[0])};
        if (best == null || java.util.Arrays.compare(stretch, best) < 0) {
          best = stretch;
        }
      }
    }
    int from = best[1];
    int to = best[2];
    for (Entity e : sequence.entities) {
      if (e.place() == Place.SENTENCE && e.hasTokens() && from < e.first() && e.first() < to) {
        if (e.kind() == Entity.Kind.COMPANY && !e.id().equals(c.buyer()) && !e.id().equals(c.vendor())) {
          f[27] = 1;
        }
        if (e.kind() == Entity.Kind.CHIP && !Objects.equals(e.id(), c.chip())) {
          f[28] = 1;
        }
      }
    }
    for (int i = from; i < to; i++) {
      if (punctuation.contains(sequence.ids.get(i))) {
        f[39] = 1;
      }
    }
  }

  private static int last(int[] tokens) {
    return tokens[tokens.length - 1];
  }
}
