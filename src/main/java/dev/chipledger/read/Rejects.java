package dev.chipledger.read;

import java.nio.charset.StandardCharsets;

/** Makes rejects that are safe to show. */
public final class Rejects {
  private static final int SHOWN_BYTES = 200;
  private static final int SHOWN_DETAIL = 300;

  private Rejects() {}

  /** @param record the record's bytes, or as many of them as are known */
  public static Reject of(String file, long position, String reason, String detail, byte[] record) {
    String first = new String(record, 0, Math.min(record.length, SHOWN_BYTES), StandardCharsets.UTF_8);
    return new Reject(file, position, reason, oneLine(detail), printable(first));
  }

  private static String oneLine(String detail) {
    String line = printable(detail == null ? "" : detail.replaceAll("\\s+", " "));
    return line.length() <= SHOWN_DETAIL ? line : line.substring(0, SHOWN_DETAIL) + "…";
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\t]]", "\uFFFD");
  }
}
