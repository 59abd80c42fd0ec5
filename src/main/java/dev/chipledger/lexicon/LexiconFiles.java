package dev.chipledger.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lexicon's files as text: what a driver hands to executors, which build a {@link Lexicon} from it. */
public record LexiconFiles(Map<String, List<String>> texts) implements Serializable {
  /** File names of a lexicon folder; a folder to be merged may hold some of them. */
  public static final List<String> NAMES =
      List.of(
          "companies.tsv", "chips.tsv", "chip_models.tsv", "names.tsv", "words.tsv", "regions.tsv", "kinds.tsv", "patterns.tsv", "triggers.tsv",
          "settings.tsv");

  /** What a folder with companies and products of its own need not hold: ours then holds. */
  private static final Set<String> SHARED = Set.of("words.tsv", "regions.tsv", "kinds.tsv", "patterns.tsv", "triggers.tsv", "settings.tsv");

  /** The lexicon that comes with ChipLedger. */
  public static LexiconFiles standard() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    NAMES.forEach(name -> texts.put(name, List.of(ours(name))));
    return new LexiconFiles(texts);
  }

  private static String ours(String name) {
    try (InputStream in = LexiconFiles.class.getResourceAsStream("/lexicon/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks lexicon/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Contents of a file, to be read one after the other; empty if it is absent and ours would make no sense beside the others. */
  List<String> contents(String name) {
    List<String> given = texts.get(name);
    return given != null ? given : SHARED.contains(name) ? List.of(ours(name)) : List.of();
  }

  /**
   * A lexicon in a folder, instead of ours.
   *
   * @throws LexiconException if the folder lacks companies.tsv or chips.tsv
   */
  public static LexiconFiles in(Path folder) {
    return new LexiconFiles(new LinkedHashMap<>()).plus(folder, true);
  }

  /**
   * These files and a folder's: an entry of the folder replaces the one of the same id.
   *
   * @throws LexiconException if the folder holds no lexicon file
   */
  public LexiconFiles plus(Path folder) {
    return plus(folder, false);
  }

  private LexiconFiles plus(Path folder, boolean whole) {
    Map<String, List<String>> merged = new LinkedHashMap<>(texts);
    int found = 0;
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        found++;
        List<String> both = new ArrayList<>(whole ? List.of() : contents(name));
        try {
          both.add(Files.readString(file));
        } catch (IOException e) {
          throw new LexiconException("can't read " + file + ": " + e.getMessage());
        }
        merged.put(name, List.copyOf(both));
      } else if (whole && (name.equals("companies.tsv") || name.equals("chips.tsv"))) {
        throw new LexiconException("no " + name + " in " + folder);
      }
    }
    if (found == 0) {
      throw new LexiconException("no lexicon file in " + folder + " (looked for " + String.join(", ", NAMES) + ")");
    }
    return new LexiconFiles(merged);
  }
}
