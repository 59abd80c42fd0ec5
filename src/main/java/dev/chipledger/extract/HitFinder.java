package dev.chipledger.extract;

import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.ChipModel;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Name;
import dev.chipledger.lexicon.NameFinder;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Which companies, chips, chip words and regions a text names, and where. Of overlapping names the longest holds; a name
 * with conditions holds only where its sentence meets them.
 */
final class HitFinder {
  private final Lexicon lexicon;
  private final NameFinder names;
  private final List<ChipModel> models;

  HitFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.models = List.copyOf(lexicon.models());
    this.names = new NameFinder(lexicon.names(), models);
  }

  private record Found(int start, int end, List<Name> readings) {}

  /**
   * @param sentences spans of the text's sentences, in order
   * @param published by which names are valid; null if unknown
   * @return hits in order of their starts, none overlapping
   */
  List<Hit> find(String text, List<Span> sentences, LocalDate published) {
    char[] folded = Folding.fold(text);
    List<Found> found = new ArrayList<>();
    ModelAnchors anchors = new ModelAnchors();
    names.find(folded, new NameFinder.Hits() {
      @Override
      public void names(int start, int end, List<Name> readings) {
        found.add(new Found(start, end, readings));
      }

      @Override
      public void anchor(int start, int[] places) {
        anchors.add(start, places);
      }
    });
    if (found.isEmpty()) {
      return List.of();
    }
    found.sort(Comparator.comparingInt(Found::start).thenComparing(f -> -f.end()));
    List<Hit> hits = new ArrayList<>();
    String foldedText = new String(folded);
    int next = 0;
    for (int s = 0; s < sentences.size() && next < found.size(); s++) {
      Span sentence = sentences.get(s);
      List<Found> here = new ArrayList<>();
      while (next < found.size() && found.get(next).start() < sentence.end()) {
        Found one = found.get(next++);
        if (one.start() >= sentence.start() && one.end() <= sentence.end()) {
          here.add(one);
        }
      }
      if (!here.isEmpty()) {
        addSentence(text, foldedText, anchors, sentence, s, here, published, hits);
      }
    }
    return hits;
  }

  private void addSentence(
      String text, String folded, ModelAnchors anchors, Span sentence, int index, List<Found> found, LocalDate published,
      List<Hit> hits) {
    List<Hit> here = new ArrayList<>();
    String foldedSentence = null;
    for (Found one : found) {
      for (Name name : one.readings()) {
        if (foldedSentence == null && !name.needs().isEmpty()) {
          foldedSentence = folded.substring(sentence.start(), sentence.end());
        }
        if (holds(name, text, folded, foldedSentence, one, published)) {
          here.add(hit(name, one.start(), one.end(), index));
          break;
        }
      }
    }
    if (here.isEmpty()) {
      return;
    }
    if (here.stream().anyMatch(h -> h.isCompany() || h.isChip() || h.isChipWord())) {
      addModels(text, anchors.in(sentence), sentence, index, here);
    }
    hits.addAll(longest(here));
  }

  private Hit hit(Name name, int start, int end, int sentence) {
    String vendor = null;
    if (name.kind() == Name.Kind.CHIP) {
      Chip chip = lexicon.chip(name.entity());
      vendor = chip == null ? null : chip.vendor();
    }
    return new Hit(name.kind(), name.entity(), vendor, start, end, sentence);
  }

  private static boolean holds(
      Name name, String text, String folded, String foldedSentence, Found at, LocalDate published) {
    if (!name.isValidOn(published)) {
      return false;
    }
    if (name.exact() != null) {
      if (!text.startsWith(name.exact(), at.start())) {
        return false;
      }
    } else if (name.kind() != Name.Kind.CHIP_WORD && name.kind() != Name.Kind.DESCRIPTION && !isWrittenAsName(text, at.start(), at.end())) {
      return false;
    }
    if (!name.notAfter().isEmpty() && standsAfter(folded, at.end(), name.notAfter())) {
      return false;
    }
    if (!name.notBefore().isEmpty() && standsBefore(folded, at.start(), name.notBefore())) {
      return false;
    }
    return name.needs().isEmpty() || holdsAny(foldedSentence, name.needs());
  }

  /** A name holds a capital or a digit; "intel" and "core" in lower case are words. */
  private static boolean isWrittenAsName(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) || Character.isDigit(c) || c > 0x2E80 && Character.isLetter(c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the words stands after the name, be it joined by a space, a hyphen or nothing ("-based", "+ pc"). */
  private static boolean standsAfter(String folded, int end, List<String> words) {
    int i = end;
    while (i < folded.length() && folded.charAt(i) == ' ') {
      i++;
    }
    int joined = i < folded.length() && folded.charAt(i) == '-' ? i + 1 : i;
    for (String word : words) {
      if (startsWord(folded, i, word) || joined != i && startsWord(folded, joined, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWord(String folded, int at, String word) {
    int end = at + word.length();
    return folded.startsWith(word, at) && (end == folded.length() || !Folding.isWordUnit(folded.charAt(end)));
  }

  private static boolean standsBefore(String folded, int start, List<String> words) {
    int i = start;
    while (i > 0 && (folded.charAt(i - 1) == ' ' || folded.charAt(i - 1) == '-')) {
      i--;
    }
    for (String word : words) {
      int from = i - word.length();
      if (from >= 0 && folded.startsWith(word, from) && (from == 0 || !Folding.isWordUnit(folded.charAt(from - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence holds one of the words; one of four letters or more may go on ("chipmaker" for "chip"). */
  private static boolean holdsAny(String foldedSentence, List<String> words) {
    for (String word : words) {
      int at = foldedSentence.indexOf(word);
      while (at >= 0) {
        boolean starts = at == 0 || !Folding.isWordUnit(foldedSentence.charAt(at - 1));
        if (starts && (word.length() > 3 || startsWord(foldedSentence, at, word) || startsWord(foldedSentence, at, word + "s"))) {
          return true;
        }
        at = foldedSentence.indexOf(word, at + 1);
      }
    }
    return false;
  }

  /** Adds codes that no list holds ("i7-11800H"). Each starts a word: trying the pattern elsewhere took most of the time. */
  private void addModels(String text, BitSet worthTrying, Span sentence, int index, List<Hit> here) {
    int[] starts = worthTrying.isEmpty() ? null : wordStarts(text, sentence);
    for (int i = worthTrying.nextSetBit(0); i >= 0; i = worthTrying.nextSetBit(i + 1)) {
      ChipModel model = models.get(i);
      Matcher match = model.pattern().matcher(text).useTransparentBounds(true);
      int free = sentence.start();
      for (int start : starts) {
        if (start < free || !match.region(start, sentence.end()).lookingAt() || !isWholeWord(text, start, match.end())) {
          continue;
        }
        free = match.end();
        String id = model.chipId(match);
        Chip listed = lexicon.chip(id);
        String vendor = model.vendor() != null || listed == null ? model.vendor() : listed.vendor();
        here.add(new Hit(Name.Kind.CHIP, id, vendor, start, match.end(), index));
      }
    }
  }

  private static int[] wordStarts(String text, Span sentence) {
    int[] starts = new int[sentence.end() - sentence.start()];
    int n = 0;
    for (int i = sentence.start(); i < sentence.end(); i++) {
      if (Folding.isWordUnit(text.charAt(i)) && (i == 0 || !Folding.isWordUnit(text.charAt(i - 1)))) {
        starts[n++] = i;
      }
    }
    return Arrays.copyOf(starts, n);
  }

  private static boolean isWholeWord(String text, int start, int end) {
    return end > start
        && (start == 0 || !Folding.isWordUnit(text.charAt(start - 1)))
        && (end == text.length() || !Folding.isWordUnit(text.charAt(end)));
  }

  /** Of hits that overlap, the longest; of equally long ones, the first found. In order of their starts. */
  private static List<Hit> longest(List<Hit> hits) {
    List<Hit> byLength = new ArrayList<>(hits);
    byLength.sort(Comparator.comparingInt((Hit h) -> h.start() - h.end()));
    List<Hit> chosen = new ArrayList<>();
    for (Hit hit : byLength) {
      boolean free = true;
      for (Hit other : chosen) {
        free &= hit.end() <= other.start() || other.end() <= hit.start();
      }
      if (free) {
        chosen.add(hit);
      }
    }
    chosen.sort(Comparator.comparingInt(Hit::start));
    return chosen;
  }
}
