package dev.chipledger.extract.detail;

import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Resources;
import dev.chipledger.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads whether a claim is told with a reserve: "reportedly", "is said to", "may have". The words are in {@code extract/hedges.tsv}. */
final class HedgeReader {
  /** "uses, apparently, Google's chips": so many characters at most between a claim's words and a hedge behind them. */
  private static final int JUST_BEHIND = 12;

  private final Pattern before;
  private final Pattern anywhere;

  HedgeReader() {
    List<String[]> rows = Resources.rows("/extract/hedges.tsv");
    before = pattern(rows, "before");
    anywhere = pattern(rows, "sentence");
  }

  private static Pattern pattern(List<String[]> rows, String where) {
    String all = rows.stream().filter(row -> row[0].equals(where)).map(row -> row[1]).collect(Collectors.joining("|"));
    return Pattern.compile("(?i)(?<![\\p{L}-])(?:" + all + ")(?!\\p{L})");
  }

  /** Whether a word of reserve stands in what the sentence says at {@code anchor}. */
  boolean read(Passage passage, Contrasts clauses, Span anchor) {
    Span sentence = passage.sentence();
    if (anywhere.matcher(passage.text()).region(sentence.start(), sentence.end()).useTransparentBounds(true).find()) {
      return true;
    }
    Matcher match = before.matcher(passage.text()).region(sentence.start(), sentence.end()).useTransparentBounds(true);
    while (match.find()) {
      if (match.start() <= anchor.end() + JUST_BEHIND && clauses.reaches(new Span(match.start(), match.end()), anchor)) {
        return true;
      }
    }
    return false;
  }
}
