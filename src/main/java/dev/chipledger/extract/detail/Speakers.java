package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Resources;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a name in a sentence speaks for: a publication as written, a company by its id, a person by the firm, another body as
 * written. The people are in {@code extract/people.tsv}, the publications in {@code statement/owners.tsv}.
 */
final class Speakers {
  /** What sort of speaker; of several that a sentence tells the least {@code order} counts. */
  enum Kind {
    PUBLICATION(0),
    /** A company of the lexicon, or who speaks for one. */
    COMPANY(1),
    /** Somebody who speaks for no company that is told; a name on the net too. */
    PERSON(1),
    /** Any other name. */
    BODY(1),
    UNNAMED(2),
    /** Who is quoted in the text before, where the sentence goes on with the quotation. */
    QUOTED(3);

    private final int order;

    Kind(int order) {
      this.order = order;
    }

    int order() {
      return order;
    }

    /** They report and show what others do, a company its own things. */
    boolean speaksOfOthers() {
      return this == PUBLICATION || this == PERSON;
    }
  }

  record Speaker(Said<String> name, Kind kind) {}

  /** "C.C.", "Dr." and "St." are parts of a name; another full stop ends it. */
  private static final String CAPITAL =
      "(?:(?:(?:\\p{Lu}\\.){1,4}|(?:Dr|Mr|Ms|Mrs|Prof|Sen|St)\\.)(?=\\s)"
          + "|(?:\\p{Ll}?\\p{Lu}|\\d+\\p{L}|\\p{Ll}+[\\d_])(?:[\\p{L}\\p{N}&+!_-]|\\.(?=[\\p{L}\\p{N}]))*(?:['’]s?(?![\\p{L}]))?)";
  /** "@handle", as the net calls people. */
  static final String HANDLE = "@[\\p{L}\\p{N}_]{2,30}";
  static final String NAME = CAPITAL + "(?:\\s+(?:(?:of|of the|for)\\s+)?" + CAPITAL + "){0,5}";
  /** "Dell's Weibo account" is Dell's. */
  private static final Pattern ACCOUNT = Pattern.compile("\\s+(?:account|post|page|channel|profile|feed|thread)\\b");
  /** ", an analyst at Wedbush" or "(AMD)", not what goes on with another name. */
  private static final Pattern DESCRIBING = Pattern.compile(",\\s+\\p{Ll}|,\\s+(?:CEO|CFO|CTO|COO|VP|SVP|EVP|President|Chief|Director|Head)|\\s+\\(");
  private static final Pattern NET_NAME = Pattern.compile("\\p{Ll}+[\\d_].*");
  /** In the list of people: one who speaks for no firm. */
  private static final String THEMSELVES = "-";
  private static final int LONGEST_PUBLICATION = 5;
  private static final Pattern FIRM_OF = Pattern.compile("\\s(?:at|of|with|from|for)\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}(?<firm>" + NAME + ")");
  private static final Pattern FIRST_NAME = Pattern.compile(NAME);
  private static final Pattern LEGAL_FORM = Pattern.compile(",?\\s+(?:Inc|Corp|Ltd|LLC|Co|Plc|PLC|AG|SA)\\.?$");

  private final Map<String, List<String>> people = new HashMap<>();
  private final Set<String> publications = new HashSet<>();
  private final Set<String> noNames;
  private final Pattern titles;
  private final Pattern outsiders;
  private final Pattern mention;

