package dev.chipledger.extract.unlisted;

import dev.chipledger.extract.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The word lists of extract/unlisted.tsv, and which words are common in English. */
final class FirmWords {
  private final Map<String, Set<String>> lists = new HashMap<>();
  private final Set<String> common;

  FirmWords() {
    for (String[] row : Resources.rows("/extract/unlisted.tsv")) {
      lists.put(row[0], Set.of(row[1].split("\\|")));
    }
    common = commonWords();
  }

  /** Whether a list of the file holds a word, letter for letter. */
  boolean is(String list, String word) {
    return lists.get(list).contains(word);
  }

  /** Whether a word is an everyday one: the encoder has a piece of its own for it. "Nscale" and "Firmus" it has to cut. */
  boolean isCommon(String word) {
    return common.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Set<String> commonWords() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        FirmWords.class.getResourceAsStream("/reader/vocab.txt"), StandardCharsets.UTF_8))) {
      return lines.lines().filter(piece -> piece.length() > 1 && !piece.startsWith("#")).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
