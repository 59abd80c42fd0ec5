package dev.chipledger.lexicon;

import dev.chipledger.text.Folding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Companies, chips, regions and their names, checked for contradictions. Immutable. */
public final class Lexicon {
  private static final Pattern ID = Pattern.compile("[\\p{Ll}\\p{N}]+([-.+][\\p{Ll}\\p{N}.+]+)*");

  private final Map<String, Company> companies = new LinkedHashMap<>();
  private final Map<String, Chip> chips = new LinkedHashMap<>();
  private final Map<String, ChipModel> models = new LinkedHashMap<>();
  private final List<Name> names = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Lexicon() {}

  /**
   * @throws LexiconException if the files contradict themselves: an unknown parent, a chip without a vendor, a name that
   *     two entries claim without a rule to choose
   */
  public static Lexicon of(LexiconFiles files) {
    Lexicon lexicon = new Lexicon();
    lexicon.readCompanies(files);
    lexicon.readChips(files);
    lexicon.readModels(files);
    lexicon.readNames(files);
    if (!lexicon.problems.isEmpty()) {
      throw new LexiconException(lexicon.problems);
    }
    return lexicon;
  }

  /**
   * This lexicon as if it had never heard of some companies. They must make no listed chip and own no listed company.
   *
   * @param ids companies to leave out
   */
  public Lexicon without(Set<String> ids) {
    Lexicon fewer = new Lexicon();
    fewer.companies.putAll(companies);
    fewer.companies.keySet().removeAll(ids);
    fewer.chips.putAll(chips);
    fewer.models.putAll(models);
    names.stream().filter(name -> !ids.contains(name.entity())).forEach(fewer.names::add);
    return fewer;
  }

  /** All companies, in the files' order. */
  public Collection<Company> companies() {
    return Collections.unmodifiableCollection(companies.values());
  }

  /** All chips, families and generations, in the files' order. */
  public Collection<Chip> chips() {
    return Collections.unmodifiableCollection(chips.values());
  }

  /** Families of model codes, in the files' order: the first that matches a place names it. */
  public Collection<ChipModel> models() {
    return Collections.unmodifiableCollection(models.values());
  }

  /** Every way to write an entity. */
  public List<Name> names() {
    return Collections.unmodifiableList(names);
  }

  /** The company of an id; null if there is none. */
  public Company company(String id) {
    return companies.get(id);
  }

  /** The chip of an id; null if it is not listed (a model code, say). */
  public Chip chip(String id) {
    return chips.get(id);
  }

  private void readCompanies(LexiconFiles files) {
    for (TsvRows.Row row : rows(files, "companies.tsv", "id", "names", "kind")) {
      String id = id(row);
      companies.put(
          id,
          new Company(
              id,
              required(row, "names"),
              row.list("brands"),
              row.list("descriptions"),
              row.get("ticker"),
              row.get("country"),
              row.get("parent"),
              row.get("kind") == null ? Set.of() : Set.of(row.get("kind").split("[,|\\s]+"))));
    }
    for (Company company : companies.values()) {
      if (company.parent() != null && !companies.containsKey(company.parent())) {
        problems.add("companies.tsv: " + company.id() + " has the unknown parent " + company.parent());
      }
    }
  }

  private void readChips(LexiconFiles files) {
    for (TsvRows.Row row : rows(files, "chips.tsv", "id", "names", "vendor")) {
      String id = id(row);
      String kind = row.get("kind");
      String vendor = row.get("vendor");
      checkVendor(row.place(), id, vendor, kind);
      Integer year;
      try {
        year = row.get("year") == null ? null : Integer.valueOf(row.get("year"));
      } catch (NumberFormatException e) {
        throw new LexiconException(row.place() + ": " + row.get("year") + " is no year");
      }
      chips.put(id, new Chip(id, required(row, "names"), vendor, row.get("family"), kind, year));
    }
    for (Chip chip : chips.values()) {
      checkFamily("chips.tsv", chip.id(), chip.family());
    }
  }

  private void readModels(LexiconFiles files) {
    for (TsvRows.Row row : rows(files, "chip_models.tsv", "id", "regex", "template", "vendor", "anchors")) {
      String id = row.need("id");
      boolean idIsTheMatch = row.need("template").matches("\\$\\d");
      if (row.get("vendor") != null || !idIsTheMatch) {
        checkVendor(row.place(), id, row.get("vendor"), row.get("kind"));
      }
      checkFamily(row.place(), id, row.get("family"));
      try {
        Pattern pattern = Pattern.compile(row.need("regex"));
        row.need("anchors");
        models.put(id, new ChipModel(id, foldedList(row, "anchors"), pattern, row.need("template"), row.get("vendor"), row.get("family"), row.get("kind")));
      } catch (PatternSyntaxException e) {
        problems.add(row.place() + ": " + e.getMessage().replaceAll("\\R", " "));
      }
    }
  }

