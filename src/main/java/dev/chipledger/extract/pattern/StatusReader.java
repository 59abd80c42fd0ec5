package dev.chipledger.extract.pattern;

import dev.chipledger.extract.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads from the words around a trigger whether the thing happened, is planned, may not happen, is over … */
final class StatusReader {
  private record Cue(String status, String where, Pattern pattern) {}

  private static final int WORDS_BEFORE = 10;
  private static final int WORDS_AFTER = 8;

  private final List<Cue> cues = new ArrayList<>();

  StatusReader() {
    for (String[] row : Resources.rows("/extract/status.tsv")) {
      cues.add(new Cue(row[1], row[2], Pattern.compile(row[3])));
    }
  }

  /** The status that a cue gives to the trigger between two signs; the rule's own where none holds. */
  String read(String signs, int triggerStart, int triggerEnd, String otherwise) {
    String before = signs.substring(wordsBack(signs, triggerStart), triggerStart);
    String trigger = signs.substring(triggerStart, triggerEnd);
    String after = signs.substring(triggerEnd, wordsOn(signs, triggerEnd));
    for (Cue cue : cues) {
      String at = cue.where().equals("before") ? before : cue.where().equals("after") ? after : trigger;
      if (cue.pattern().matcher(at).find()) {
        return cue.status();
      }
    }
    return otherwise;
  }

  /** Where the words before a trigger begin; a clause's end stops the walk. */
  private static int wordsBack(String signs, int from) {
    int words = 0;
    int i = from;
    while (i > 0 && words <= WORDS_BEFORE) {
      char c = signs.charAt(i - 1);
      if (c == ';' || c == ':') {
        return i;
      }
      words += c == ' ' ? 1 : 0;
      i--;
    }
    return i;
  }

  private static int wordsOn(String signs, int from) {
    int words = 0;
    int i = from;
    while (i < signs.length() && words <= WORDS_AFTER) {
      char c = signs.charAt(i);
      if (c == ';') {
        break;
      }
      words += c == ' ' ? 1 : 0;
      i++;
    }
    return i;
  }
}
