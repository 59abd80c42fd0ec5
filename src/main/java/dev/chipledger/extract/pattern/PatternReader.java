package dev.chipledger.extract.pattern;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.extract.Reference;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.LexiconException;
import dev.chipledger.lexicon.Role;
import dev.chipledger.lexicon.Rule;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads sentences by the patterns of the lexicon: few, sure, and each claim names its rule. */
public final class PatternReader {
  private static final String ENTITY = "[\\uE000-\\uE3FF\\uF000-\\uF3FF]";
  private static final String COMPANY = "[\\uE000-\\uE3FF]";
  private static final String CHIP = "[\\uE400-\\uE7FF\\uE800-\\uEBFF]";
  private static final String JOIN = "(?:,? and |, |,? or |/)";
  private static final String CHIPS = CHIP + "(?: " + CHIP + ")*(?:" + JOIN + CHIP + "(?: " + CHIP + ")*)*";
  private static final Map<String, String> MACROS = new LinkedHashMap<>();

  static {
    MACROS.put("{B}", "(?<!\\bif |\\bwhether |\\bunless )(?<buyer>" + ENTITY + "(?:" + JOIN + ENTITY + ")*)");
    MACROS.put("{VK}",
        "(?:(?:(?<vendor2>" + COMPANY + ")(?:'s?)? )?(?:[a-z0-9,-]+ ){0,3}?(?<chip>" + CHIPS + ")"
            + "(?: (?:[a-z-]+ ){0,1}?(?:from|by) (?<vendor>" + COMPANY + "(?:" + JOIN + COMPANY + ")*))?)");
    MACROS.put("{V}", "(?<vendor>" + COMPANY + ")");
    MACROS.put("{R}", "(?<pointer>[\\uF000-\\uF3FF])");
    MACROS.put("{K}", "(?<chip>" + CHIPS + ")");
    MACROS.put("{W}", "(?<word>[\\uE800-\\uEBFF])");
    MACROS.put("{RANK}", "(?:(?:second|third|fourth|fifth|[2-9](?:nd|rd|th))[- ])?(?:largest|biggest|top|number one|no. 1|leading|single largest)");
  }

  /** A rule of the lexicon, ready to be run. */
  private record Reader(Rule rule, Pattern pattern) {}

  private final Lexicon lexicon;
  private final StatusReader statuses = new StatusReader();
  private final List<Reader> readers = new ArrayList<>();

