package dev.chipledger.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Texts that come with the jar. */
public final class Resources {
  private Resources() {}

  /** @param path from the root, as in /tables/claims.sql */
  public static String text(String path) {
    return optional(path).orElseThrow(() -> new IllegalStateException("the jar lacks " + path));
  }

  /** Names of the files in a folder of the jar, sorted. */
  public static List<String> names(String folder) {
    try {
      Path source = Path.of(Resources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(source)) {
        try (Stream<Path> files = Files.list(source.resolve(folder))) {
          return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
      }
      try (JarFile jar = new JarFile(source.toFile())) {
        String start = folder + "/";
        return jar.stream().map(JarEntry::getName).filter(name -> name.startsWith(start) && name.indexOf('/', start.length()) < 0)
            .map(name -> name.substring(start.length())).filter(name -> !name.isEmpty()).sorted().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
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
