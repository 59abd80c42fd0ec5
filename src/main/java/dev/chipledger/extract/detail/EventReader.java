package dev.chipledger.extract.detail;

import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.text.Period;
import dev.chipledger.text.Periods;
import dev.chipledger.text.Span;
import dev.chipledger.text.Tokens;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads when a purchase, delivery or use takes place: of the dates that a sentence names, the one in the clause of the claim's verb or
 * chip. What dates the saying ("said on Tuesday"), a product ("last year's") or another clause's event is left out.
 */
public final class EventReader {
  /** Characters between a claim's words and its date beyond which they hardly belong together. */
  private static final int NEAR = 120;
  /** "In 2018 Google …": so many characters may stand before a date that opens a sentence. */
  private static final int OPENING = 25;
  /** A date in a clause of its own counts less than one in the claim's clause, however near. */
  private static final int OWN_CLAUSE = 1000;

  private static final Pattern WHEN = Pattern.compile("\\s?,?\\s?when\\b");
  private static final Pattern RELATIVE = Pattern.compile("[\\s,]*(?:(?:which|who|whose)\\b.*)?", Pattern.DOTALL);
  private static final Set<String> TRADES = Set.of("buy", "rent", "foundry");

  private final Cues cues = new Cues("/extract/dates.tsv");

  /** @return null if the sentence does not say when */
  public Said<Period> read(Passage passage, Clauses clauses, List<Periods.Found> periods, Reading reading) {
    List<Span> own = Stream.of(reading.trigger(), reading.chipSpan()).filter(Objects::nonNull).toList();
    List<Span> anchors = anchors(reading, own, clauses);
    if (anchors.isEmpty() && reading.buyerSpan() != null && periods.size() == 1
        && !cues.hold("told", passage, reading.buyerSpan(), clauses.of(reading.buyerSpan()))) {
      anchors = List.of(reading.buyerSpan());
    }
    Periods.Found best = null;
    int bestCost = Integer.MAX_VALUE;
    for (Periods.Found found : periods) {
      boolean told = !own.isEmpty() && own.stream().allMatch(words -> isTold(passage, found.span(), words));
      if (told || isOfSomethingElse(passage, clauses, found, reading)) {
        continue;
      }
      int cost = cost(passage, clauses, periods, found.span(), anchors);
      if (cost < bestCost) {
        bestCost = cost;
        best = found;
      }
    }
    return best == null ? null : new Said<>(best.period(), best.span());
  }

  /** The claim's own words: where it names no chip but a vendor, "chips" may be another claim's, so the vendor's clause counts. */
  private static List<Span> anchors(Reading reading, List<Span> words, Clauses clauses) {
    if (reading.chip() != null || reading.vendorSpan() == null) {
      return words;
    }
    int clause = clauses.at(reading.vendorSpan().start());
    return Stream.concat(Stream.of(reading.vendorSpan()), words.stream().filter(s -> clauses.at(s.start()) == clause)).toList();
  }

  private boolean isOfSomethingElse(Passage passage, Clauses clauses, Periods.Found found, Reading reading) {
    Span date = found.span();
    Span trigger = reading.trigger();
    Span clause = clauses.of(date);
    // "on Tuesday", "this week": so near a day is nearly always that of an announcement.
    boolean newsDay = found.period().precision().equals("week")
        || found.period().precision().equals("day") && passage.text().substring(date.start(), date.end()).chars().noneMatch(Character::isDigit);
    if (newsDay && !(TRADES.contains(reading.action()) && !cues.hold("told", passage, date, clause))) {
      return true;
    }
    // "launched in 2018" dates the claim if launching is what it claims.
    boolean ownVerb = trigger != null && trigger.end() <= date.start() && date.start() - trigger.end() <= 4;
    return cues.hold("saying", passage, date, clause) || !ownVerb && cues.hold("another", passage, date, clause);
  }

  /** Lower is likelier; Integer.MAX_VALUE if the date has nothing to do with the claim. */
  private int cost(Passage passage, Clauses clauses, List<Periods.Found> periods, Span date, List<Span> anchors) {
    int clause = clauses.at(date.start());
    int cost = Integer.MAX_VALUE;
    boolean opens = date.start() - passage.sentence().start() <= OPENING;
    boolean alone = isAlone(passage, clauses.all().get(clause), periods);
    int before = alone ? clauseBefore(passage, clauses, clause) : -1;
    int when = clauseOfWhen(passage, clauses, date);
    boolean delivery = cues.hold("delivery", passage, date, clauses.of(date));
    for (Span anchor : anchors) {
      int at = clauses.at(anchor.start());
      int gap = Math.max(0, Math.max(date.start() - anchor.end(), anchor.start() - date.end()));
      if (at == clause && gap < NEAR) {
        cost = Math.min(cost, gap);
      } else if (opens && at > clause || at == before || at == when || delivery && at < clause) {
        cost = Math.min(cost, OWN_CLAUSE + gap);
      }
    }
    return cost;
  }

  /** "In February Son said that SoftBank would use …": the date is that of the saying. */
  private boolean isTold(Passage passage, Span date, Span anchor) {
    return date.end() < anchor.start()
        && cues.hold("between", passage, new Span(anchor.start(), anchor.start()), new Span(date.end(), anchor.start()));
  }

  /** "in 2018, when it began offering …": the clause that tells what was then; -1 if none does. */
  private static int clauseOfWhen(Passage passage, Clauses clauses, Span date) {
    Matcher when = WHEN.matcher(passage.text()).region(date.end(), passage.sentence().end());
    return when.lookingAt() ? clauses.at(when.end() - 1) : -1;
  }

  /** Whether a clause is nothing but a date: ", starting in 2027,". */
  private boolean isAlone(Passage passage, Span clause, List<Periods.Found> periods) {
    for (Span token : Tokens.of(passage.text(), clause.start(), clause.end())) {
      boolean dated = periods.stream().anyMatch(p -> p.span().overlaps(token));
      String word = passage.text().substring(token.start(), token.end());
      if (!dated && Character.isLetter(word.charAt(0)) && !cues.isWord("only-date", word)) {
        return false;
      }
    }
    return true;
  }

  /** The clause that a clause of a date goes with: the one before, or, where that tells of a chip ("which was released …"), the one before it. */
  private static int clauseBefore(Passage passage, Clauses clauses, int clause) {
    int at = clause - 1;
    while (at > 0 && RELATIVE.matcher(passage.text()).region(clauses.all().get(at).start(), clauses.all().get(at).end()).matches()) {
      at--;
    }
    return at;
  }
}
