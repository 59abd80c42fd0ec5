package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reference;
import dev.chipledger.extract.Resources;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads who says so. A publication or another body is told as written, without "the"; a company of the lexicon, or who
 * speaks for one, by its id; those not named as written ("people familiar with the matter"). Of several the one that found
 * it out counts: a publication before a company, a company before those not named. Where a sentence goes on with what the
 * text before reports ("The people said"), the source is the one named there. The words are in {@code extract/sources.tsv}, the people in
 * {@code extract/people.tsv}, the publications in {@code statement/owners.tsv}.
 */
final class SourceReader {
  private enum Kind {
    PUBLICATION,
    NAMED,
    UNNAMED
  }

  /**
   * @param said the words that tell the source, with the verb
   * @param from where what the source says begins; what stands before is said by it only if {@code closes}
   * @param closes whether it stands behind what is said ("…, Reuters reported") or anywhere beside it ("according to Reuters")
   */
  private record Attribution(Said<String> source, Kind kind, Span said, int from, boolean closes) {}

  private static final String WORD = "[\\p{L}\\p{N}&.+!-]+";
  private static final String CAPITAL = "(?:\\p{Lu}|\\d+\\p{L})[\\p{L}\\p{N}&.+!-]*(?:['’]s?(?![\\p{L}]))?";
  private static final String NAME = CAPITAL + "(?:\\s+(?:(?:of|of the|for|&)\\s+)?" + CAPITAL + "){0,5}";
  private static final int LONGEST_PUBLICATION = 5;

  private final Map<String, String> people = new HashMap<>();
  private final Set<String> publications = new HashSet<>();
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final Pattern behind;
  private final Pattern subject;
  private final Pattern inverted;
  private final Pattern titles;
  private final Pattern unnamed;
  private final Pattern firmOf = Pattern.compile("\\s(?:at|of|with|from|for)\\s+(?:the\\s+)?(?<firm>" + NAME + ")");

