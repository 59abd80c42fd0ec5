package dev.chipledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Labels and texts that lie beside the repository where it is developed, and not in a stranger's clone. */
public final class Shared {
  private Shared() {}

  /** Skips the test, and says so, where the file or folder is not here. */
  public static void needs(Path path) {
    if (!Files.exists(path)) {
      System.out.println("skipped: " + path + " is not here; what needs no such file is tested all the same");
    }
    assumeTrue(Files.exists(path), path + " is not here");
  }
}
