package dev.chipledger.extract.detail;

import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence's parts that say different things: "Exynos in Europe, while phones sold in the US run Snapdragon". Made by
 * words that set one part against the other; what is said in the one does not hold for the other. Offsets are UTF-16.
 */
final class Contrasts {
  private static final Pattern BOUNDARY =
      Pattern.compile(";|,?\\s(?=(?i:while|whereas|although|though|even though|but|unlike|as opposed to)\\s)|\\.\\s(?=\\p{Lu}\\p{Ll}+\\s)");
  /** A clause in commas that tells of the noun before it. */
  private static final Pattern RELATIVE = Pattern.compile("(?i),\\s(?:which|who|whose|where)\\s");

  private final List<Span> parts = new ArrayList<>();
  private final List<Span> relatives = new ArrayList<>();

  private Contrasts() {}

  static Contrasts of(String text, Span sentence) {
    Contrasts clauses = new Contrasts();
    int start = sentence.start();
    Matcher boundary = BOUNDARY.matcher(text).region(sentence.start(), sentence.end()).useTransparentBounds(true);
    while (boundary.find()) {
      clauses.parts.add(new Span(start, boundary.start()));
      start = boundary.start();
    }
    clauses.parts.add(new Span(start, sentence.end()));
    for (Span part : clauses.parts) {
      Matcher relative = RELATIVE.matcher(text).region(part.start(), part.end());
      while (relative.find()) {
        int comma = text.indexOf(',', relative.end());
        clauses.relatives.add(new Span(relative.start(), comma < 0 || comma > part.end() ? part.end() : comma));
      }
    }
    return clauses;
  }

  /** The part that a place of the sentence lies in. */
  Span around(Span place) {
    for (Span part : parts) {
      if (place.start() < part.end()) {
        return part;
      }
    }
    return parts.get(parts.size() - 1);
  }

  /** Whether what a word at {@code said} says of its clause holds for {@code of}: not across a contrast, nor out of an aside. */
  boolean reaches(Span said, Span of) {
    if (!around(said).equals(around(of))) {
      return false;
    }
    return relatives.stream().noneMatch(aside -> aside.contains(said) && !aside.contains(of));
  }
}