  SourceReader() {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Resources.rows("/extract/sources.tsv")) {
      String cell = Arrays.stream(row[1].split("\\|")).map(w -> Pattern.quote(w).replace(" ", "\\E\\s+\\Q")).collect(Collectors.joining("|"));
      words.merge(row[0], cell, (a, b) -> a + "|" + b);
      sets.computeIfAbsent(row[0], key -> new HashSet<>()).addAll(List.of(row[1].split("\\|")));
    }
    for (String[] row : Resources.rows("/extract/people.tsv")) {
      for (String person : row[0].split("\\|")) {
        people.put(person, row[1]);
      }
    }
    for (String[] row : Resources.rows("/statement/owners.tsv")) {
      if (row[1].equals("name")) {
        for (String name : row[2].split("\\|")) {
          publications.add(withoutArticle(folded(name)));
        }
      }
    }
    String start = "(?<![\\p{L}\\p{N}'’-])";
    String end = "(?![\\p{L}\\p{N}'’-])";
    String title = "(?i:" + words.get("title") + ")";
    String titled = "(?:(?i:the|an?|one|former|its)\\s+)*" + NAME + "(?:\\s+" + title + ")*(?:\\s+" + CAPITAL + "){0,3}";
    String nobody = "(?:(?i:the|an?|one|two|three|four|five|several|multiple|some|many|other|unnamed|anonymous|industry|supply[- ]chain|various|new|recent)\\s+){0,3}"
        + "(?i:" + words.get("unnamed") + ")(?:\\s+(?i:" + words.get("tail") + ")\\s+" + WORD + "(?:\\s+" + WORD + "){0,5}?)?";
    String verb = "(?:(?i:" + words.get("aside") + ")\\s+){0,3}(?<verb>(?i:" + words.get("saying") + "|" + words.get("said_only") + "))" + end;
    String meant = "(?i:" + words.get("go_on") + ")";
    behind = Pattern.compile(
        start + "(?<by>(?i:" + words.get("before") + "))\\s+(?:(?i:an?|the|its)\\s+)?(?:(?:" + WORD + "\\s+){0,2}(?i:reports?|notes?|filings?|story|estimates|data|documents?)\\s+(?i:by|from|in|at|of)\\s+)?"
            + "(?:(?<nobody>" + nobody + ")" + end + "|(?<meant>" + meant + ")" + end + "|(?<name>" + titled + ")(?<more>,\\s[^,;]{3,90})?)");
    subject = Pattern.compile(
        start + "(?:(?<nobody>" + nobody + ")|(?<meant>" + meant + ")|(?<name>" + titled + ")(?<more>,\\s[^,;]{3,90},)?)\\s+" + verb + "(?<that>:|,?\\s+that" + end + ")?");
    inverted = Pattern.compile(
        "[,”\"]\\s*(?<verb>(?i:said|says|told|reports|reported|according|wrote|writes|explained|added|noted))\\s+(?:(?<nobody>" + nobody + ")" + end + "|(?<meant>" + meant + ")" + end
            + "|(?<name>" + titled + ")(?<more>,\\s[^,;]{3,90})?)");
    titles = Pattern.compile("\\s+" + title + end);
    unnamed = Pattern.compile("(?i)^(?:the|that|those)\\s+");
  }

  /** Who says what stands at {@code anchor}; null if nobody is told. */
  Said<String> read(Passage passage, Clauses clauses, Span anchor) {
    Attribution best = null;
    for (Attribution one : attributions(passage, passage.sentence(), passage.hits(), true)) {
      if (covers(one, clauses, anchor) && (best == null || one.kind().compareTo(best.kind()) < 0)) {
        best = one;
      }
    }
    return best == null ? null : best.source();
  }

  private static boolean covers(Attribution one, Clauses clauses, Span anchor) {
    if (anchor.start() >= one.from()) {
      return true;
    }
    return one.closes() && anchor.end() <= one.said().start();
  }

  /** @param here whether it is the sentence that is read, not the text before it: only there is known whom "it" stands for */
  private List<Attribution> attributions(Passage passage, Span span, List<Hit> hits, boolean here) {
    String text = passage.text();
    List<Attribution> found = new ArrayList<>();
    Matcher match = behind.matcher(text).region(span.start(), span.end()).useTransparentBounds(true);
    while (match.find()) {
      add(passage, hits, match, here, match.start(), true, found);
    }
    match = subject.matcher(text).region(span.start(), span.end()).useTransparentBounds(true);
    while (match.find()) {
      add(passage, hits, match, here, match.end("verb"), closes(text, span, match.start()), found);
    }
    match = inverted.matcher(text).region(span.start(), span.end()).useTransparentBounds(true);
    while (match.find()) {
      add(passage, hits, match, here, match.end(), true, found);
    }
    return found;
  }

  private static boolean closes(String text, Span span, int at) {
    int i = at;
    while (i > span.start() && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i > span.start() && ",”\"—–".indexOf(text.charAt(i - 1)) >= 0;
  }

  private void add(Passage passage, List<Hit> hits, Matcher match, boolean here, int from, boolean closes, List<Attribution> found) {
    Span said = new Span(match.start(), match.end());
    String nobody = match.group("nobody");
    String name = match.group("name");
    if (nobody != null) {
      String words = unnamed.matcher(nobody.strip()).replaceFirst("").replaceAll("\\s+", " ");
      found.add(new Attribution(new Said<>(words, new Span(match.start("nobody"), match.end("nobody"))), Kind.UNNAMED, said, from, closes));
    } else if (name != null) {
      Attribution one = named(passage.text(), hits, match, said, from, closes);
      if (one != null) {
        found.add(one);
      }
    } else if (here) {
      Attribution one = meant(passage, match, said, from, closes);
      if (one != null) {
        found.add(one);
      }
    }
  }

  private Attribution named(String text, List<Hit> hits, Matcher match, Span said, int from, boolean closes) {
    int start = match.start("name");
    int end = match.end("name");
    // "Today Reuters": what opens a sentence in capitals is no part of the name.
    while (start < end) {
      int space = start;
      while (space < end && !Character.isWhitespace(text.charAt(space))) {
        space++;
      }
      String first = folded(text.substring(start, space));
      if (!first.equals("the") && !sets.get("no_name").contains(first)) {
        break;
      }
      start = space;
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
    if (start == end) {
      return null;
    }
    Said<String> publication = publication(text, start, end);
    if (publication != null) {
      return new Attribution(publication, Kind.PUBLICATION, said, from, closes);
    }
    Span whole = match.group("more") == null ? new Span(start, end) : new Span(start, match.end("more"));
    Hit company = null;
    boolean thing = false;
    for (Hit hit : hits) {
      if (hit.start() >= whole.start() && hit.end() <= whole.end()) {
        company = hit.isCompany() && (company == null || hit.start() < end) ? hit : company;
        thing |= hit.isChip() && hit.end() <= end;
      }
    }
    String verb = match.pattern() == behind ? null : folded(match.group("verb"));
    if (company != null) {
      boolean thin = verb != null && match.pattern() == subject && match.group("that") == null
          && (verb.startsWith("report") || sets.get("said_only").contains(verb));
      return thin || thing ? null : new Attribution(new Said<>(company.entity(), new Span(company.start(), company.end())), Kind.NAMED, said, from, closes);
    }
    if (thing) {
      return null;
    }
    String written = text.substring(start, end);
    String firm = people.get(written);
    if (firm != null) {
      return new Attribution(new Said<>(firm, new Span(start, end)), publications.contains(folded(firm)) ? Kind.PUBLICATION : Kind.NAMED, said, from, closes);
    }
    if (match.group("more") != null) {
      Matcher of = firmOf.matcher(match.group("more"));
      if (of.find()) {
        int at = match.start("more") + of.start("firm");
        return new Attribution(new Said<>(bare(of.group("firm")), new Span(at, at + of.group("firm").length())), Kind.NAMED, said, from, closes);
      }
    }
    Matcher title = titles.matcher(written);
    String body = bare(title.find() ? written.substring(0, title.start()) : written);
    return body.isEmpty() ? null : new Attribution(new Said<>(body, new Span(start, start + body.length())), Kind.NAMED, said, from, closes);
  }

  private static String bare(String name) {
    return name.replaceFirst("^(?i:the|an?)\\s+", "").replaceFirst("['’]s?$", "").replaceFirst("\\.$", "").replaceAll("\\s+", " ");
  }

  /** The longest name of a publication inside a name ("Bloomberg" of "Bloomberg's Mark Gurman"); null if none. */
  private Said<String> publication(String text, int start, int end) {
    String[] words = text.substring(start, end).split("\\s+");
    for (int length = Math.min(LONGEST_PUBLICATION, words.length); length > 0; length--) {
      for (int i = 0; i + length <= words.length; i++) {
        String written = bare(String.join(" ", Arrays.copyOfRange(words, i, i + length)));
        if (publications.contains(folded(written))) {
          int at = text.indexOf(words[i], start);
          return new Said<>(written, new Span(at, Math.min(end, at + written.length())));
        }
      }
    }
    return null;
  }

  /** Whom "it", "the report" or "the company" stands for. */
  private Attribution meant(Passage passage, Matcher match, Span said, int from, boolean closes) {
    Span span = new Span(match.start("meant"), match.end("meant"));
    String words = folded(match.group("meant"));
    boolean company = words.endsWith("company") || words.endsWith("firm") || words.endsWith("group") || words.endsWith("chipmaker");
    if (!company) {
      Attribution last = null;
      for (Attribution one : attributions(passage, passage.beforeSpan(), passage.before(), false)) {
        last = last == null || one.said().start() > last.said().start() ? one : last;
      }
      if (last != null) {
        return new Attribution(new Said<>(last.source().value(), span), last.kind(), said, from, closes);
      }
    }
    for (Reference reference : passage.references()) {
      if (reference.start() == span.start() && reference.company() != null) {
        return new Attribution(new Said<>(reference.company(), span), Kind.NAMED, said, from, closes);
      }
    }
    return null;
  }

  private static String folded(String text) {
    return new String(Folding.fold(text)).strip();
  }

  private static String withoutArticle(String name) {
    return name.startsWith("the ") ? name.substring(4) : name;
  }
}
