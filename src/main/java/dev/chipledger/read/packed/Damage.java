package dev.chipledger.read.packed;

import java.io.IOException;

/** What a file holds is broken, as opposed to the storage it lies on. */
public final class Damage extends IOException {
  private final String reason;
  private final boolean last;

  private Damage(String reason, String detail, boolean last) {
    super(detail);
    this.reason = reason;
    this.last = last;
  }

  /** Nothing that follows in the stream can be read. */
  public static Damage last(String reason, String detail) {
    return new Damage(reason, detail, true);
  }

  /** Reading may go on: what comes next is whole again, though something is missing before it. */
  public static Damage gap(String reason, String detail) {
    return new Damage(reason, detail, false);
  }

  /** The fixed word that rejects count by: bad_gzip, bomb, … */
  public String reason() {
    return reason;
  }

  public boolean isLast() {
    return last;
  }
}
