package dev.chipledger.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bullet's own headline: "- **A headline of its own**: " opens a newsletter's bullet, and the sentence behind it says the same
 * once more; names inside it may be bold once more: "****Orin** Lags**:".
 */
public final class Lead {
  private static final Pattern LEAD =
      Pattern.compile(
          "^[-\u2022\\s]*(?:\\*\\s+)?(?:\\*{4}(?:[^*]{1,80}\\*\\*){2}\\s?:|\\*\\*(?:[^*]{1,80}\\*\\*){2,8}\\*\\*\\s?:"
              + "|\\*{2,4}[^*]{3,160}(?:\\*{2,4}\\s?:|:\\*{2,4}))\\s*");

  /** Spaces in what is left behind a lead; with fewer it is the sentence. */
  private static final int SPACES_LEFT = 5;

  private Lead() {}

  /** Where the sentence proper starts, in UTF-16 units; 0 where no lead opens it. */
  public static int end(String sentence) {
    Matcher lead = LEAD.matcher(sentence);
    return lead.find() && sentence.substring(lead.end()).chars().filter(c -> c == ' ').count() >= SPACES_LEFT ? lead.end() : 0;
  }
}
