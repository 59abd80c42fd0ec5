package dev.chipledger.job;

/** Failures as a person reads them: in one line. */
final class Failure {
  private static final int LONGEST = 1000;

  private Failure() {}

  /** What was wrong at the bottom of it: the message of the first cause, else its kind. */
  static String line(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : oneLine(root.getMessage().lines().findFirst().orElse(""));
  }

  /** @param message null is empty; a very long one is cut */
  static String oneLine(String message) {
    String line = message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
