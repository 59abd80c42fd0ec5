package dev.chipledger.table;

/** A check that stops a run before anything is shown to readers: exit 3. The message is for the user. */
public class CheckFailed extends RuntimeException {
  public CheckFailed(String message) {
    super(message);
  }
}
