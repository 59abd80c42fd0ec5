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
  /** A hedge farther behind holds for its subject, not for what stands in another part of the sentence. */
  private static final Pattern OTHER_PART = Pattern.compile("[,:—–(]|\\b(?:that|which|who|and|when|if|as|can|because|since|than)\\b");

  private final Pattern clause;
  private final Pattern ahead;
  private final Pattern modal;
  private final Pattern anywhere;
  private final Pattern breaking;

  HedgeReader() {
    List<String[]> rows = Resources.rows("/extract/hedges.tsv");
    clause = pattern(words(rows, "clause"));
    ahead = pattern(words(rows, "ahead"));
    modal = pattern("(?<may>" + words(rows, "modal") + ")\\s+(?:\\p{L}+ly\\s+)?(?:" + words(rows, "verb") + ")");
    anywhere = pattern(words(rows, "sentence"));
    breaking = pattern(words(rows, "break"));
  }

  private static String words(List<String[]> rows, String where) {
    return rows.stream().filter(row -> row[0].equals(where)).map(row -> row[1]).collect(Collectors.joining("|"));
  }

  private static Pattern pattern(String words) {
    return Pattern.compile("(?i)(?<![\\p{L}-])(?:" + words + ")(?!\\p{L})");
  }

  /**
   * Whether a word of reserve stands in what the sentence says at {@code anchor}.
   *
   * @param isTold whether the sentence tells who says so: then "may" is that one's, not the writer's
   */
  boolean read(Passage passage, Contrasts clauses, Span anchor, boolean isTold) {
    return matcher(anywhere, passage).find()
        || holds(clause, passage, clauses, anchor, true)
        || holds(ahead, passage, clauses, anchor, false)
        || !isTold && holds(modal, passage, clauses, anchor, false);
  }

  private static Matcher matcher(Pattern pattern, Passage passage) {
    return pattern.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).useTransparentBounds(true);
  }

  private boolean holds(Pattern hedge, Passage passage, Contrasts clauses, Span anchor, boolean backwards) {
    Matcher match = matcher(hedge, passage);
    while (match.find()) {
      boolean ahead = match.start() <= anchor.end();
      if ((ahead || backwards) && clauses.reaches(new Span(match.start(), match.end()), anchor)) {
        Span between = ahead ? new Span(match.end(), Math.max(match.end(), anchor.start())) : new Span(anchor.end(), match.start());
        Pattern broken = ahead || between.length() <= JUST_BEHIND ? breaking : OTHER_PART;
        if (!broken.matcher(passage.text()).region(between.start(), between.end()).useTransparentBounds(true).find()) {
          return true;
        }
      }
    }
    return false;
  }
}