  public PatternReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (Rule rule : lexicon.rules()) {
      String pattern = rule.pattern();
      for (Map.Entry<String, String> macro : MACROS.entrySet()) {
        pattern = pattern.replace(macro.getKey(), macro.getValue());
      }
      pattern = pattern.replaceAll("~(\\d)", "(?:[^ ;:\\\\uE000-\\\\uE3FF]+ ){0,$1}?");
      pattern = pattern.replaceFirst("<(?!buyer>|vendor2?>|pointer>|chip>|word>|[!=])", "(?<trigger>");
      pattern = closeTrigger(pattern);
      readers.add(new Reader(rule, compiled(rule, pattern)));
    }
  }

  private static Pattern compiled(Rule rule, String pattern) {
    if (!pattern.contains("(?<buyer>") || !pattern.contains("(?<trigger>")) {
      throw new LexiconException("patterns.tsv: " + rule.id() + " needs {B}, and its trigger in < >");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new LexiconException("patterns.tsv: " + rule.id() + ": " + e.getDescription());
    }
  }

  /** The > that closes the trigger is the only one that ends no group name. */
  private static String closeTrigger(String pattern) {
    Matcher ends = Pattern.compile("(?<!<buyer|<vendor|<vendor2|<pointer|<chip|<word|<trigger|\\(\\?)>").matcher(pattern);
    return ends.replaceFirst(")");
  }

  /** What the patterns make of a sentence; empty if none fits. */
  public List<Reading> read(Passage passage) {
    Encoded encoded = Encoded.of(passage);
    String signs = encoded.signs();
    List<Reading> readings = new ArrayList<>();
    for (Reader reader : readers) {
      Matcher match = reader.pattern().matcher(signs);
      int from = 0;
      while (from < signs.length() && match.find(from)) {
        addReadings(reader.rule(), match, encoded, readings);
        // From the trigger on: a sentence may go on with another buyer.
        from = Math.max(match.start() + 1, match.end("trigger"));
      }
    }
    return readings;
  }

  private void addReadings(Rule rule, Matcher match, Encoded encoded, List<Reading> readings) {
    int triggerStart = match.start("trigger");
    int triggerEnd = match.end("trigger");
    String status = statuses.read(encoded.signs(), triggerStart, triggerEnd, rule.status());
    boolean restricted = encoded.signs().substring(0, triggerStart).endsWith(" restricted to ")
        || encoded.signs().substring(0, triggerStart).endsWith(" limited to ");
    Span trigger = encoded.span(triggerStart, triggerEnd);
    for (int b = start(match, "buyer"); b < end(match, "buyer"); b++) {
      String buyer = company(encoded, b);
      if (buyer == null) {
        continue;
      }
      for (Maker maker : makers(rule, match, encoded, buyer)) {
        Reading reading =
            new Reading(
                buyer, rule.action(), maker.vendor(), null, maker.chip(), status, restricted,
                encoded.span(b, b + 1), trigger, maker.vendorSpan(), maker.chipSpan(), "pattern:" + rule.id(), rule.confidence());
        if (isSound(reading) && readings.stream().noneMatch(other -> same(other, reading))) {
          readings.add(reading);
        }
      }
    }
  }

  /** Who makes it and what it is, one for each product that the match names. */
  private record Maker(String vendor, String chip, Span vendorSpan, Span chipSpan) {}

  private List<Maker> makers(Rule rule, Matcher match, Encoded encoded, String buyer) {
    List<Maker> makers = new ArrayList<>();
    int v = start(match, "vendor") >= 0 ? start(match, "vendor") : start(match, "vendor2");
    String vendor = v < 0 ? null : company(encoded, v);
    Span vendorSpan = v < 0 ? null : encoded.span(v, v + 1);
    if (start(match, "pointer") >= 0) {
      vendor = vendorNamedBefore(encoded, start(match, "pointer"), buyer);
    }
    if (rule.action().equals("make")) {
      int word = start(match, "word");
      makers.add(new Maker(buyer, null, null, encoded.span(word, word + 1)));
      return makers;
    }
    Span wordSpan = null;
    for (int k = start(match, "chip"); k >= 0 && k < end(match, "chip"); k++) {
      Hit hit = encoded.hit(k);
      if (hit != null && hit.isChip()) {
        String maker = hit.vendor() != null ? hit.vendor() : vendor;
        boolean named = maker != null && maker.equals(vendor);
        makers.add(new Maker(maker, hit.entity(), named ? vendorSpan : null, encoded.span(k, k + 1)));
      } else if (hit != null && wordSpan == null) {
        wordSpan = encoded.span(k, k + 1);
      }
    }
    if (makers.isEmpty() && vendor != null) {
      makers.add(new Maker(vendor, null, vendorSpan, wordSpan != null ? wordSpan : chipWordAfter(match, encoded)));
    }
    return makers;
  }

  /** The chip word that the match names, or that follows it at once ("largest buyer of Nvidia chips"); null if none. */
  private static Span chipWordAfter(Matcher match, Encoded encoded) {
    int word = start(match, "word");
    if (word < 0 && match.end() + 1 < encoded.signs().length() && encoded.signs().charAt(match.end()) == ' ') {
      word = match.end() + 1;
    }
    Hit hit = word < 0 ? null : encoded.hit(word);
    return hit != null && hit.isChipWord() ? encoded.span(word, word + 1) : null;
  }

  /** "the company's top buyer": the vendor that the sentence named before. */
  private String vendorNamedBefore(Encoded encoded, int at, String buyer) {
    for (int i = at - 1; i >= 0; i--) {
      Hit hit = encoded.hit(i);
      if (hit != null && hit.isCompany() && !hit.entity().equals(buyer) && lexicon.has(hit.entity(), Role.MAKER)) {
        return hit.entity();
      }
    }
    return null;
  }

  private boolean isSound(Reading reading) {
    if (reading.vendor() == null) {
      return false;
    }
    if (reading.action().equals("make")) {
      // A merchant chip maker that launches its own product is no claim.
      return !lexicon.has(reading.buyer(), Role.MAKER);
    }
    return !reading.buyer().equals(reading.vendor()) && lexicon.has(reading.vendor(), Role.MAKER);
  }

  private static boolean same(Reading a, Reading b) {
    return a.buyer().equals(b.buyer())
        && java.util.Objects.equals(a.vendor(), b.vendor())
        && java.util.Objects.equals(a.chip(), b.chip())
        && a.action().equals(b.action())
        && a.trigger().overlaps(b.trigger());
  }

  private static String company(Encoded encoded, int at) {
    Hit hit = encoded.hit(at);
    if (hit != null) {
      return hit.isCompany() ? hit.entity() : null;
    }
    Reference reference = encoded.reference(at);
    return reference == null ? null : reference.company();
  }

  private static int start(Matcher match, String group) {
    try {
      return match.start(group);
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  private static int end(Matcher match, String group) {
    try {
      return match.end(group);
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
