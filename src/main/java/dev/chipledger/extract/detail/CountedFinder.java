package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks from a number over the words that may stand between ("of its new custom-built …") to the chip that it counts. */
final class CountedFinder {
  /** Words between a number and its chip beyond which they hardly belong together. */
  private static final int MOST_WORDS = 7;

  private static final Pattern GAP = Pattern.compile("[\\s\\-+*`'’“”\"\\[\\]]*+");
  private static final Pattern OF_SOMEBODY = Pattern.compile("['’]s?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.&]*(?:[-'’][\\p{L}\\p{N}]+)*");
  private static final Pattern ADJECTIVE = Pattern.compile(
      "\\p{L}+-\\p{L}[\\p{L}-]*|\\p{Ll}{3,}(?:ed|al|ic|ive|ful|able|ible|ous|est)|\\p{Lu}\\p{L}+|\\p{N}+(?:st|nd|rd|th)?-?(?:GB|nm|gen|Gen)?");
  private static final Pattern JOINED = Pattern.compile("\\s?\\(?(?:(?:\\p{Lu}\\p{L}+|\\d+GB|machine learning|graphics) ){0,2}\\(?");
  private static final Pattern AND_MORE = Pattern.compile("\\)?,?\\s?(?:and|or|/|,|&)\\s(?:and\\s)?(?:its\\s)?");

  private final Cues cues;
  private final Set<String> own;

  /** @param own words of the lexicon that may stand between too */
  CountedFinder(Cues cues, Collection<String> own) {
    this.cues = cues;
    this.own = Set.copyOf(own);
  }

  /**
   * @param from UTF-16 offset after the number (or its unit)
   * @param links kind of the cues that may stand between
   * @return null if no chip or chip word follows
   */
  Counted find(Passage passage, int from, String links) {
    String text = passage.text();
    int to = passage.sentence().end();
    List<Hit> found = new ArrayList<>();
    int at = from;
    for (int words = 0; words <= MOST_WORDS; words++) {
      at = skip(GAP, text, at, to);
      Hit hit = hitAt(passage, at);
      if (hit != null) {
        found.add(hit);
        if (!hit.isCompany()) {
          return whole(passage, found);
        }
        at = skip(OF_SOMEBODY, text, hit.end(), to);
        continue;
      }
      Matcher word = WORD.matcher(text).region(at, to);
      if (!word.lookingAt() || !(cues.isWord(links, word.group()) || own.contains(word.group().toLowerCase(Locale.ROOT)) || ADJECTIVE.matcher(word.group()).matches())) {
        return null;
      }
      at = word.end();
    }
    return null;
  }

  /** "Nvidia V100 Tensor Core GPUs", "tensor processing units (TPUs)": one phrase, two hits. */
  private static Counted whole(Passage passage, List<Hit> found) {
    int to = passage.sentence().end();
    int end = found.get(found.size() - 1).end();
    for (Hit next = after(passage, JOINED, end); next != null && !next.isCompany(); next = after(passage, JOINED, end)) {
      found.add(next);
      end = next.end();
    }
    int beyond = skip(AND_MORE, passage.text(), end, to);
    Hit more = beyond == end ? null : hitAt(passage, beyond);
    if (more != null && more.isCompany()) {
      more = after(passage, GAP, skip(OF_SOMEBODY, passage.text(), more.end(), to));
    }
    return new Counted(found, end, more != null && more.isChip());
  }

  private static Hit after(Passage passage, Pattern between, int from) {
    Matcher gap = between.matcher(passage.text()).region(from, passage.sentence().end());
    return gap.lookingAt() ? hitAt(passage, gap.end()) : null;
  }

  private static int skip(Pattern what, String text, int from, int to) {
    Matcher match = what.matcher(text).region(from, to);
    return match.lookingAt() ? match.end() : from;
  }

  private static Hit hitAt(Passage passage, int at) {
    for (Hit hit : passage.hits()) {
      if (hit.start() == at && hit.kindWord() != null) {
        return hit;
      }
    }
    return null;
  }
}
