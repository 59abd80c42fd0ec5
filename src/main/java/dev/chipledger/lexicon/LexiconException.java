package dev.chipledger.lexicon;

import java.util.List;

/** A lexicon that can't be used; the message names the file, the line and what to mend. */
public class LexiconException extends RuntimeException {
  private final List<String> problems;

  public LexiconException(String message) {
    this(List.of(message));
  }

  /** @param problems all that is wrong, one line each; the message shows the first */
  public LexiconException(List<String> problems) {
    super(problems.get(0) + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : ""));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, one line each. */
  public List<String> problems() {
    return problems;
  }
}
