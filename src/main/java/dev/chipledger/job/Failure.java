package dev.chipledger.job;

import java.util.regex.Pattern;

/** Failures as a person reads them: in one line. */
final class Failure {
  private static final int LONGEST = 1000;
  private static final String STOPPED = "Cannot call methods on a stopped SparkContext";
  /** What Spark says before the message of a task that failed. */
  private static final Pattern TASK = Pattern.compile("^Job aborted due to stage failure: .*?\\(TID \\d+\\) \\([^)]*\\): (?:[\\w.$]+: )?");
  private static final Pattern FULL = Pattern.compile("No space left on device|[Qq]uota.* exceeded");

  private Failure() {}

  /** What was wrong at the bottom of it: the message of the first cause, else its kind; with what was being done, where a cause above tells. */
  static String line(Throwable failure) {
    Throwable root = failure;
    String line = message(failure);
    while (root.getCause() != null) {
      Throwable above = root;
      root = root.getCause();
      String message = message(root);
      // Our own messages end with their cause's; Java's default is the cause with its class, and Spark's are pages.
      boolean tells = message(above).endsWith(message) && !String.valueOf(above.getMessage()).equals(root.toString());
      line = tells ? line : message;
    }
    if (line.startsWith(STOPPED)) {
      return "Spark stopped under the run: the cluster removed it, or somebody ended it; the logs of the cluster's master and workers tell more";
    }
    return FULL.matcher(line).find()
        ? line + ": make room for the warehouse, what is published and temporary files, and start it again; readers see the last finished run"
        : line;
  }

  private static String message(Throwable failure) {
    if (failure.getMessage() == null) {
      return failure.getClass().getSimpleName();
    }
    return oneLine(TASK.matcher(failure.getMessage().lines().findFirst().orElse("")).replaceFirst(""));
  }

  /** @param message null is empty; a very long one is cut */
  static String oneLine(String message) {
    String line = message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
