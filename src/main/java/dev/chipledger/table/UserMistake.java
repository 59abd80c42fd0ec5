package dev.chipledger.table;

/** Something the user can mend: exit 2. The message is one line that names the file or option and what to do. */
public class UserMistake extends RuntimeException {
  public UserMistake(String message) {
    super(message);
  }
}