  private void readNames(LexiconFiles files) {
    Map<String, Set<String>> conditioned = new HashMap<>();
    List<Name> special = new ArrayList<>();
    List<TsvRows.Row> regions = rows(files, "regions.tsv", "id", "names");
    Set<String> regionIds = new HashSet<>();
    regions.forEach(row -> regionIds.add(row.need("id")));
    for (TsvRows.Row row : rows(files, "names.tsv", "name", "entity")) {
      Name name = conditional(row, regionIds);
      if (name == null) {
        continue;
      }
      special.add(name);
      conditioned.computeIfAbsent(name.folded(), key -> new HashSet<>()).add(name.entity());
    }
    Map<String, Name> plain = new LinkedHashMap<>();
    for (Company company : companies.values()) {
      company.names().forEach(name -> addPlain(name, company.id(), Name.Kind.COMPANY, plain, conditioned));
      company.brands().forEach(name -> addPlain(name, company.id(), Name.Kind.BRAND, plain, conditioned));
      company.descriptions().forEach(name -> addPlain(name, company.id(), Name.Kind.DESCRIPTION, plain, conditioned));
    }
    for (Chip chip : chips.values()) {
      for (String name : chip.names()) {
        addPlain(name, chip.id(), Name.Kind.CHIP, plain, conditioned);
      }
    }
    for (TsvRows.Row row : regions) {
      for (String parent : row.list("within")) {
        if (!regionIds.contains(parent)) {
          problems.add(row.place() + ": " + row.need("id") + " lies in the unknown region " + parent);
        }
      }
      row.list("names").forEach(name -> addPlain(name, row.need("id"), Name.Kind.REGION, plain, conditioned));
    }
    for (TsvRows.Row row : rows(files, "words.tsv", "word", "kind")) {
      // A word that is also listed as a chip ("tensor processing unit") is the chip.
      if ("chip".equals(row.need("kind")) && !plain.containsKey(folded(row.need("word"))) && !conditioned.containsKey(folded(row.need("word")))) {
        addPlain(row.need("word"), folded(row.need("word")), Name.Kind.CHIP_WORD, plain, conditioned);
      }
    }
    names.addAll(special);
    names.addAll(plain.values());
  }

  private Name conditional(TsvRows.Row row, Set<String> regionIds) {
    String entity = row.need("entity");
    String name = row.need("name");
    Name.Kind kind;
    if (companies.containsKey(entity)) {
      Company company = companies.get(entity);
      kind = company.brands().contains(name) ? Name.Kind.BRAND : company.descriptions().contains(name) ? Name.Kind.DESCRIPTION : Name.Kind.COMPANY;
    } else if (chips.containsKey(entity)) {
      kind = Name.Kind.CHIP;
    } else if (regionIds.contains(entity)) {
      kind = Name.Kind.REGION;
    } else {
      problems.add(row.place() + ": " + name + " belongs to the unknown entity " + entity);
      return null;
    }
    String letterCase = row.get("case");
    if (letterCase != null && !letterCase.equals("exact")) {
      problems.add(row.place() + ": case is 'exact' or empty, not " + letterCase);
    }
    return new Name(
        folded(name),
        entity,
        kind,
        letterCase == null ? null : name,
        foldedList(row, "needs"),
        foldedList(row, "not_before"),
        foldedList(row, "not_after"),
        day(row, "valid_from"),
        day(row, "valid_to"));
  }

  private void addPlain(
      String text, String entity, Name.Kind kind, Map<String, Name> plain, Map<String, Set<String>> conditioned) {
    String folded = folded(text);
    // So short a name must be written just so, or it is a word: "LG", "HP", and the regions "US", "UAE".
    boolean isShort = folded.length() <= 2 || kind == Name.Kind.REGION && folded.length() <= 3;
    String exact = kind != Name.Kind.CHIP_WORD && isShort ? text : null;
    Set<String> withConditions = conditioned.get(folded);
    if (withConditions != null) {
      if (!withConditions.contains(entity)) {
        problems.add("names.tsv has conditions for '" + text + "', but none for " + entity + ", which claims it too");
      }
      return;
    }
    Name former =
        plain.put(folded, new Name(folded, entity, kind, exact, List.of(), List.of(), List.of(), null, null));
    if (former != null && !former.entity().equals(entity)) {
      problems.add(
          "'" + text + "' is claimed by " + former.entity() + " and " + entity + "; add rows to names.tsv that choose");
    }
  }

  private void checkVendor(String place, String id, String vendor, String kind) {
    if (vendor == null && !"memory".equals(kind) && !"storage".equals(kind)) {
      problems.add(place + ": " + id + " has no vendor");
    }
    if (vendor != null && !companies.containsKey(vendor)) {
      problems.add(place + ": " + id + " has the unknown vendor " + vendor);
    }
  }

  private void checkFamily(String place, String id, String family) {
    if (family != null && !chips.containsKey(family)) {
      problems.add(place + ": " + id + " belongs to the unknown family " + family);
    }
  }

  private static List<TsvRows.Row> rows(LexiconFiles files, String file, String... columns) {
    return TsvRows.of(file, files.texts().getOrDefault(file, List.of()), columns);
  }

  private static String id(TsvRows.Row row) {
    String id = row.need("id");
    if (!ID.matcher(id).matches()) {
      throw new LexiconException(row.place() + ": '" + id + "' is no id (lower case, words joined by -)");
    }
    return id;
  }

  private static List<String> required(TsvRows.Row row, String column) {
    row.need(column);
    return row.list(column);
  }

  private static LocalDate day(TsvRows.Row row, String column) {
    try {
      return row.get(column) == null ? null : LocalDate.parse(row.get(column));
    } catch (DateTimeParseException e) {
      throw new LexiconException(row.place() + ": " + row.get(column) + " is no date (yyyy-MM-dd)");
    }
  }

  private static List<String> foldedList(TsvRows.Row row, String column) {
    return row.list(column).stream().map(Lexicon::folded).toList();
  }

  private static String folded(String text) {
    return new String(Folding.fold(text));
  }
}
