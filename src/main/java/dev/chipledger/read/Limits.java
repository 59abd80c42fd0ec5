package dev.chipledger.read;

/** How large a record may be. A longer one is a reject: no article is, and it must fit into memory several times. */
public final class Limits {
  /** Bytes of one record, unpacked. */
  public static final int RECORD = 16 << 20;

  private Limits() {}

  /** For a person: the reason of a reject. */
  public static String detail(String what) {
    return what + " is longer than " + (RECORD >> 20) + " MiB";
  }
}
