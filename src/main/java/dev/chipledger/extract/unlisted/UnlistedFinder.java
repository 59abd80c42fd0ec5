package dev.chipledger.extract.unlisted;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.unlisted.NameSentence.Run;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Name;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds companies and chips that an article names and no lexicon lists: names in its sentences about chips, of which the article
 * somewhere shows that they are a firm's, and model codes beside their maker. Their ids follow the lexicon's rule. Thread-safe.
 */
public final class UnlistedFinder {
  /** Names of an article that are looked into; more stand in lists and menus only. */
  private static final int NAMES = 60;

  /** Sentences before one about chips, in which "the company" may have been named. */
  private static final int SENTENCES_BEFORE = 2;

  /** Places of a name that are looked at for evidence. */
  private static final int PLACES = 20;

  private final FirmWords words = new FirmWords();
  private final FirmEvidence evidence = new FirmEvidence(words);
  private final CodeFinder codes;
  private final Set<String> listedNames = new HashSet<>();
  private final Lexicon lexicon;

  public UnlistedFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    codes = new CodeFinder(lexicon);
    lexicon.names().forEach(name -> listedNames.add(name.folded()));
  }

  /**
   * The fields' hits, with the provisional ones among them.
   *
   * @param fields of one article
   * @param isAboutChips by the hits of a sentence, whether it is looked into
   */
  public List<List<Hit>> find(List<NamedField> fields, Predicate<List<Hit>> isAboutChips) {
    List<FieldNames> read = new ArrayList<>();
    fields.forEach(field -> read.add(new FieldNames(field, words)));
    Set<String> names = new LinkedHashSet<>();
    for (FieldNames field : read) {
      for (int i : field.sentencesWithHits(isAboutChips)) {
        for (int before = Math.max(0, i - SENTENCES_BEFORE); before <= i; before++) {
          field.sentence(before).runs.forEach(run -> addNames(run, names));
        }
      }
    }
    Map<String, String> ids = new LinkedHashMap<>();
    for (String name : names) {
      if (ids.size() < NAMES && isFirm(name, read)) {
        addFirm(name, ids);
      }
    }
    return read.stream().map(field -> withProvisional(field, ids, isAboutChips)).toList();
  }

  private void addNames(Run run, Set<String> names) {
    String name = run.surface();
    if (names.size() < NAMES && name.length() > 1 && !listedNames.contains(folded(name))) {
      names.add(name);
    }
  }

  private boolean isFirm(String name, List<FieldNames> fields) {
    boolean firm = false;
    String small = words.isCommon(name) ? name.toLowerCase(Locale.ROOT) : null;
    for (FieldNames field : fields) {
      if (small != null && field.find(small, 0) >= 0) {
        return false; // what the article also uses as a word
      }
      int left = PLACES;
      for (int at = field.find(name, 0); at >= 0 && left-- > 0; at = field.find(name, at + 1)) {
        for (Run run : field.sentenceAt(at).runs) {
          boolean whole = run.word(0).start() == at && run.surface().equals(name);
          boolean surname = !whole && run.lastWord().start() == at && run.lastWord().text().equals(name);
          if ((whole || surname) && evidence.isPerson(run)) {
            return false;
          }
          firm |= whole && evidence.isFirm(run);
        }
      }
    }
    return firm;
  }

  /** Makes a name known, and what is left of it without "Technologies" and the like, by which the article may go on. */
  private void addFirm(String name, Map<String, String> ids) {
    int space = name.lastIndexOf(' ');
    String common = name;
    if (space > 0 && words.is("dropped", name.substring(space + 1)) && !isEveryday(name.substring(0, space))) {
      common = name.substring(0, space);
    }
    String id = id(common);
    if (id.length() < 2 || lexicon.company(id) != null || lexicon.chip(id) != null || listedNames.contains(folded(common))) {
      return;
    }
    ids.put(name, id);
    ids.put(common, id);
  }

  private boolean isEveryday(String name) {
    return words.isCommon(name) || words.is("split", name.toLowerCase(Locale.ROOT));
  }

  private static String id(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
  }

  private static String folded(String name) {
    return new String(Folding.fold(name));
  }

  private List<Hit> withProvisional(FieldNames field, Map<String, String> ids, Predicate<List<Hit>> isAboutChips) {
    List<Hit> found = new ArrayList<>();
    ids.forEach((name, id) -> {
      for (int at = field.find(name, 0); at >= 0; at = field.find(name, at + 1)) {
        int sentence = field.index(at);
        if (sentence >= 0 && isNamed(field.sentence(sentence), at, name)) {
          found.add(new Hit(Name.Kind.COMPANY, id, null, at, at + name.length(), sentence, true));
        }
      }
    });
    for (int i : field.sentencesWithHits(isAboutChips)) {
      codes.add(field.field.text(), field.field.sentences().get(i), field.hitsOf(i), i, found);
    }
    return found.isEmpty() ? field.field.hits() : merged(field.field.hits(), found);
  }

  /** Whether a firm's name stands at a place by itself; among a headline's capitals that can't be told of an everyday word. */
  private boolean isNamed(NameSentence sentence, int at, String name) {
    for (Run run : sentence.runs) {
      if (run.word(0).start() == at && run.surface().equals(name)) {
        return true;
      }
    }
    return sentence.headline && !words.isCommon(name)
        && sentence.words.stream().anyMatch(w -> w.start() == at && !w.isListed())
        && sentence.words.stream().anyMatch(w -> w.end() == at + name.length() && !w.isListed());
  }

  /** Of overlapping ones the provisional: it is longer than the chip word or region inside it. */
  private static List<Hit> merged(List<Hit> listed, List<Hit> found) {
    found.sort(Comparator.comparingInt(Hit::start).thenComparing(h -> -h.end()));
    List<Hit> all = new ArrayList<>();
    int next = 0;
    int end = 0;
    for (Hit hit : found) {
      if (hit.start() < end) {
        continue;
      }
      while (next < listed.size() && listed.get(next).start() < hit.end()) {
        if (listed.get(next).end() <= hit.start()) {
          all.add(listed.get(next));
        }
        next++;
      }
      all.add(hit);
      end = hit.end();
    }
    all.addAll(listed.subList(next, listed.size()));
    return all;
  }

  /** A field, with its sentences cut into words as they are asked for. */
  private static final class FieldNames {
    final NamedField field;
    private final FirmWords words;
    private final Map<Integer, NameSentence> cut = new HashMap<>();
    private List<Integer> aboutChips;

    FieldNames(NamedField field, FirmWords words) {
      this.field = field;
      this.words = words;
    }

    List<Integer> sentencesWithHits(Predicate<List<Hit>> wanted) {
      if (aboutChips == null) {
        aboutChips = new ArrayList<>();
        List<Hit> hits = field.hits();
        for (int i = 0; i < hits.size(); ) {
          int to = i;
          while (to < hits.size() && hits.get(to).sentence() == hits.get(i).sentence()) {
            to++;
          }
          if (wanted.test(hits.subList(i, to))) {
            aboutChips.add(hits.get(i).sentence());
          }
          i = to;
        }
      }
      return aboutChips;
    }

    NameSentence sentence(int index) {
      return cut.computeIfAbsent(index, i -> new NameSentence(field.text(), field.sentences().get(i), hitsOf(i), words));
    }

    NameSentence sentenceAt(int offset) {
      return sentence(index(offset));
    }

    /** The sentence that an offset lies in; -1 if it lies in none. */
    int index(int offset) {
      int low = 0;
      int high = field.sentences().size() - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        Span span = field.sentences().get(middle);
        if (offset < span.start()) {
          high = middle - 1;
        } else if (offset >= span.end()) {
          low = middle + 1;
        } else {
          return middle;
        }
      }
      return -1;
    }

    List<Hit> hitsOf(int sentence) {
      List<Hit> hits = field.hits();
      int low = 0;
      int high = hits.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (hits.get(middle).sentence() < sentence) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int to = low;
      while (to < hits.size() && hits.get(to).sentence() == sentence) {
        to++;
      }
      return hits.subList(low, to);
    }

    /** The next place from an offset where a name stands as whole words inside a sentence; -1 if there is none. */
    int find(String name, int from) {
      String text = field.text();
      for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
        int end = at + name.length();
        boolean whole = (at == 0 || !Folding.isWordUnit(text.charAt(at - 1))) && (end == text.length() || !Folding.isWordUnit(text.charAt(end)));
        if (whole && index(at) >= 0) {
          return at;
        }
      }
      return -1;
    }
  }
}