  /**
   * @param noNames words that stand in capitals at a sentence's start and belong to no name, folded
   * @param title pattern of what a firm's people are called
   * @param outsider pattern of what those are called who speak of a firm, but not for it
   * @param titled pattern of a name with the titles around it
   */
  Speakers(Set<String> noNames, String title, String outsider, String titled) {
    this.noNames = noNames;
    titles = Pattern.compile("^(?:" + title + "\\s+){1,4}(?=\\p{Lu}|\\p{Ll}+[\\d_])");
    outsiders = Pattern.compile("\\s" + outsider + "\\s+(?=\\p{Lu}|\\p{Ll}+[\\d_])");
    mention = Pattern.compile("(?<name>" + titled + ")(?<more>,\\s[^,;.]{3,90})?");
    for (String[] row : Resources.rows("/extract/people.tsv")) {
      for (String person : row[0].split("\\|")) {
        List<String> firms = List.of(row[1].split("\\|"));
        Stream.of(person, person.substring(person.lastIndexOf(' ') + 1)).distinct().forEach(
            name -> people.computeIfAbsent(name, key -> new ArrayList<>()).addAll(firms));
      }
    }
    for (String[] row : Resources.rows("/statement/owners.tsv")) {
      if (row[1].equals("name")) {
        Arrays.stream(row[2].split("\\|")).map(name -> folded(name).replaceFirst("^the ", "")).forEach(publications::add);
      }
    }
  }

  /**
   * @param hits entities of the sentence that the name stands in
   * @param name the name with its titles: "Wedbush analyst Dan Ives"
   * @param more what follows it in commas (", an analyst at Wedbush"); null if nothing
   * @return null if it is no name, or a product's
   */
  Speaker of(Passage passage, List<Hit> hits, Span name, Span more) {
    return of(passage, hits, name, more, true);
  }

  private Speaker of(Passage passage, List<Hit> hits, Span name, Span more, boolean lookBack) {
    String text = passage.text();
    if (text.charAt(name.start()) == '@') {
      return handle(text, hits, name);
    }
    int start = nameStart(text, name.start(), name.end());
    if (start >= name.end()) {
      return null;
    }
    Said<String> publication = publication(text, start, name.end());
    if (publication != null) {
      return new Speaker(publication, Kind.PUBLICATION);
    }
    // "Apple analyst Jane Doe" doesn't speak for Apple.
    Matcher outsider = outsiders.matcher(text).region(start, name.end());
    boolean isOutsider = outsider.find();
    int from = isOutsider ? outsider.end() : start;
    Hit owner = company(text, hits, start, name.end());
    if (isOutsider && (owner == null || owner.start() != start)) {
      // "Wedbush analyst Jane Doe" does speak for Wedbush.
      isOutsider = false;
      from = start;
    }
    if (hits.stream().anyMatch(h -> h.isChip() && h.start() >= start && h.end() <= name.end())) {
      return null;
    }
    Hit company = isOutsider ? null : owner;
    boolean describes = more != null && DESCRIBING.matcher(text).region(more.start(), more.end()).lookingAt();
    if (company == null && describes) {
      company = company(text, hits, more.start(), more.end());
    }
    if (company != null) {
      return new Speaker(new Said<>(company.entity(), new Span(company.start(), company.end())), Kind.COMPANY);
    }
    Matcher title = titles.matcher(text).region(from, name.end());
    boolean isTitled = isOutsider || title.lookingAt();
    from = !isOutsider && isTitled ? title.end() : from;
    Matcher first = FIRST_NAME.matcher(text).region(from, name.end());
    if (!first.lookingAt()) {
      return null;
    }
    String written = bare(first.group());
    String firm = firm(written, passage);
    if (firm == null && describes) {
      Matcher of = FIRM_OF.matcher(text).region(more.start(), more.end());
      if (of.find()) {
        return new Speaker(new Said<>(bare(of.group("firm")), new Span(of.start("firm"), of.end("firm"))), Kind.BODY);
      }
    }
    if (firm == null && lookBack && written.indexOf(' ') < 0) {
      Speaker before = introducedBefore(passage, written);
      firm = before == null || before.name().value().equals(written) ? null : before.name().value();
    }
    Span span = new Span(from, first.end());
    if (firm == null || firm.equals(THEMSELVES)) {
      boolean isPerson = isTitled || people.containsKey(written) || NET_NAME.matcher(written).matches();
      return new Speaker(new Said<>(written, span), isPerson ? Kind.PERSON : Kind.BODY);
    }
    return new Speaker(new Said<>(firm, span), isPublication(firm) ? Kind.PUBLICATION : Kind.COMPANY);
  }

