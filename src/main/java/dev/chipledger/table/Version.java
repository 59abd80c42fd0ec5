package dev.chipledger.table;

/** The version that rows and runs name; a test keeps it equal to the pom's. */
public final class Version {
  public static final String CURRENT = "0.1.0";

  private Version() {}
}
