package dev.chipledger.lexicon;

import dev.chipledger.text.Folding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Companies, chips, regions and their names, checked for contradictions. Immutable. */
public final class Lexicon {
  private static final Pattern ID = Pattern.compile("[\\p{Ll}\\p{N}]+([-.+][\\p{Ll}\\p{N}.+]+)*");

  private static final String SEVERAL = "-";

  private final Map<String, Company> companies = new LinkedHashMap<>();
  private final Map<String, Chip> chips = new LinkedHashMap<>();
  private final Map<String, ChipModel> models = new LinkedHashMap<>();
  private final List<Name> names = new ArrayList<>();
  private final Map<WordKind, Set<String>> words = new EnumMap<>(WordKind.class);
  private final Map<Role, Set<String>> companiesByRole = new EnumMap<>(Role.class);
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, List<String>> triggers = new LinkedHashMap<>();
  private boolean trainedReader;
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
    lexicon.readWords(files);
    lexicon.readNames(files);
    lexicon.readKinds(files);
    lexicon.readCues(files);
    lexicon.readSettings(files);
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

  /** Words of a kind as they are written in the file, in its order. */
  public Collection<String> words(WordKind kind) {
    return Collections.unmodifiableCollection(words.getOrDefault(kind, Set.of()));
  }

  /** The same as further branches of a regular expression, "|chip|server"; empty if there are none. */
  public String branches(WordKind kind) {
    return words(kind).stream().map(word -> "|" + Pattern.quote(word)).collect(Collectors.joining());
  }

  /** Whether companies of one of this company's kinds have a role; false for a company that is not listed. */
  public boolean has(String company, Role role) {
    return companiesByRole.get(role).contains(company);
  }

  /** Patterns, in the order in which they are tried. */
  public Collection<Rule> rules() {
    return Collections.unmodifiableCollection(rules.values());
  }

  /** Words that say what is done with the product, by action; a * stands for any ending. */
  public Map<String, List<String>> triggers() {
    return Collections.unmodifiableMap(triggers);
  }

