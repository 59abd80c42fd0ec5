package dev.chipledger.extract.detail;

import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Resources;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a table of cues: what those before or after a place in a sentence make of it. */
final class Cues {
  private record Cue(boolean before, Pattern pattern) {}

  private final Map<String, List<Cue>> byKind = new HashMap<>();

  /** @param resource columns id, kind, where, pattern; see extract/sizes.tsv */
  Cues(String resource) {
    for (String[] row : Resources.rows(resource)) {
      byKind.computeIfAbsent(row[1], kind -> new ArrayList<>()).add(new Cue(row[2].equals("before"), Pattern.compile(row[3])));
    }
  }

  /** Whether a cue of a kind stands next to a part of a clause; the clause bounds what is looked at. */
  boolean hold(String kind, Passage passage, Span part, Span clause) {
    String before = fold(passage.text().substring(Math.min(clause.start(), part.start()), part.start()));
    String after = fold(passage.text().substring(part.end(), Math.max(clause.end(), part.end())));
    return byKind.get(kind).stream().anyMatch(cue -> cue.pattern().matcher(cue.before() ? before : after).find());
  }

  boolean isWord(String kind, String word) {
    return byKind.get(kind).stream().anyMatch(cue -> cue.pattern().matcher(fold(word)).find());
  }

  private static String fold(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[*`~“”\"]", "").replaceAll("\\s+", " ");
  }
}
