package dev.chipledger.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Model codes of a family that are too many to list.
 *
 * @param anchors folded stretches of which the sentence must hold one for the pattern to be worth trying; never empty
 * @param pattern what the text must read
 * @param template the chip id, with $1, $2 for the pattern's groups
 * @param vendor company id; null where the chip of that id has it, or several make it
 * @param family chip id of the family; null if none
 */
public record ChipModel(String id, List<String> anchors, Pattern pattern, String template, String vendor, String family, String kind) {

  /** The chip id that a match stands for: lower case, words joined by -. */
  public String chipId(Matcher match) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '$' && i + 1 < template.length() && Character.isDigit(template.charAt(i + 1))) {
        String group = match.group(template.charAt(++i) - '0');
        id.append(group == null ? "" : group);
      } else {
        id.append(c);
      }
    }
    return id.toString()
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace("+", "-plus")
        .replaceAll("[^\\p{L}\\p{N}.]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
