package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reference;
import dev.chipledger.extract.Resources;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.extract.detail.Speakers.Kind;
import dev.chipledger.extract.detail.Speakers.Speaker;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads who says so. A publication or another body is told as written, without "the"; a company of the lexicon, or who
 * speaks for one, by its id; those not named as written ("people familiar with the matter"). Of several a publication counts
 * before a company, a company before those not named: who found it out. Where a sentence goes on with what the text before
 * reports ("The people said"), the source is the one told there. The words are in {@code extract/sources.tsv}.
 */
final class SourceReader {
  /**
   * @param words that tell the source, with the verb
   * @param from where what the source says begins; what stands before {@code words} it says only if {@code closes}
   * @param closes whether it stands behind what is said ("…, Reuters reported") or beside it ("according to Reuters")
   */
  record Attribution(Speaker speaker, Span words, int from, boolean closes) {
    boolean covers(String text, Span anchor) {
      boolean reaches = anchor.start() >= from || closes && anchor.end() <= words.start();
      // What follows a semicolon is a sentence of its own.
      return reaches && text.substring(Math.min(from, anchor.end()), Math.max(anchor.start(), from)).indexOf(';') < 0;
    }
  }

  private static final String WORD = "[\\p{L}\\p{N}&.+!-]+";
  private static final String OPENING = "“\"‘";
  private static final int LONGEST_DESCRIPTION = 50;
  private static final Pattern CLOSING =
      Pattern.compile("[,”\"—–]\\s*(?:(?!(?:and|but|or|while|as|when|which|who|that|where|because|since|so)\\s)\\p{Ll}[\\p{L}-]*\\s+){0,3}$");

  private final Speakers speakers;
  private final Set<String> objectless = new HashSet<>();
  private final Pattern behind;
  private final Pattern subject;
  private final Pattern inverted;
  private final Pattern elided;
  private final List<Pattern> printed;
  private final Pattern nothingMore;

  SourceReader() {
    Map<String, String> words = new HashMap<>();
    Set<String> noNames = new HashSet<>();
    for (String[] row : Resources.rows("/extract/sources.tsv")) {
      List<String> cell = List.of(row[1].split("\\|"));
      String anyOf = cell.stream().map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q")).collect(Collectors.joining("|"));
      words.merge(row[0], anyOf, (a, b) -> a + "|" + b);
      if (row[0].equals("no_name")) {
        noNames.addAll(cell);
      } else if (row[0].equals("saying_that")) {
        objectless.addAll(cell);
      }
    }
    String start = "(?<![\\p{L}\\p{N}'’-])";
    String end = "(?![\\p{L}\\p{N}'’-])";
    String title = "(?i:" + words.get("title") + ")";
    // "Nvidia chief executive Jensen Huang", "Dell and Nvidia", "the head of Tesla"
    String titled = "(?:(?i:the|an?|one|former|its)\\s+){0,2}(?:" + title + "\\s+(?:of|at|for)\\s+)?" + Speakers.NAME
        + "(?:(?:(?:\\s+\\p{Ll}[\\p{L}-]*){1,4}?|(?:,\\s+" + Speakers.NAME + "){0,4},?\\s+and)\\s+" + Speakers.NAME
        + "|(?:\\s+" + title + "){1,4}" + end + "){0,2}";
    String verbs = "(?i:" + words.get("saying") + "|" + words.get("saying_that") + ")";
    String tail = "(?i:" + words.get("tail") + ")";
    String unnamed = "(?:(?i:" + words.get("some") + ")\\s+){0,3}(?i:" + words.get("unnamed") + ")" + end
        + "(?:\\s+" + tail + "(?:\\s+(?!(?:" + verbs + "|that|who|as|have|has)" + end + ")[\\p{L}\\p{N}'’-]+){1,5})?";
    String meant = "(?i:" + words.get("go_on") + "|the\\s+(?:[\\p{L}-]+\\s+){0,2}(?:" + words.get("company") + "))(?!\\s+" + tail + ")";
    String who = "(?:(?<meant>" + meant + ")" + end + "|(?<nobody>" + unnamed + ")" + end + "|(?<name>" + titled + ")";
    String aside = "(?:(?i:" + words.get("aside") + ")\\s+){0,3}";
    String saying = "(?<verb>" + verbs + ")" + end;
    String report = "(?i:" + words.get("report") + ")";
    behind = Pattern.compile(
        start + "(?:" + words.get("before") + ")\\s+(?:(?i:an?|the|its)\\s+)?(?:(?:" + WORD + "\\s+){0,2}" + report + "\\s+(?:by|from|in|at|of)\\s+)?"
            + who + "(?<more>,\\s[^,;]{3,90})?)");
    subject = Pattern.compile(
        start + who + "(?<more>,\\s[^,;]{3,90},)?)\\s+" + aside + saying + "(?!\\s+to\\s+(?:be|have)\\s)"
            + "(?:\\s+(?:(?<outlet>" + Speakers.NAME + ")|(?<again>" + meant
            + "))" + end + ")?(?<that>:|,?(?:\\s+" + WORD + "){0,7}?\\s+that" + end + ")?");
    inverted = Pattern.compile("[,”\"]\\s*(?i:" + words.get("inverted") + ")\\s+(?:(?!to\\s|that\\s)\\p{Ll}[\\p{L}-]*\\s+){0,3}?" + who
            + "(?<more>,\\s[^,;]{3,90})?)");
    elided = Pattern.compile(",?\\s+(?:but|and)\\s+" + aside + "(?i:" + words.get("inverted") + ")" + end);
    printed = Stream.of(
            report + "\\s+(?:by|from|in)\\s+(?:the\\s+)?(?<name>" + Speakers.NAME + ")",
            start + "(?<name>" + Speakers.NAME + ")\\s+(?:\\p{Ll}+\\s+)?" + report + end,
            "\\s[-–—]\\s*(?<name>" + Speakers.NAME + ")\\s*$",
            "[(\\[](?:(?i:via|source:?)\\s+)?(?<name>" + Speakers.NAME + ")[)\\]]")
        .map(Pattern::compile)
        .toList();
    nothingMore = Pattern.compile("\\s*(?:[.,;:—”\"]|$|(?i:" + words.get("circumstance") + ")" + end + ")");
    speakers = new Speakers(noNames, title, titled);
  }

