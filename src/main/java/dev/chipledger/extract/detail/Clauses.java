package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence's clauses, by its signs and linking words: what stands in one clause belongs together more likely than what is merely
 * near. A comma parts what may be one clause ("in March, Meta bought"): who needs to know looks at the clause's own words.
 */
public final class Clauses {
  private static final Pattern LINK =
      Pattern.compile(
          "[;:()—–]|\\s-\\s|,(?=[\\s\"”])|(?<!\\p{L})(?i:which|that(?!['’]s)|who|whose|while|whereas|when|after|before|but|because"
              + "|where|although|though|than"
              + "|and(?=\\s+(?:it|they|he|she|we|the company|this week|that|will|would|plans|has|had|is|was)(?!\\p{L})))(?!\\p{L})");
  private static final Pattern AND = Pattern.compile("(?i)(?<!\\p{L})and\\s+(?:\\p{L}+['’]s\\s+)?$");
  /** What makes a company after "and" the subject of a clause: a verb, or a number that leaves the verb out. */
  private static final Pattern VERB_AFTER = Pattern.compile(
      "(?i)^(?:\\s+(?:also|will|has|had|is|was|would|could|may|plans?|wants?|said|says|announced|revealed"
          + "|bought|ordered|purchased|acquired|uses?|used|\\p{L}{2,}ed)(?!\\p{L})"
          + "|\\s+[~$€£\\d])");

  private final List<Span> clauses = new ArrayList<>();

  public Clauses(Passage passage) {
    List<Integer> cuts = new ArrayList<>();
    Matcher match = LINK.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).useTransparentBounds(true);
    while (match.find()) {
      int at = match.start();
      if (passage.hits().stream().noneMatch(h -> h.start() < at && at < h.end())) {
        cuts.add(at);
      }
    }
    for (Hit hit : passage.hits()) {
      // "… and Microsoft uses": a subject of its own.
      Matcher and = AND.matcher(passage.text()).region(passage.sentence().start(), hit.start()).useTransparentBounds(true);
      boolean verb = hit.isCompany() && VERB_AFTER.matcher(passage.text()).region(hit.end(), passage.sentence().end()).find();
      if (verb && and.find() && !endsWithCompany(passage, and.start())) {
        cuts.add(and.start());
      }
    }
    int from = passage.sentence().start();
    for (int cut : cuts.stream().sorted().distinct().toList()) {
      if (cut > from) {
        clauses.add(new Span(from, cut));
        from = cut;
      }
    }
    clauses.add(new Span(from, passage.sentence().end()));
  }

  /** "ByteDance and Tencent ordered": one subject of two companies. */
  private static boolean endsWithCompany(Passage passage, int to) {
    return passage.hits().stream()
        .anyMatch(h -> h.isCompany() && h.end() <= to && passage.text().substring(h.end(), to).matches("[\\s,]*"));
  }

  /** In the order of the sentence; together they are all of it. */
  List<Span> all() {
    return clauses;
  }

  /** Index of the clause that an offset stands in. */
  int at(int offset) {
    for (int i = 0; i < clauses.size(); i++) {
      if (offset < clauses.get(i).end()) {
        return i;
      }
    }
    return clauses.size() - 1;
  }

  Span of(Span part) {
    return clauses.get(at(part.start()));
  }
}