  /** Whether the trained reader reads beside the patterns; it knows no other product than chips. */
  public boolean usesTrainedReader() {
    return trainedReader;
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
              Set.copyOf(commas(row, "kind"))));
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
      String vendor = vendor(row, id);
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
      boolean vendorOfTheMatch = row.get("vendor") == null && row.need("template").matches("\\$\\d");
      String vendor = vendorOfTheMatch ? null : vendor(row, id);
      checkFamily(row.place(), id, row.get("family"));
      try {
        Pattern pattern = Pattern.compile(row.need("regex"));
        row.need("anchors");
        models.put(id, new ChipModel(id, foldedList(row, "anchors"), pattern, row.need("template"), vendor, row.get("family"), row.get("kind")));
      } catch (PatternSyntaxException e) {
        problems.add(row.place() + ": " + e.getMessage().replaceAll("\\R", " "));
      }
    }
  }

  private void readWords(LexiconFiles files) {
    for (TsvRows.Row row : rows(files, "words.tsv", "word", "kind")) {
      row.need("kind");
      for (String kind : commas(row, "kind")) {
        constant(WordKind.class, row, kind).ifPresent(k -> words.computeIfAbsent(k, key -> new LinkedHashSet<>()).add(row.need("word")));
      }
    }
  }

  private void readKinds(LexiconFiles files) {
    Map<String, Set<Role>> roles = new HashMap<>();
    for (TsvRows.Row row : rows(files, "kinds.tsv", "kind", "roles")) {
      Set<Role> does = EnumSet.noneOf(Role.class);
      commas(row, "roles").forEach(role -> constant(Role.class, row, role).ifPresent(does::add));
      roles.put(row.need("kind"), does);
    }
    for (Role role : Role.values()) {
      Set<String> those = new HashSet<>();
      for (Company company : companies.values()) {
        if (company.kinds().stream().anyMatch(kind -> roles.getOrDefault(kind, Set.of()).contains(role))) {
          those.add(company.id());
        }
      }
      companiesByRole.put(role, those);
    }
    if (!companies.isEmpty() && companiesByRole.get(Role.MAKER).isEmpty()) {
      problems.add("companies.tsv: no company is of a kind that kinds.tsv gives the role maker, so nobody could be bought from");
    }
  }

  private void readCues(LexiconFiles files) {
    for (TsvRows.Row row : rows(files, "patterns.tsv", "id", "action", "status", "confidence", "pattern")) {
      try {
        String id = row.need("id");
        rules.put(
            id, new Rule(id, row.need("action"), row.need("status"), Double.parseDouble(row.need("confidence")), row.need("pattern")));
      } catch (NumberFormatException e) {
        problems.add(row.place() + ": " + row.get("confidence") + " is no confidence (0 to 1)");
      }
    }
    for (TsvRows.Row row : rows(files, "triggers.tsv", "action", "words")) {
      triggers.put(row.need("action"), required(row, "words"));
    }
  }

  private void readSettings(LexiconFiles files) {
    for (TsvRows.Row row : rows(files, "settings.tsv", "setting", "value")) {
      String value = row.need("value");
      if (!row.need("setting").equals("reader") || !value.equals("trained") && !value.equals("patterns")) {
        problems.add(row.place() + ": the one setting is reader, trained or patterns");
      }
      trainedReader = value.equals("trained");
    }
  }

  private <E extends Enum<E>> Optional<E> constant(Class<E> type, TsvRows.Row row, String word) {
    Optional<E> found = Arrays.stream(type.getEnumConstants()).filter(c -> c.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    if (found.isEmpty()) {
      problems.add(row.place() + ": '" + word + "' is none of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }
    return found;
  }

  private void readNames(LexiconFiles files) {
    Map<String, Set<String>> conditioned = new HashMap<>();
    List<Name> special = new ArrayList<>();
    List<TsvRows.Row> regions = rows(files, "regions.tsv", "id", "names");
    Set<String> regionIds = new HashSet<>();
    regions.forEach(row -> regionIds.add(row.need("id")));
    Set<String> chipWords = new HashSet<>();
    words(WordKind.CHIP).forEach(word -> chipWords.add(folded(word)));
    for (TsvRows.Row row : rows(files, "names.tsv", "name", "entity")) {
      Name name = conditional(row, regionIds, chipWords);
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
    for (String word : words(WordKind.CHIP)) {
      // A word that is also listed as a chip ("tensor processing unit") is the chip.
      if (!plain.containsKey(folded(word)) && !conditioned.containsKey(folded(word))) {
        addPlain(word, folded(word), Name.Kind.CHIP_WORD, plain, conditioned);
      }
    }
    names.addAll(special);
    names.addAll(plain.values());
  }

  private Name conditional(TsvRows.Row row, Set<String> regionIds, Set<String> chipWords) {
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
    } else if (chipWords.contains(entity)) {
      kind = Name.Kind.CHIP_WORD;
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

  /** The row's vendor; null for the sign that several make it. */
  private String vendor(TsvRows.Row row, String id) {
    String vendor = row.get("vendor");
    if (vendor == null) {
      problems.add(row.place() + ": " + id + " has no vendor (" + SEVERAL + " where several make it)");
    } else if (!vendor.equals(SEVERAL) && !companies.containsKey(vendor)) {
      problems.add(row.place() + ": " + id + " has the unknown vendor " + vendor);
    }
    return SEVERAL.equals(vendor) ? null : vendor;
  }

  private void checkFamily(String place, String id, String family) {
    if (family != null && !chips.containsKey(family)) {
      problems.add(place + ": " + id + " belongs to the unknown family " + family);
    }
  }

  private static List<TsvRows.Row> rows(LexiconFiles files, String file, String... columns) {
    return TsvRows.of(file, files.contents(file), columns);
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

  private static List<String> commas(TsvRows.Row row, String column) {
    return row.get(column) == null ? List.of() : List.of(row.get(column).split("[,|\\s]+"));
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