  /** Who says what in a sentence. */
  List<Attribution> read(Passage passage) {
    List<Attribution> told = attributions(passage, passage.sentence(), passage.hits());
    Speaker before = isQuoted(passage) ? lastBefore(passage) : null;
    if (before != null) {
      Span start = new Span(passage.sentence().start(), passage.sentence().start());
      told.add(new Attribution(new Speaker(new Said<>(before.name().value(), null), Kind.QUOTED), start, start.start(), false));
    }
    return told;
  }

  /** Who says what stands at {@code anchor}; null if nobody is told. */
  static Said<String> of(Passage passage, List<Attribution> told, Span anchor) {
    return told.stream()
        .filter(one -> one.covers(passage.text(), anchor))
        .map(Attribution::speaker)
        .min(Comparator.comparing(Speaker::kind))
        .map(Speaker::name)
        .orElse(null);
  }

  /** Whether the sentence begins in a quotation that the text before began, or begins one. */
  private static boolean isQuoted(Passage passage) {
    String before = passage.text().substring(passage.beforeSpan().start(), passage.beforeSpan().end());
    boolean open = before.lastIndexOf('“') > before.lastIndexOf('”');
    return open || OPENING.indexOf(passage.text().charAt(passage.sentence().start())) >= 0;
  }

  private Speaker lastBefore(Passage passage) {
    return attributions(passage, passage.beforeSpan(), passage.before()).stream()
        .max(Comparator.comparingInt(one -> one.words().start()))
        .map(Attribution::speaker)
        .orElse(null);
  }

