package dev.chipledger.extract.detail;

import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Resources;
import dev.chipledger.text.Span;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads whether a claim is told with a reserve: "reportedly", "is said to", "may have". The words are in {@code extract/hedges.tsv}. */
final class HedgeReader {
  private final Pattern hedge;

  HedgeReader() {
    String words =
        Resources.rows("/extract/hedges.tsv").stream()
            .flatMap(row -> Arrays.stream(row[0].split("\\|")))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    hedge = Pattern.compile("(?i)(?<![\\p{L}-])(?:" + words + ")(?![\\p{L}])");
  }

  /** Whether a word of reserve stands in what the sentence says at {@code anchor}. */
  boolean read(Passage passage, Clauses clauses, Span anchor) {
    Matcher match = hedge.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).useTransparentBounds(true);
    while (match.find()) {
      if (clauses.reaches(new Span(match.start(), match.end()), anchor)) {
        return true;
      }
    }
    return false;
  }
}
