package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.extract.Resources;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.lexicon.Name;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads where chips go, are used or are barred from, or where a rank holds. That a firm is Chinese, or sits in Shenzhen,
 * says nothing of it: a region counts where words of place lead it in, or a site follows its name. The words are in
 * {@code extract/places.tsv}, the regions in {@code lexicon/regions.tsv}.
 */
final class RegionReader {
  /** "Qualcomm's chip in the US and Exynos in Europe": so many characters at most between a chip and the place it is used in. */
  private static final int NEXT_TO_CHIP = 25;

  private static final Pattern IN_A_ROW = Pattern.compile("\\s*(?:,|,?\\s*(?:and|or))\\s+");

  /** What the words around a region make of it. */
  enum Use {
    GOES,
    WANTED,
    MADE
  }

  /** A region where chips go, are wanted or are made. */
  record Place(Said<String> region, Use use) {}

  private final Pattern ledIn;
  private final Pattern siteAfter;
  private final Pattern tradeAfter;
  private final Pattern makingAfter;
  private final Pattern carryingBefore;
  private final Pattern makingBefore;
  private final Pattern elsewhereBefore;
  private final Pattern siteBefore;
  private final Pattern siteMeant;
  private final Pattern countryMeant;

  RegionReader() {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Resources.rows("/extract/places.tsv")) {
      String cell = Arrays.stream(row[1].split("\\|")).map(Pattern::quote).collect(Collectors.joining("|"));
      words.merge(row[0], cell, (a, b) -> a + "|" + b);
    }
    String word = "[\\p{L}\\p{N}'’.$-]+";
    String start = "(?i)(?<![\\p{L}\\p{N}-])";
    String end = "(?![\\p{L}\\p{N}])";
    ledIn = Pattern.compile(start + "(?<by>" + words.get("lead_in") + ")\\s+(?:(?:" + words.get("on_the_way") + ")\\s+){0,4}$");
    // "Korean news site", "Chinese AI model": no place of chips.
    String between = "(?:(?!(?:news|media|web|language)\\s)" + word + "\\s+){0,2}?";
    siteAfter = after(between, words.get("site"), end);
    tradeAfter = after(between, words.get("trade"), end);
    siteBefore = Pattern.compile(start + "(?:" + words.get("site") + "),?\\s+$");
    makingAfter = after(between, words.get("making"), end);
    carryingBefore = Pattern.compile(start + "(?:" + words.get("carrying") + ")\\s+(?:" + word + ",?\\s+){0,9}$");
    makingBefore = Pattern.compile(start + "(?:" + words.get("making") + ")\\s+(?:" + word + "\\s+){0,3}$");
    elsewhereBefore = Pattern.compile(
        start + "(?:(?:" + words.get("elsewhere") + "),?\\s+(?:" + word + "\\s+){0,2}|(?:" + words.get("gathering") + "),?\\s+(?:" + word
            + ",?\\s+){0,6}|(?:" + words.get("telling") + ")\\s+)$");
    siteMeant = Pattern.compile("^[\"“”'‘]*(?:The|This|That|Its)\\s+(?:" + word + "\\s+)?(?i:" + words.get("site") + ")" + end);
    countryMeant = Pattern.compile("(?i)\\s(?:in|to|across|within)\\s+(?:the|that)\\s+(?:country|nation|region|kingdom)" + end);
  }

  private static Pattern after(String between, String words, String end) {
    return Pattern.compile("(?i)^(?:['’]s)?\\s+" + between + "(?:" + words + ")" + end);
  }

  /**
   * The region of a reading: of those in its clause the first behind the words for what is done, else the last before; of
   * several in a row ("Asian and European releases") the first.
   *
   * @return null if the sentence tells none
   */
  static Said<String> of(Passage passage, List<Place> places, Contrasts clauses, Reading reading, Span anchor) {
    Span clause = clauses.around(anchor);
    Span chipClause = reading.chipSpan() == null ? clause : clauses.around(reading.chipSpan());
    boolean foundry = reading.action().equals("foundry");
    Said<String> before = null;
    for (Place place : places) {
      Span span = place.region().span();
      boolean here = clause.contains(span) || chipClause.contains(span);
      boolean fits = foundry ? place.use() == Use.WANTED || isOfMaker(passage, reading, place) : place.use() != Use.MADE;
      if (!here || !fits || belongsToAnotherChip(passage, reading, span)) {
        continue;
      }
      if (span.start() >= anchor.end()) {
        return place.region();
      }
      boolean inARow = before != null && IN_A_ROW.matcher(passage.text().substring(before.span().end(), span.start())).matches();
      before = inARow ? before : place.region();
    }
    return before;
  }

  /** Whether it is where the manufacturer of the reading makes chips: "TSMC's fab in Arizona", and not another's. */
  private static boolean isOfMaker(Passage passage, Reading reading, Place place) {
    Hit last = null;
    for (Hit hit : passage.hits()) {
      last = hit.isCompany() && hit.end() <= place.region().span().start() && !hit.entity().equals(reading.buyer()) ? hit : last;
    }
    return place.use() == Use.MADE && last != null && last.entity().equals(reading.vendor());
  }

  /** The places that a sentence tells, in order. */
  List<Place> read(Passage passage) {
    List<Place> places = new ArrayList<>();
    for (Hit hit : passage.hits()) {
      if (hit.kind() == Name.Kind.REGION) {
        Use use = use(passage.text(), passage.sentence().start(), passage.sentence().end(), hit, passage.hits());
        if (use != null) {
          places.add(new Place(new Said<>(hit.entity(), new Span(hit.start(), hit.end())), use));
        }
      }
    }
    if (places.isEmpty()) {
      Place meant = meant(passage);
      if (meant != null) {
        places.add(meant);
      }
    }
    return places;
  }

  /** What the region is to the chips of its sentence; null if nothing. */
  private Use use(String text, int from, int to, Hit hit, List<Hit> hits) {
    String after = text.substring(hit.end(), to);
    String before = text.substring(from, hit.start());
    if (after.startsWith("-based") || after.startsWith("-listed")) {
      return null;
    }
    boolean adjective = isAdjective(text, hit);
    if (!adjective && makingAfter.matcher(after).find()) {
      return Use.MADE;
    }
    if (siteAfter.matcher(after).find()) {
      return Use.GOES;
    }
    if (tradeAfter.matcher(after).find()) {
      return Use.WANTED;
    }
    Matcher lead = ledIn.matcher(before);
    if (!lead.find() || adjective) {
      return null;
    }
    String led = before.substring(0, lead.start());
    String by = lead.group("by").toLowerCase(Locale.ROOT);
    if (siteBefore.matcher(led).find()) {
      return Use.GOES;
    }
    boolean carried = carryingBefore.matcher(led).find();
    if (makingBefore.matcher(led).find()) {
      return Use.MADE;
    }
    if ((by.equals("to") || by.equals("into") || by.equals("for")) && !carried || elsewhereBefore.matcher(led).find()) {
      return null;
    }
    // "Apple in China" is Apple's Chinese house.
    int leadStart = from + lead.start();
    boolean ofCompany = hits.stream().anyMatch(h -> h.isCompany() && h.end() <= leadStart && text.substring(h.end(), leadStart).isBlank());
    return ofCompany ? null : Use.GOES;
  }

  /** "The facility will hold …", "in the country": the region that the text before it speaks of. */
  private Place meant(Passage passage) {
    Matcher site = siteMeant.matcher(passage.words());
    if (site.find()) {
      Place last = null;
      for (Hit hit : passage.before()) {
        Span before = passage.beforeSpan();
        if (hit.kind() == Name.Kind.REGION && use(passage.text(), before.start(), before.end(), hit, passage.before()) == Use.GOES) {
          last = new Place(new Said<>(hit.entity(), spanAt(passage, site)), Use.GOES);
        }
      }
      return last;
    }
    Matcher country = countryMeant.matcher(passage.words());
    if (!country.find()) {
      return null;
    }
    Span span = spanAt(passage, country);
    Hit named = null;
    for (List<Hit> hits : List.of(passage.before(), passage.hits())) {
      for (Hit hit : hits) {
        named = hit.kind() == Name.Kind.REGION && hit.start() < span.start() ? hit : named;
      }
    }
    return named == null ? null : new Place(new Said<>(named.entity(), span), Use.GOES);
  }

  private static Span spanAt(Passage passage, Matcher match) {
    return new Span(passage.sentence().start() + match.start(), passage.sentence().start() + match.end());
  }

  /** "Snapdragon in the US and Exynos elsewhere": a place just behind one chip is no other's. */
  private static boolean belongsToAnotherChip(Passage passage, Reading reading, Span place) {
    Hit last = null;
    boolean following = false;
    for (Hit hit : passage.hits()) {
      if (hit.isChip() || hit.isChipWord() || hit.isCompany()) {
        if (hit.end() <= place.start()) {
          last = hit.isCompany() ? last : hit;
        } else {
          following |= isOf(hit, reading);
        }
      }
    }
    return last != null && following && !isOf(last, reading) && place.start() - last.end() <= NEXT_TO_CHIP;
  }

  private static boolean isOf(Hit hit, Reading reading) {
    return reading.chipSpan() != null && reading.chipSpan().start() == hit.start() || hit.isChip() && hit.entity().equals(reading.chip());
  }

  private static boolean isAdjective(String text, Hit hit) {
    return text.substring(hit.start(), hit.end()).matches(".*(?:ese|ian|ean|ish|ch|can|wani|raeli|rati|German|Thai)");
  }
}