  /** All that a stretch of the passage says of who says what. */
  private List<Attribution> attributions(Passage passage, Span span, List<Hit> hits) {
    String text = passage.text();
    List<Attribution> found = new ArrayList<>();
    Matcher match = matcher(behind, text, span);
    while (match.find()) {
      add(speaker(passage, span, hits, match), match, match.start(), true, found);
    }
    match = matcher(inverted, text, span);
    while (match.find()) {
      add(speaker(passage, span, hits, match), match, match.end(), true, found);
    }
    match = matcher(subject, text, span);
    while (match.find()) {
      boolean closes = isClosedBefore(text, span, match.start()) && matcher(nothingMore, text, new Span(match.end("verb"), span.end())).lookingAt();
      boolean thin = match.group("nobody") == null && match.group("that") == null && objectless.contains(folded(match.group("verb")));
      Speaker speaker = told(passage, span, hits, match);
      if (speaker != null && !(thin && speaker.kind() != Kind.PUBLICATION)) {
        add(speaker, match, match.start("verb"), closes, found);
      }
    }
    for (Pattern pattern : printed) {
      match = matcher(pattern, text, span);
      while (match.find()) {
        Speaker speaker = speakers.of(passage, hits, new Span(match.start("name"), match.end("name")), null);
        add(speaker == null || speaker.kind() != Kind.PUBLICATION ? null : speaker, match, match.start(), true, found);
      }
    }
    match = matcher(elided, text, span);
    while (match.find()) {
      int at = match.start();
      hits.stream()
          .filter(h -> h.isCompany() && h.start() >= span.start() && h.end() <= at)
          .findFirst()
          .map(h -> new Speaker(new Said<>(h.entity(), new Span(h.start(), h.end())), Kind.NAMED))
          .ifPresent(speaker -> found.add(new Attribution(speaker, new Span(at, at), at, false)));
    }
    return found;
  }

  private static Matcher matcher(Pattern pattern, String text, Span span) {
    return pattern.matcher(text).region(span.start(), span.end()).useTransparentBounds(true);
  }

  private static void add(Speaker speaker, Matcher match, int from, boolean closes, List<Attribution> found) {
    if (speaker != null) {
      found.add(new Attribution(speaker, new Span(match.start(), match.end()), from, closes));
    }
  }

  /** Whether what is said stands before: a comma, a quote or a dash, and at most a description ("…, financial magazine Caixin said"). */
  private static boolean isClosedBefore(String text, Span span, int at) {
    return CLOSING.matcher(text.substring(Math.max(span.start(), at - LONGEST_DESCRIPTION), at)).find();
  }

  /** The speaker; of one not named who told a publication, the publication. */
  private Speaker told(Passage passage, Span span, List<Hit> hits, Matcher match) {
    if (match.group("nobody") != null && match.group("outlet") != null) {
      Speaker outlet = speakers.of(passage, hits, new Span(match.start("outlet"), match.end("outlet")), null);
      if (outlet != null && outlet.kind() == Kind.PUBLICATION) {
        return outlet;
      }
    }
    if (match.group("nobody") != null && match.group("again") != null) {
      Speaker outlet = meant(passage, span, match.group("again"), new Span(match.start("again"), match.end("again")));
      if (outlet != null) {
        return outlet;
      }
    }
    return speaker(passage, span, hits, match);
  }

  private Speaker speaker(Passage passage, Span span, List<Hit> hits, Matcher match) {
    String nobody = match.group("nobody");
    if (nobody != null) {
      String written = nobody.strip().replaceFirst("^(?i:the|that|those)\\s+", "").replaceAll("\\s+", " ");
      return new Speaker(new Said<>(written, new Span(match.start("nobody"), match.end("nobody"))), Kind.UNNAMED);
    }
    if (match.group("meant") != null) {
      return meant(passage, span, match.group("meant"), new Span(match.start("meant"), match.end("meant")));
    }
    Span more = match.group("more") == null ? null : new Span(match.start("more"), match.end("more"));
    return speakers.of(passage, hits, new Span(match.start("name"), match.end("name")), more);
  }

  /** Whom "the company", "it" or "the report" stands for; null in the text before, where that is unknown. */
  private Speaker meant(Passage passage, Span span, String words, Span place) {
    if (!span.equals(passage.sentence())) {
      return null;
    }
    boolean company = words.indexOf(' ') > 0 && passage.references().stream().anyMatch(r -> r.start() == place.start() && r.end() == place.end());
    Speaker before = company ? null : lastBefore(passage);
    if (before != null) {
      return new Speaker(new Said<>(before.name().value(), place), before.kind());
    }
    return passage.references().stream()
        .filter(r -> r.company() != null)
        .min(Comparator.comparingInt(r -> Math.abs(r.start() - place.start())))
        .map(Reference::company)
        .map(id -> new Speaker(new Said<>(id, place), Kind.NAMED))
        .orElse(null);
  }

  private static String folded(String text) {
    return new String(Folding.fold(text)).strip();
  }
}
