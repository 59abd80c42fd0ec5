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
    boolean covers(String text, Span place) {
      boolean reaches = place.start() >= from || closes && place.end() <= words.start();
      // What follows a semicolon is a sentence of its own.
      return reaches && text.substring(Math.min(from, place.end()), Math.max(place.start(), from)).indexOf(';') < 0;
    }
  }

  private static final String WORD = "[\\p{L}\\p{N}&.+!-]+";
  private static final String OPENING = "“\"‘";
  private static final int LONGEST_DESCRIPTION = 50;
  private static final int LONGEST_LINK = 8;
  private static final Pattern LINK = Pattern.compile("\\s+(?:that\\s+)?");
  private static final Pattern CLOSING =
      Pattern.compile("[,”\"—–]\\s*(?:(?!(?:and|but|or|while|as|when|which|who|that|where|because|since|so)\\s)\\p{Ll}[\\p{L}-]*\\s+){0,3}$");
  /** A quotation that ends just before: who follows said it, whatever else the sentence then tells of the saying. */
  private static final Pattern QUOTED = Pattern.compile("[,.!?][”\"’]\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){0,3}$");
  /** "a chip that, according to Apple, is faster": told is what the clause says, not what it stands in. */
  private static final Pattern RELATIVE = Pattern.compile("(?:\\b(?:which|that|and|but)|[(])[\\s,]*$");
  private static final Pattern FIRST_PERSON = Pattern.compile("\\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y)\\b");
  /** "Urbach: Right." in a transcript. */
  private static final Pattern TURN = Pattern.compile("(?:^|\\n|[.?!”]\\s)\\**(?<name>" + Speakers.NAME + "(?:,[^:\\n]{2,60})?)\\**:\\s");

  private final Speakers speakers;
  private final Set<String> objectless = new HashSet<>();
  private final Pattern behind;
  private final Pattern subject;
  private final Pattern inverted;
  private final Pattern goingOn;
  private final Pattern opener;
  private final List<Pattern> printed;
  private final List<Pattern> statements;
  private final Pattern nothingMore;

  SourceReader() {
    Map<String, String> words = new HashMap<>();
    Map<String, Set<String>> sets = new HashMap<>();
    for (String[] row : Resources.rows("/extract/sources.tsv")) {
      List<String> cell = List.of(row[1].split("\\|"));
      String anyOf = cell.stream().map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q")).collect(Collectors.joining("|"));
      words.merge(row[0], anyOf, (a, b) -> a + "|" + b);
      sets.computeIfAbsent(row[0], key -> new HashSet<>()).addAll(cell);
    }
    objectless.addAll(sets.get("saying_that"));
    String start = "(?<![\\p{L}\\p{N}'’@-])";
    String end = "(?![\\p{L}\\p{N}'’-])";
    String title = "(?i:" + words.get("title") + ")";
    String verbs = "(?i:" + words.get("saying") + "|" + words.get("saying_that") + ")";
    // "Nvidia chief executive Jensen Huang", "Dell and Nvidia", "the head of Tesla"
    String titled = "(?:(?i:the|an?|one|former|its)\\s+){0,2}(?:" + title + "\\s+(?:of|at|for)\\s+)?" + Speakers.NAME
        + "(?:(?:(?:\\s+(?!(?:" + verbs + "|that|who|which|when|while|as)" + end + ")\\p{Ll}[\\p{L}-]*){1,4}?"
        + "|(?:,\\s+" + Speakers.NAME + "){0,4},?\\s+and)\\s+" + Speakers.NAME
        + "|(?:\\s+" + title + "){1,4}" + end + "){0,2}";
    String tail = "(?i:" + words.get("tail") + ")";
    String unnamed = "(?:(?i:" + words.get("some") + ")\\s+){0,3}(?i:" + words.get("unnamed") + ")" + end
        + "(?:\\s+" + tail + "(?:\\s+(?!(?:" + verbs + "|that|who|as|have|has)" + end + ")[\\p{L}\\p{N}'’-]+){1,5})?";
    String meant = "(?i:(?<print>" + words.get("go_on_report") + ")|" + words.get("go_on")
        + "|the\\s+(?:[\\p{L}-]+\\s+){0,2}(?:" + words.get("company") + "))(?!\\s+" + tail + ")";
    String again = "(?i:" + words.get("go_on_report") + "|" + words.get("go_on") + ")";
    // "[@handle](https://…)", "**Reuters**"
    String who = "(?:(?<meant>" + meant + ")" + end + "|(?<nobody>" + unnamed + ")" + end
        + "|[\\[*]{0,3}(?<name>" + Speakers.HANDLE + "|" + titled + ")(?:\\*|\\](?:\\([^()\\s]*\\))?)*"
        + "(?:(?:,|,?\\s+and)\\s+\\[?" + Speakers.HANDLE + "(?:\\](?:\\([^()\\s]*\\))?)?)*";
    String more = "(?<more>,\\s(?:[^,;“”\"]{3,90}|[^;“”\"]{0,60}\\b" + title + "\\b[^;“”\"]{0,60}?),|\\s+\\([^()]{2,60}\\))?)";
    String aside = "(?:(?i:" + words.get("aside") + ")\\s+){0,3}";
    String saying = "(?<verb>" + verbs + ")" + end;
    String report = "(?i:" + words.get("report") + ")";
    String noMore = "\\s*(?:[.,;:—”\"()]|$|(?i:" + words.get("circumstance") + ")" + end + ")";
    behind = Pattern.compile(
        start + "(?i:(?<known>" + words.get("known") + ")|" + words.get("before") + ")\\s+(?:(?i:an?|the|its)\\s+)?(?:(?:" + WORD + "\\s+){0,3}"
            + report + "\\s+(?:" + WORD + "\\s+){0,3}?(?:by|from|in|at|of|with)\\s+)?(?:the\\s+)?"
            + "(?:(?!\\bto\\b)\\p{Ll}[\\p{L}-]*\\s+){0,3}?" + who + "(?<more>,\\s[^,;]{3,90})?)");
    subject = Pattern.compile(
        start + who + more + "(?:,?\\s+(?:who|which|that))?\\s+" + aside + saying + "(?!\\s+to\\s+(?:be|have)\\s)"
            + "(?:\\s+(?:(?:[Tt]he\\s+)?(?<outlet>" + Speakers.NAME + ")|(?<again>" + again
            + "))" + end + ")?(?<that>:|,?(?:\\s+" + WORD + "){0,7}?\\s+that" + end + ")?");
    inverted = Pattern.compile("[,?!”\"]\\s*(?i:" + words.get("inverted") + ")\\s+(?:(?!to\\s|that\\s|it\\s|they\\s)\\p{Ll}[\\p{L}-]*\\s+){0,3}?"
            + "(?!(?:it|they)\\s)" + who + "(?=" + noMore + "|\\s+who\\s)(?<more>,\\s[^,;]{3,90})?)");
    goingOn = Pattern.compile("(?:(?:[,—–]|\\bwhile)\\s+" + aside + "(?i:" + words.get("going_on") + ")|,?\\s+(?:but|and)\\s+" + aside
        + "(?i:" + words.get("inverted") + "))" + end);
    opener = Pattern.compile("(?:[-*•#\\s]*(?:(?:" + WORD + "\\s+){1,7}?" + WORD + ",\\s+)?)" + who + ")");
    printed = Stream.of(
            start + report + "\\s+(?:by|from|in)\\s+(?:the\\s+|The\\s+)?(?<name>" + Speakers.NAME + ")",
            start + "(?<name>" + Speakers.NAME + ")\\s+(?:\\p{Ll}+\\s+)?" + report + end,
            "\\s[-–—|]\\s*(?<name>" + Speakers.NAME + ")\\s*\\.?\\s*$",
            ":\\s+(?<name>" + Speakers.NAME + ")\\s*$",
            "^\\W*(?<name>" + Speakers.NAME + "):\\s",
            "[(\\[]\\s*(?:(?i:via|source:?|per|h/t|credit:?)\\s+)?(?<name>" + Speakers.HANDLE + "|" + Speakers.NAME + ")\\s*\\$?\\s*[)\\]]")
        .map(Pattern::compile)
        .toList();
    String statement = "(?i:" + words.get("statement") + ")" + end;
    statements = Stream.of(
            start + who + ")(?<=['’]s|['’])\\s+(?:\\p{Ll}+\\s+){0,2}" + statement + "\\s+(?:that|of|on|to)" + end + "(?<more>$^)?",
            start + "(?:" + statement + "\\s+(?:by|from)\\s+)" + who + ")(?<more>$^)?")
        .map(Pattern::compile)
        .toList();
    nothingMore = Pattern.compile(noMore);
    speakers = new Speakers(sets.get("no_name"), title, "(?i:" + words.get("outsider") + ")", titled);
  }

  /** Who says what in a sentence. */
  List<Attribution> read(Passage passage) {
    List<Attribution> told = attributions(passage, passage.sentence(), passage.hits());
    Speaker before = isQuoted(passage) ? lastBefore(passage) : null;
    if (before == null && FIRST_PERSON.matcher(passage.words()).find()) {
      before = whoseTurn(passage);
    }
    if (before != null) {
      Span start = new Span(passage.sentence().start(), passage.sentence().start());
      told.add(new Attribution(new Speaker(new Said<>(before.name().value(), null), Kind.QUOTED), start, start.start(), false));
    }
    return told;
  }

  /** Who says what stands at one of the places that tell a claim; null if nobody is told. */
  static Said<String> of(Passage passage, List<Attribution> told, List<Span> places) {
    return told.stream()
        .filter(one -> isTold(passage, one, places))
        .map(Attribution::speaker)
        .min(Comparator.comparingInt(speaker -> speaker.kind().order()))
        .map(Speaker::name)
        .orElse(null);
  }

  /** Places inside the words that tell the source don't count: "has" of "Valve has confirmed" tells no claim. */
  private static boolean isTold(Passage passage, Attribution one, List<Span> places) {
    return places.stream().filter(place -> !one.words().contains(place)).anyMatch(place -> one.covers(passage.text(), place));
  }

  /** Whether the sentence begins in a quotation that the text before began, or begins one. */
  private static boolean isQuoted(Passage passage) {
    String before = passage.text().substring(passage.beforeSpan().start(), passage.beforeSpan().end());
    boolean open = before.lastIndexOf('“') > before.lastIndexOf('”');
    return open || OPENING.indexOf(passage.text().charAt(passage.sentence().start())) >= 0;
  }

  private Speaker lastBefore(Passage passage) {
    List<Attribution> told = attributions(passage, passage.beforeSpan(), passage.before());
    return told.stream()
        .filter(one -> told.stream().noneMatch(other -> isToldBy(passage.text(), one, other)))
        .max(Comparator.comparingInt(one -> one.words().start()))
        .map(Attribution::speaker)
        .orElse(null);
  }

  /** "Doe noted that CoreWeave announced": it is Doe who speaks. */
  private static boolean isToldBy(String text, Attribution one, Attribution other) {
    int gap = one.words().start() - other.words().end();
    return gap >= 0 && gap < LONGEST_LINK && LINK.matcher(text.substring(other.words().end(), one.words().start())).matches();
  }

  /** Who speaks in a transcript; null if the text is none. */
  private Speaker whoseTurn(Passage passage) {
    Matcher match = matcher(TURN, passage.text(), new Span(passage.beforeSpan().start(), passage.sentence().end()));
    Speaker last = null;
    while (match.find()) {
      boolean here = match.start("name") >= passage.sentence().start();
      last = speakers.of(passage, here ? passage.hits() : passage.before(), new Span(match.start("name"), match.end("name")), null);
    }
    return last;
  }

  /** All that a stretch of the passage says of who says what. */
  private List<Attribution> attributions(Passage passage, Span span, List<Hit> hits) {
    String text = passage.text();
    List<Attribution> found = new ArrayList<>();
    Matcher match = matcher(behind, text, span);
    while (match.find()) {
      Speaker speaker = speaker(passage, span, hits, match);
      boolean doubtful = match.group("known") != null && (speaker == null || !speaker.kind().speaksOfOthers());
      boolean inRelative = RELATIVE.matcher(text.substring(Math.max(span.start(), match.start() - LONGEST_DESCRIPTION), match.start())).find();
      add(doubtful ? null : speaker, new Span(match.start(), nameEnd(match)), match.start(), !inRelative, found);
    }
    match = matcher(inverted, text, span);
    while (match.find()) {
      add(speaker(passage, span, hits, match), new Span(match.start(), nameEnd(match)), nameEnd(match), true, found);
    }
    match = matcher(subject, text, span);
    while (match.find()) {
      boolean closes = isClosedBefore(text, span, match.start())
          && (matcher(nothingMore, text, new Span(listenerEnd(match), span.end())).lookingAt() || ends(QUOTED, text, span, match.start()));
      boolean thin = match.group("nobody") == null && match.group("that") == null && objectless.contains(folded(match.group("verb")));
      Speaker speaker = told(passage, span, hits, match);
      if (speaker != null && !(thin && !closes && !speaker.kind().speaksOfOthers())) {
        add(speaker, new Span(match.start(), match.end("verb")), match.start("verb"), closes, found);
      }
    }
    for (Pattern pattern : printed) {
      match = matcher(pattern, text, span);
      while (match.find()) {
        Speaker speaker = speakers.of(passage, hits, new Span(match.start("name"), match.end("name")), null);
        boolean anyBody = pattern == printed.get(0) && speaker != null && speaker.kind() != Kind.COMPANY;
        add(anyBody || speaker != null && speaker.kind() == Kind.PUBLICATION ? speaker : null, whole(match), match.start(), true, found);
      }
    }
    for (Pattern pattern : statements) {
      match = matcher(pattern, text, span);
      while (match.find()) {
        add(speaker(passage, span, hits, match), whole(match), match.end(), false, found);
      }
    }
    goingOn(passage, span, hits, found);
    return found;
  }

  /** "Kuo posted a picture, claiming that", "Apple has cut orders but said": the subject says it. */
  private void goingOn(Passage passage, Span span, List<Hit> hits, List<Attribution> found) {
    Matcher match = matcher(goingOn, passage.text(), span);
    if (!match.find()) {
      return;
    }
    int at = match.start();
    boolean said = found.stream().anyMatch(one -> one.words().start() < at);
    Matcher first = matcher(opener, passage.text(), new Span(span.start(), at));
    if (!said && first.lookingAt()) {
      Speaker speaker = first.group("nobody") != null || first.group("meant") != null
          ? null : speakers.of(passage, hits, new Span(first.start("name"), first.end("name")), null);
      // "The phone keeps its size but adds": things say nothing.
      add(speaker == null || speaker.kind() == Kind.BODY ? null : speaker, whole(match), match.end(), false, found);
    }
  }

  private static Matcher matcher(Pattern pattern, String text, Span span) {
    return pattern.matcher(text).region(span.start(), span.end()).useTransparentBounds(true);
  }

  private static void add(Speaker speaker, Span words, int from, boolean closes, List<Attribution> found) {
    if (speaker != null) {
      found.add(new Attribution(speaker, words, from, closes));
    }
  }

  private static Span whole(Matcher match) {
    return new Span(match.start(), match.end());
  }

  /** Where who is told ends; what follows in commas may already be told by them. */
  private static int nameEnd(Matcher match) {
    return match.group("more") == null ? match.end() : match.start("more");
  }

  /** Whether what is said stands before: a comma, a quote or a dash, and at most a description ("…, financial magazine Caixin said"). */
  private static boolean isClosedBefore(String text, Span span, int at) {
    return ends(CLOSING, text, span, at);
  }

  private static boolean ends(Pattern pattern, String text, Span span, int at) {
    return pattern.matcher(text.substring(Math.max(span.start(), at - LONGEST_DESCRIPTION), at)).find();
  }

  /** "Two people told Reuters": where the verb and whom they told end. */
  private static int listenerEnd(Matcher match) {
    return Math.max(match.end("verb"), Math.max(match.end("outlet"), match.end("again")));
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
      Speaker outlet = meant(passage, span, match.group("again"), new Span(match.start("again"), match.end("again")), true);
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
      return meant(passage, span, match.group("meant"), new Span(match.start("meant"), match.end("meant")), match.group("print") != null);
    }
    Span more = match.group("more") == null ? null : new Span(match.start("more"), match.end("more"));
    return speakers.of(passage, hits, new Span(match.start("name"), match.end("name")), more);
  }

  /**
   * Whom "the company", "it" or "the report" stands for; null in the text before, where that is unknown.
   *
   * @param print whether it stands for what is told, never for a company
   */
  private Speaker meant(Passage passage, Span span, String words, Span place, boolean print) {
    if (!span.equals(passage.sentence())) {
      return null;
    }
    boolean company = words.indexOf(' ') > 0 && passage.references().stream().anyMatch(r -> r.start() == place.start() && r.end() == place.end());
    Speaker before = company ? null : lastBefore(passage);
    if (before != null) {
      return new Speaker(new Said<>(before.name().value(), place), before.kind());
    }
    if (print) {
      return null;
    }
    return passage.references().stream()
        .filter(r -> r.company() != null)
        .min(Comparator.comparingInt(r -> Math.abs(r.start() - place.start())))
        .map(Reference::company)
        .map(id -> new Speaker(new Said<>(id, place), Kind.COMPANY))
        .orElse(null);
  }

  private static String folded(String text) {
    return new String(Folding.fold(text)).strip();
  }
}
