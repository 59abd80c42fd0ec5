package dev.chipledger.extract;

import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import dev.chipledger.text.Tokens;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what a crawler stored as one article into its stories: pages that load the next story below, and the next, are stored
 * as one text. A story starts where a line that names a source, or a byline or date, stands with a headline and a paragraph,
 * so that subheadings, lists and live blogs stay whole: a border missed leaves "the company" as it was, a false one loses it.
 */
final class Stories {
  /** A paragraph, not a caption or a subheading. */
  private static final int PARAGRAPH = 150;

  private static final int LONGEST_MARK = 60;
  private static final int LONGEST_HEADLINE = 200;
  private static final int WORDS_OF_HEADLINE = 30;

  /** Words this short ("the", "new") make no two headlines the same. */
  private static final int SHORTEST_WORD = 4;

  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){0,3}";
  private static final Pattern BYLINE = Pattern.compile("By " + NAME + "(?:(?:,| and|, and) " + NAME + ")*");
  private static final String DAY = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? (?<day>\\d{1,2}), (?<year>20\\d\\d)";
  private static final Pattern DATE_LINE =
      Pattern.compile(
          "(?:(?:Published|Updated|Posted)(?: on)?:? )?(?:" + DAY
              + "|(?:\\d{1,2}|an?) (?:minute|hour|day)s? ago)(?:,? (?:at )?\\d{1,2}:\\d\\d.{0,12})?");
  private static final Pattern DATELINE = Pattern.compile("\\p{Lu}[^\\n]{1,60}?, " + DAY + "(?: \\(|[ ,]*/| *--? )");

  private static final DateTimeFormatter DAY_FORMAT =
      DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT); // else 31 February is the 28th

  private static final Set<String> SOURCES = cues("source");
  private static final Set<String> CLOSINGS = cues("closing");

  /** A line that is not blank, without the blanks around it. */
  private record Line(int start, int end) {
    String of(String text) {
      return text.substring(start, end);
    }

    boolean isParagraph() {
      return end - start >= PARAGRAPH;
    }
  }

  private Stories() {}

  /**
   * The stories of an article, in order; they cover the text. One that holds all, for an ordinary article.
   *
   * @param title empty if absent
   * @param published no story is younger; null if unknown
   */
  static List<Story> of(String title, String text, LocalDate published) {
    List<Line> lines = lines(text);
    List<Story> stories = new ArrayList<>();
    int start = 0;
    String headline = isForeign(title, text, lines) ? lines.get(0).of(text) : null;
    LocalDate date = null;
    boolean paragraphBefore = false;
    for (int i = 0; i < lines.size(); i++) {
      int head = headOfStory(text, lines, i, paragraphBefore);
      if (head >= 0) {
        int from = lines.get(i).start();
        if (from > 0 && !text.substring(start, from).isBlank()) {
          stories.add(new Story(new Span(start, from), headline, date));
          start = from;
        }
        headline = lines.get(head).of(text);
        date = date(text, lines, head, published);
        i = head;
      }
      paragraphBefore |= lines.get(i).isParagraph();
    }
    stories.add(new Story(new Span(start, text.length()), headline, date));
    return stories;
  }

  /** The line of the headline, if a story starts at a line; else -1. */
  private static int headOfStory(String text, List<Line> lines, int i, boolean paragraphBefore) {
    Line line = lines.get(i);
    if (line.end() - line.start() <= LONGEST_MARK && SOURCES.contains(line.of(text))) {
      return i + 2 < lines.size() && isHeadline(text, lines.get(i + 1)) && lines.get(i + 2).isParagraph() ? i + 1 : -1;
    }
    if (!paragraphBefore || i + 2 >= lines.size() || !isMark(text, lines.get(i + 1)) || isMark(text, line) || !isHeadline(text, line)) {
      return -1;
    }
    int body = isMark(text, lines.get(i + 2)) ? i + 3 : i + 2;
    return body < lines.size() && lines.get(body).isParagraph() ? i : -1;
  }

  private static boolean isMark(String text, Line line) {
    if (line.end() - line.start() > LONGEST_MARK) {
      return false;
    }
    String words = line.of(text);
    return BYLINE.matcher(words).matches() || DATE_LINE.matcher(words).matches();
  }

  private static boolean isHeadline(String text, Line line) {
    if (line.end() - line.start() > LONGEST_HEADLINE || ".;:,".indexOf(text.charAt(line.end() - 1)) >= 0) {
      return false;
    }
    int words = Tokens.wordsBetween(text, line.start(), line.end());
    return words >= 2 && words <= WORDS_OF_HEADLINE;
  }

  /** Whether a text is one story of a feed under another article's title: a headline that shares no word with it, and a single line below. */
  private static boolean isForeign(String title, String text, List<Line> lines) {
    if (title.isEmpty() || lines.size() != 2 || !isHeadline(text, lines.get(0)) || !lines.get(1).isParagraph()) {
      return false;
    }
    String end = text.substring(Math.max(lines.get(1).start(), lines.get(1).end() - LONGEST_HEADLINE));
    if (CLOSINGS.stream().noneMatch(end::contains)) {
      return false;
    }
    Set<String> shared = words(title);
    shared.retainAll(words(lines.get(0).of(text)));
    return shared.isEmpty();
  }

  private static Set<String> words(String line) {
    String folded = new String(Folding.fold(line));
    Set<String> words = new HashSet<>();
    for (Span token : Tokens.of(folded, 0, folded.length())) {
      if (token.length() >= SHORTEST_WORD) {
        words.add(folded.substring(token.start(), token.end()));
      }
    }
    return words;
  }

  /** The day that the lines below the headline give, or the dateline that the story opens with; null if none, or none that can be. */
  private static LocalDate date(String text, List<Line> lines, int head, LocalDate published) {
    for (int i = head + 1; i < lines.size() && i <= head + 3; i++) {
      Line line = lines.get(i);
      if (line.isParagraph()) {
        Matcher match = DATELINE.matcher(text).region(line.start(), line.end());
        return match.lookingAt() ? day(match, published) : null;
      }
      Matcher match = DATE_LINE.matcher(line.of(text));
      if (match.matches() && match.group("day") != null) {
        return day(match, published);
      }
    }
    return null;
  }

  private static LocalDate day(Matcher match, LocalDate published) {
    try {
      LocalDate day = LocalDate.parse(match.group("month") + " " + match.group("day") + " " + match.group("year"), DAY_FORMAT);
      return published != null && day.isAfter(published) ? null : day;
    } catch (DateTimeParseException noSuchDay) {
      return null;
    }
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int stop = text.indexOf('\n', start);
      stop = stop < 0 ? text.length() : stop;
      int from = start;
      int to = stop;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        lines.add(new Line(from, to));
      }
      start = stop + 1;
    }
    return lines;
  }

  private static Set<String> cues(String cue) {
    Set<String> words = new HashSet<>();
    for (String[] row : Resources.rows("/extract/stories.tsv")) {
      if (row[0].equals(cue)) {
        words.add(row[1]);
      }
    }
    return Set.copyOf(words);
  }
}
