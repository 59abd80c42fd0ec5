package dev.chipledger.extract.model;

import dev.chipledger.extract.model.Candidate.Kind;
import dev.chipledger.extract.model.Entity.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the pairs that a sentence might assert, in the order that the model was trained with. */
final class CandidateFinder {
  private static final int BUYERS_BEFORE = 4;
  private static final int BUYERS_IN_TITLE = 2;
  private static final int VENDORS_BEFORE = 3;
  private static final int CHIPS_BEFORE = 3;
  private static final int MANY = 80;
  private static final int MOST = 120;

  private final Makers makers;

  CandidateFinder(Makers makers) {
    this.makers = makers;
  }

  List<Candidate> find(List<Entity> entities) {
    Set<String> here = new LinkedHashSet<>(ids(entities, Place.SENTENCE, Entity.Kind.COMPANY));
    Set<String> before = new LinkedHashSet<>();
    addNew(reversed(ids(entities, Place.BEFORE, Entity.Kind.COMPANY)), here, before, BUYERS_BEFORE);
    addNew(ids(entities, Place.TITLE, Entity.Kind.COMPANY), here, before, before.size() + BUYERS_IN_TITLE);
    Map<String, String> chips = chips(entities, Place.SENTENCE);
    Map<String, String> chipsBefore = chipsBefore(entities, chips.keySet());

    List<String> vendors = here.stream().filter(makers::isMaker).toList();
    List<String> vendorsBefore = before.stream().filter(makers::isMaker).limit(VENDORS_BEFORE).toList();
    List<String> allVendors = new ArrayList<>(vendors);
    allVendors.addAll(vendorsBefore);
    List<String> clouds = here.stream().filter(c -> makers.isCloud(c) && !vendors.contains(c)).toList();

    List<Candidate> found = new ArrayList<>();
    for (String buyer : here) {
      addBuyer(buyer, false, chips, chipsBefore, allVendors, vendorsBefore, clouds, found);
    }
    for (String buyer : before) {
      addBuyer(buyer, true, chips, chipsBefore, allVendors, vendorsBefore, clouds, found);
    }
    return bounded(found);
  }

  private void addBuyer(
      String buyer, boolean buyerBefore, Map<String, String> chips, Map<String, String> chipsBefore,
      List<String> vendors, List<String> vendorsBefore, List<String> clouds, List<Candidate> found) {
    chips.forEach((chip, maker) -> addChip(buyer, buyerBefore, chip, maker, false, vendors, vendorsBefore, found));
    chipsBefore.forEach((chip, maker) -> addChip(buyer, buyerBefore, chip, maker, true, vendors, vendorsBefore, found));
    for (String vendor : vendors) {
      if (!vendor.equals(buyer)) {
        found.add(new Candidate(Kind.VENDOR, buyer, vendor, null, buyerBefore, vendorsBefore.contains(vendor), false));
      }
    }
    for (String cloud : clouds) {
      if (!cloud.equals(buyer)) {
        found.add(new Candidate(Kind.VENDOR, buyer, cloud, null, buyerBefore, false, true));
      }
    }
    found.add(new Candidate(Kind.OWN, buyer, buyer, null, buyerBefore, false, false));
    found.add(new Candidate(Kind.UNKNOWN, buyer, null, null, buyerBefore, false, false));
  }

  private void addChip(
      String buyer, boolean buyerBefore, String chip, String maker, boolean chipBefore,
      List<String> vendors, List<String> vendorsBefore, List<Candidate> found) {
    if (maker != null) {
      found.add(new Candidate(maker.equals(buyer) ? Kind.OWN_CHIP : Kind.CHIP, buyer, maker, chip, buyerBefore, chipBefore, false));
    } else {
      for (String vendor : vendors) {
        boolean before = chipBefore || vendorsBefore.contains(vendor);
        found.add(new Candidate(vendor.equals(buyer) ? Kind.OWN_CHIP : Kind.CHIP, buyer, vendor, chip, buyerBefore, before, false));
      }
      found.add(new Candidate(Kind.CHIP, buyer, null, chip, buyerBefore, chipBefore, false));
    }
    if (maker == null || maker.equals(buyer)) {
      for (String vendor : vendors) {
        if (!vendor.equals(buyer) && makers.isPartner(vendor)) {
          found.add(new Candidate(Kind.FOUNDRY_CHIP, buyer, vendor, chip, buyerBefore, chipBefore || vendorsBefore.contains(vendor), false));
        }
      }
    }
  }

  /** Long lists give up first what stands farthest from the sentence. */
  private static List<Candidate> bounded(List<Candidate> found) {
    List<Candidate> kept = found;
    if (kept.size() > MANY) {
      kept = kept.stream().filter(c -> !(c.buyerBefore() && c.targetBefore())).toList();
    }
    if (kept.size() > MANY) {
      List<Candidate> inside = kept.stream().filter(c -> !c.buyerBefore() && !c.targetBefore()).toList();
      kept = inside.isEmpty() ? kept : inside;
    }
    return kept.size() > MOST ? kept.subList(0, MOST) : kept;
  }

  private static List<String> ids(List<Entity> entities, Place place, Entity.Kind kind) {
    return entities.stream().filter(e -> e.place() == place && e.kind() == kind).map(Entity::id).toList();
  }

  private static List<String> reversed(List<String> ids) {
    List<String> reversed = new ArrayList<>(ids);
    java.util.Collections.reverse(reversed);
    return reversed;
  }

  private static void addNew(Collection<String> ids, Set<String> known, Set<String> to, int most) {
    for (String id : ids) {
      if (to.size() < most && !known.contains(id)) {
        to.add(id);
      }
    }
  }

  private static Map<String, String> chips(List<Entity> entities, Place place) {
    Map<String, String> chips = new LinkedHashMap<>();
    for (Entity entity : entities) {
      if (entity.place() == place && entity.kind() == Entity.Kind.CHIP && !chips.containsKey(entity.id())) {
        chips.put(entity.id(), entity.vendor());
      }
    }
    return chips;
  }

  private static Map<String, String> chipsBefore(List<Entity> entities, Set<String> here) {
    Map<String, String> chips = new LinkedHashMap<>();
    for (int i = entities.size() - 1; i >= 0; i--) {
      Entity entity = entities.get(i);
      if (entity.place() == Place.BEFORE && entity.kind() == Entity.Kind.CHIP && !here.contains(entity.id())
          && !chips.containsKey(entity.id()) && chips.size() < CHIPS_BEFORE) {
        chips.put(entity.id(), entity.vendor());
      }
    }
    for (Entity entity : entities) {
      if (entity.place() == Place.TITLE && entity.kind() == Entity.Kind.CHIP && !here.contains(entity.id())
          && !chips.containsKey(entity.id()) && chips.size() < CHIPS_BEFORE + 1) {
        chips.put(entity.id(), entity.vendor());
      }
    }
    return chips;
  }
}
