package dev.chipledger.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that come with the jar. */
public final class Resources {
  private Resources() {}

  /** @param path from the root, as in /tables/claims.sql */
  public static String text(String path) {
    return optional(path).orElseThrow(() -> new IllegalStateException("the jar lacks " + path));
  }

  /** @return empty if the jar has no such file */
  public static java.util.Optional<String> optional(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      return in == null
          ? java.util.Optional.empty()
          : java.util.Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
