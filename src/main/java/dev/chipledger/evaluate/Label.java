package dev.chipledger.evaluate;

import java.util.List;

/**
 * A claim in the form of the gold files, labelled or predicted.
 *
 * @param action for gold all actions that are right, for a prediction the one predicted
 * @param status likewise
 * @param optional gold only: counts neither for nor against
 * @param eventDate 2025, 2025-H2, 2025-Q4, 2025-12 or 2025-12-31; null where not said
 * @param source who says so, as written without "the", a company by its id; of gold all that are right; empty if nobody is named, null if
 *     that was not labelled
 * @param hedged whether it is told with a reserve; null if that was not labelled
 * @param confidence of a prediction; 1 where absent
 * @param rule of a prediction: what read it; null for gold
 */
public record Label(
    String buyer,
    List<String> action,
    String vendor,
    String seller,
    String chip,
    List<String> status,
    boolean optional,
    Integer rank,
    String region,
    Double quantity,
    Double amount,
    Double capacityMw,
    String eventDate,
    List<String> source,
    Boolean hedged,
    double confidence,
    String rule) {

  /** The predicted action; of gold the first right one. */
  String anAction() {
    return action.isEmpty() ? null : action.get(0);
  }

  /** The predicted status; of gold the first right one. */
  String aStatus() {
    return status.isEmpty() ? null : status.get(0);
  }
}
