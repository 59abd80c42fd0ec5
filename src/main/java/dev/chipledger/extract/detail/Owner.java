package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whose a number is where a sentence names several buyers: each its own, all the same, or a total that is nobody's. */
final class Owner {
  private record Mention(String buyer, Span span) {}

  private final Passage passage;
  private final Clauses clauses;
  private final List<Span> numbers;
  private final Set<String> buyers;
  private final List<Mention> mentions = new ArrayList<>();

  /** @param numbers of one kind, in the order of the sentence */
  Owner(Passage passage, List<Reading> readings, Clauses clauses, List<Span> numbers) {
    this.passage = passage;
    this.clauses = clauses;
    this.numbers = numbers;
    buyers = readings.stream().map(Reading::buyer).collect(Collectors.toSet());
    for (Hit hit : passage.hits()) {
      if (hit.isCompany() && buyers.contains(hit.entity())) {
        mentions.add(new Mention(hit.entity(), new Span(hit.start(), hit.end())));
      }
    }
    passage.references().stream()
        .filter(r -> buyers.contains(r.company()))
        .forEach(r -> mentions.add(new Mention(r.company(), new Span(r.start(), r.end()))));
    mentions.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
  }

  boolean owns(Reading reading, Span number) {
    int i = numbers.indexOf(number);
    int from = i == 0 ? passage.sentence().start() : numbers.get(i - 1).end();
    int to = i + 1 < numbers.size() ? numbers.get(i + 1).start() : passage.sentence().end();
    List<Mention> before = between(from, number.start(), reading);
    List<Mention> after = between(number.end(), to, reading);
    // "100,000 to Meta": the number goes before its buyer.
    if (!after.isEmpty() && words(number.end(), after.get(0).span().start()).matches("[^,;]{0,60}\\b(?:to|for)\\s(?:the\\s)?")) {
      return after.size() == 1 || !coordinated(after) ? after.get(0).buyer().equals(reading.buyer()) : isEach(number);
    }
    if (buyers.size() == 1) {
      return true;
    }
    // "AWS signed a $38 billion deal with OpenAI": who of the two pays is open.
    if (!before.isEmpty() && !after.isEmpty() && words(number.end(), after.get(0).span().start()).matches("[^,;]{0,40}\\bwith\\s")) {
      return false;
    }
    if (before.isEmpty()) {
      return i > 0 ? ownsTheRun(reading, i) : after.size() == 1 && after.get(0).buyer().equals(reading.buyer());
    }
    List<Mention> here = before.stream().filter(m -> clauses.at(m.span().start()) == clauses.at(number.start())).toList();
    List<Mention> candidates = here.isEmpty() ? before : here;
    if (candidates.stream().map(Mention::buyer).distinct().count() == 1) {
      return candidates.get(0).buyer().equals(reading.buyer()) && !(here.isEmpty() && coordinated(before));
    }
    if (isRespectively(number)) {
      return ownsTheRun(reading, i);
    }
    if (coordinated(before)) {
      return isEach(number) && before.stream().anyMatch(m -> m.buyer().equals(reading.buyer()));
    }
    // "… far ahead of Meta, which bought 224,000"
    Span clause = clauses.of(number);
    List<Mention> nearest = here.isEmpty() && words(clause.start(), number.start()).matches("[\\s,]*(?:which|who)\\b.*") ? before : here;
    return !nearest.isEmpty() && nearest.get(nearest.size() - 1).buyer().equals(reading.buyer());
  }

  /** "Amazon and Google bought 196,000 and 169,000, respectively"; without that word all numbers of a run are the last buyer's. */
  private boolean ownsTheRun(Reading reading, int i) {
    int first = i;
    while (first > 0 && between(numbers.get(first - 1).end(), numbers.get(first).start(), reading).isEmpty()) {
      first--;
    }
    int last = i;
    while (last + 1 < numbers.size() && between(numbers.get(last).end(), numbers.get(last + 1).start(), reading).isEmpty()) {
      last++;
    }
    int from = first == 0 ? passage.sentence().start() : numbers.get(first - 1).end();
    List<Mention> names = between(from, numbers.get(first).start(), reading);
    int run = last - first + 1;
    if (isRespectively(numbers.get(last))) {
      return names.size() >= run && names.get(names.size() - run + i - first).buyer().equals(reading.buyer());
    }
    return names.stream().map(Mention::buyer).distinct().count() == 1 && names.get(0).buyer().equals(reading.buyer());
  }

  /** Buyers named between two places; who makes what the reading's buyer gets is none, though it may be a buyer of its own chips. */
  private List<Mention> between(int from, int to, Reading reading) {
    return mentions.stream()
        .filter(m -> m.span().start() >= from && m.span().end() <= to)
        .filter(m -> m.buyer().equals(reading.buyer()) || !m.buyer().equals(reading.vendor()))
        .toList();
  }

  private boolean coordinated(List<Mention> names) {
    for (int i = 1; i < names.size(); i++) {
      if (!names.get(i - 1).buyer().equals(names.get(i).buyer())
          && words(names.get(i - 1).span().end(), names.get(i).span().start()).matches("(?:['’]s)?,?\\s?(?:and|or|&|as well as|plus|both)?\\s?")) {
        return true;
      }
    }
    return false;
  }

  private boolean isRespectively(Span number) {
    return words(number.end(), Math.min(number.end() + 60, passage.sentence().end())).contains("respectively")
        || numbers.indexOf(number) + 1 < numbers.size()
            && words(number.end(), passage.sentence().end()).matches("[^;]{0,120}respectively.*");
  }

  private boolean isEach(Span number) {
    return words(number.end(), Math.min(number.end() + 40, passage.sentence().end())).matches("[^;]*\\b(?:each|apiece)\\b.*")
        || words(Math.max(number.start() - 40, passage.sentence().start()), number.start()).matches(".*\\beach\\b[^;]*");
  }

  private String words(int from, int to) {
    return passage.text().substring(from, to).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
