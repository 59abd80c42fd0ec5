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
  /** Who counts first where a sentence tells several. */
  enum Kind {
    PUBLICATION,
    NAMED,
    UNNAMED,
    /** Who is quoted in the text before, where the sentence goes on with the quotation. */
    QUOTED
  }

  record Speaker(Said<String> name, Kind kind) {}

  private static final String CAPITAL = "(?:\\p{Ll}?\\p{Lu}|\\d+\\p{L})[\\p{L}\\p{N}&.+!-]*(?:['’]s?(?![\\p{L}]))?";
  static final String NAME = CAPITAL + "(?:\\s+(?:(?:of|of the|for)\\s+)?" + CAPITAL + "){0,5}";
  private static final int LONGEST_PUBLICATION = 5;
  private static final Pattern FIRM_OF = Pattern.compile("\\s(?:at|of|with|from|for)\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}(?<firm>" + NAME + ")");
  private static final Pattern FIRST_NAME = Pattern.compile(NAME);
  private static final Pattern LEGAL_FORM = Pattern.compile(",?\\s+(?:Inc|Corp|Ltd|LLC|Co|Plc|PLC|AG|SA)\\.?$");

  private final Map<String, List<String>> people = new HashMap<>();
  private final Set<String> publications = new HashSet<>();
  private final Set<String> noNames;
  private final Pattern titles;
  private final Pattern mention;

  /**
   * @param noNames words that stand in capitals at a sentence's start and belong to no name, folded
   * @param title pattern of what a firm's people are called
   * @param titled pattern of a name with the titles around it
   */
  Speakers(Set<String> noNames, String title, String titled) {
    this.noNames = noNames;
    titles = Pattern.compile("^(?:" + title + "\\s+){1,4}(?=\\p{Lu})");
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
    int start = nameStart(text, name.start(), name.end());
    if (start >= name.end()) {
      return null;
    }
    Said<String> publication = publication(text, start, name.end());
    if (publication != null) {
      return new Speaker(publication, Kind.PUBLICATION);
    }
    if (hits.stream().anyMatch(h -> h.isChip() && h.start() >= start && h.end() <= name.end())) {
      return null;
    }
    Hit company = company(text, hits, start, name.end());
    if (company == null && more != null) {
      company = company(text, hits, more.start(), more.end());
    }
    if (company != null) {
      return new Speaker(new Said<>(company.entity(), new Span(company.start(), company.end())), Kind.NAMED);
    }
    Matcher title = titles.matcher(text).region(start, name.end());
    int from = title.lookingAt() ? title.end() : start;
    Matcher first = FIRST_NAME.matcher(text).region(from, name.end());
    if (!first.lookingAt()) {
      return null;
    }
    String written = bare(first.group());
    String firm = firm(written, passage);
    if (firm == null && more != null) {
      Matcher of = FIRM_OF.matcher(text).region(more.start(), more.end());
      if (of.find()) {
        return new Speaker(new Said<>(bare(of.group("firm")), new Span(of.start("firm"), of.end("firm"))), Kind.NAMED);
      }
    }
    if (firm == null && lookBack && written.indexOf(' ') < 0) {
      Speaker before = introducedBefore(passage, written);
      firm = before == null || before.name().value().equals(written) ? null : before.name().value();
    }
    Span span = new Span(from, first.end());
    if (firm == null) {
      return new Speaker(new Said<>(written, span), Kind.NAMED);
    }
    return new Speaker(new Said<>(firm, span), isPublication(firm) ? Kind.PUBLICATION : Kind.NAMED);
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
      if (hit.isCompany() && hit.start() >= from && hit.end() <= to && (found == null || !several)) {
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