  /** "@AnthropicAI" is Anthropic. */
  private static Speaker handle(String text, List<Hit> hits, Span name) {
    return hits.stream()
        .filter(h -> h.isCompany() && h.start() >= name.start() && h.end() <= name.end())
        .findFirst()
        .map(h -> new Speaker(new Said<>(h.entity(), name), Kind.COMPANY))
        .orElseGet(() -> new Speaker(new Said<>(text.substring(name.start() + 1, name.end()), name), Kind.PERSON));
  }

  boolean isPublication(String name) {
    return publications.contains(folded(bare(name)));
  }

  /** "Today Reuters": what opens a sentence in capitals is no part of the name. */
  private int nameStart(String text, int from, int end) {
    int start = from;
    while (start < end) {
      int space = start;
      while (space < end && !Character.isWhitespace(text.charAt(space))) {
        space++;
      }
      String first = folded(text.substring(start, space));
      if (!first.equals("the") && !noNames.contains(first)) {
        return start;
      }
      start = space;
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
    return end;
  }

  /** Of "Dell and Nvidia" the first, of "Apple supplier Foxconn" the last; null if none. */
  private static Hit company(String text, List<Hit> hits, int from, int to) {
    Hit found = null;
    boolean several = text.substring(from, to).contains(" and ");
    for (Hit hit : hits) {
      boolean isPlatform = ACCOUNT.matcher(text).region(hit.end(), text.length()).lookingAt();
      if (hit.isCompany() && hit.start() >= from && hit.end() <= to && (found == null || !several && !isPlatform)) {
        found = hit;
      }
    }
    return found;
  }

  /** Whom a person speaks for; of several firms, and of a surname alone, the one that the passage names; null if unknown. */
  private String firm(String person, Passage passage) {
    List<String> firms = people.getOrDefault(person, List.of());
    if (firms.size() == 1 && person.indexOf(' ') > 0) {
      return firms.get(0);
    }
    return Stream.of(passage.hits(), passage.before(), passage.titleHits())
        .flatMap(List::stream)
        .map(Hit::entity)
        .filter(firms::contains)
        .findFirst()
        .orElse(null);
  }

  /** Whom the text before tells a person of this surname to speak for; null if it tells nothing. */
  private Speaker introducedBefore(Passage passage, String surname) {
    Matcher match = mention.matcher(passage.text()).region(passage.beforeSpan().start(), passage.beforeSpan().end());
    while (match.find()) {
      if (match.group("name").matches("(?s).*\\s" + Pattern.quote(surname) + "(?:['’]s)?")) {
        Span more = match.group("more") == null ? null : new Span(match.start("more"), match.end("more"));
        return of(passage, passage.before(), new Span(match.start("name"), match.end("name")), more, false);
      }
    }
    return null;
  }

  /** The longest name of a publication inside a name ("Bloomberg" of "Bloomberg's Mark Gurman"); null if none. */
  private Said<String> publication(String text, int start, int end) {
    String[] words = text.substring(start, end).split("\\s+");
    for (int length = Math.min(LONGEST_PUBLICATION, words.length); length > 0; length--) {
      for (int i = 0; i + length <= words.length; i++) {
        String written = bare(String.join(" ", Arrays.copyOfRange(words, i, i + length)));
        if (isPublication(written)) {
          int at = text.indexOf(words[i], start);
          return new Said<>(written, new Span(at, Math.min(end, at + written.length())));
        }
      }
    }
    return null;
  }

  private static String bare(String name) {
    String words = name.replaceFirst("^(?i:the|an?)\\s+", "").replaceFirst("['’]s?$", "").replaceAll("\\s+", " ");
    return LEGAL_FORM.matcher(words).replaceFirst("").replaceFirst("\\.$", "");
  }

  private static String folded(String text) {
    return new String(Folding.fold(text)).strip();
  }
}
