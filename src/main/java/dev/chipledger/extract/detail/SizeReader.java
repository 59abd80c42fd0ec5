package dev.chipledger.extract.detail;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.extract.Resources;
import dev.chipledger.extract.detail.DetailReader.Said;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.WordKind;
import dev.chipledger.text.Numbers;
import dev.chipledger.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how much: units, money and power, and which claim of the sentence each belongs to. What may be a total over several
 * buyers, or another thing's size, is left out.
 */
public final class SizeReader {
  /** How much a claim is about; each part null where the sentence does not say. */
  public record Sizes(Said<Units> units, Said<Money> amount, Said<Double> megawatts) {}

  /** @param max upper end of a range; null for a single number */
  public record Units(long units, Long max) {}

  /**
   * @param amount in units of the currency; of a range its lower end
   * @param max upper end of a range; null for a single sum
   * @param currency ISO 4217
   */
  public record Money(double amount, Double max, String currency) {}

  /** A number with what it counts; {@code counted} is null where the sentence leaves it out: "… and Google 169,000". */
  private record Count(Units units, Span span, Counted counted) {}

  /** @param place whether it is said of a data center, which the deal's chips may fill or not */
  private record Power(double megawatts, Span span, Counted counted, boolean place) {}

  private record Sum(Money money, Span span, Counted counted) {}

  /** Below this a sum is the price of a piece, not of a deal. */
  private static final double LEAST_AMOUNT = 100_000;
  /** Characters of the longest sign in currencies.tsv, with a space. */
  private static final int LONGEST_SIGN = 6;
  /** "a four-GPU system", "two Ryzen processors": so few are a product's, unless something is said to run on them. */
  private static final int FEW = 10;
  /** "an eight-GPU server" is a product, "a 10,000-GPU cluster" a purchase. */
  private static final int FEW_IN_ONE = 100;
  /** A number that leaves its noun out is worth reading only if it could be no ordinal or list number. */
  private static final int LEAST_BARE = 1000;

  private static final Pattern UNIT = Pattern.compile("[\\s-]?(?<unit>GW|MW|(?i:gigawatts?|megawatts?))(?!\\p{L})(?![-\\s]?hours?)");
  private static final Pattern A_GIGAWATT = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])an?\\s(?<unit>gigawatt|megawatt)(?!\\p{L})(?![-\\s]hour)");
  private static final Pattern BARE = Pattern.compile("\\s?(?:[.,;)”\"]|and\\b|(?:respectively|each|to|for)\\b|of them|$)");
  private static final Pattern COORDINATION =
      Pattern.compile("\\W*(?:\\p{L}{1,5}\\W+)?(?:and|or|plus|as well as)?\\W*(?:(?:more than|over|about|up to|some|nearly)\\W+)?");
  /** A bracket after a sum, with the same sum in another currency. */
  private static final Pattern CONVERSION = Pattern.compile("\\s?\\((?:about |or |roughly )?");
  private static final Pattern WORTH =
      Pattern.compile("(?:,|\\s\\(|,? which is)?\\s?(?:is\\s)?(?:now\\s)?(?:worth|valued at)\\s(?:\\p{L}+\\s){0,3}");
  private static final Pattern EACH = Pattern.compile("\\beach\\b");
  private static final Pattern STOP = Pattern.compile("[,.;:(]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

  private final Cues cues = new Cues("/extract/sizes.tsv");
  private final CountedFinder counted;
  private final Map<String, String> currencies = new HashMap<>();
  private final Pattern currencyBefore;
  private final Pattern currencyAfter;

  /** @param lexicon which words may stand between a number and the product that it counts */
  public SizeReader(Lexicon lexicon) {
    counted = new CountedFinder(cues, lexicon.words(WordKind.COUNTED));
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (String[] row : Resources.rows("/extract/currencies.tsv")) {
      list(row[1], row[0], before);
      list(row[2], row[0], after);
    }
    currencyBefore = Pattern.compile("(?<![\\p{L}$])(" + String.join("|", before) + ")\\s?$");
    currencyAfter = Pattern.compile("[\\s-](" + String.join("|", after) + ")(?!\\p{L})");
  }

  private void list(String words, String currency, List<String> to) {
    for (String word : words.split("\\|")) {
      currencies.putIfAbsent(word, currency);
      to.add(Pattern.quote(word));
    }
  }

  /** The sizes of each reading, in their order. */
  public List<Sizes> read(Passage passage, Clauses clauses, List<Reading> readings) {
    List<Count> counts = new ArrayList<>();
    List<Power> powers = new ArrayList<>();
    List<Sum> sums = new ArrayList<>();
    boolean several = readings.stream().map(Reading::buyer).distinct().count() > 1;
    List<Numbers.Found> numbers = Numbers.in(passage.text(), passage.sentence().start(), passage.sentence().end());
    for (Numbers.Found number : numbers) {
      if (passage.hits().stream().anyMatch(h -> h.start() < number.span().end() && number.span().start() < h.end())) {
        continue; // the 4090 of a name
      }
      Sum sum = sum(passage, number);
      Matcher unit = UNIT.matcher(passage.text()).region(number.span().end(), passage.sentence().end()).useTransparentBounds(true);
      if (sum != null) {
        addSum(passage, clauses, sum, sums);
      } else if (unit.lookingAt()) {
        addPower(passage, clauses, number.value(), new Span(number.span().start(), unit.end()), unit.group("unit"), powers);
      } else {
        addCount(passage, clauses, number, numbers, several, counts);
      }
    }
    Matcher one = A_GIGAWATT.matcher(passage.text()).region(passage.sentence().start(), passage.sentence().end()).useTransparentBounds(true);
    while (one.find()) {
      addPower(passage, clauses, 1, new Span(one.start(), one.end()), one.group("unit"), powers);
    }
    Owner counting = new Owner(passage, readings, clauses, counts.stream().map(Count::span).toList());
    Owner measuring = new Owner(passage, readings, clauses, powers.stream().map(Power::span).toList());
    Owner paying = new Owner(passage, readings, clauses, sums.stream().map(Sum::span).toList());
    return readings.stream()
        .map(r -> new Sizes(
            units(passage, readings, r, counts, counting, clauses), amount(passage, readings, r, sums, paying, clauses),
            megawatts(passage, readings, r, powers, measuring, clauses)))
        .toList();
  }

  private void addCount(
      Passage passage, Clauses clauses, Numbers.Found number, List<Numbers.Found> numbers, boolean several, List<Count> counts) {
    Span span = number.span();
    Span clause = clauses.of(span);
    double value = number.value();
    boolean yearLike = value >= 1900 && value <= 2100 && passage.text().substring(span.start(), span.end()).matches("\\d{4}");
    String after = passage.text().substring(span.end(), passage.sentence().end());
    boolean partOfWord = !after.isEmpty() && Character.isLetter(after.charAt(0)) && !after.matches("(?s)x(?!\\p{L}).*");
    boolean oneOfMany = value == 1 && after.startsWith(" of ");
    if (value < 1 || value != Math.rint(value) || yearLike || partOfWord || oneOfMany || cues.hold("no-count", passage, span, clause)) {
      return;
    }
    Counted noun = counted.find(passage, span.end(), "links");
    if (noun == null) {
      boolean bare = BARE.matcher(passage.text()).region(span.end(), passage.sentence().end()).lookingAt();
      if (bare && value >= LEAST_BARE && (several || isLevel(passage, span, clause))) {
        counts.add(new Count(new Units((long) value, number.max() == null ? null : number.max().longValue()), span, null));
      }
      return;
    }
    boolean singular = noun.isSingular(passage.text());
    boolean isPool = value >= FEW && cues.hold("pool", passage, new Span(span.start(), noun.end()), passage.sentence());
    if (noun.several() || value > 1 && value < FEW_IN_ONE && singular && !isPool || isOfAnotherThing(passage, noun, singular)) {
      return;
    }
    double held = 1;
    Span phrase = new Span(span.start(), noun.end());
    if (cues.hold("each", passage, phrase, passage.sentence()) || !several && cues.hold("each-alone", passage, phrase, passage.sentence())) {
      held = holders(passage, span, numbers);
      if (held == 0) {
        return;
      }
    } else if (value < FEW && !cues.hold("trained-on", passage, span, clause)) {
      return;
    }
    counts.add(new Count(new Units((long) (value * held), number.max() == null ? null : (long) (number.max() * held)), span, noun));
  }

  /** "… its stock of H100 chips to more than 20,000": the chips stand before. */
  private boolean isLevel(Passage passage, Span number, Span clause) {
    return cues.hold("level", passage, number, clause)
        && passage.hits().stream()
            .anyMatch(h -> (h.isChip() || h.isChipWord()) && h.start() >= clause.start() && h.end() <= number.start());
  }

  /** "16,000 chip cores", "250 H100 servers". */
  private boolean isOfAnotherThing(Passage passage, Counted noun, boolean singular) {
    String after = passage.text().substring(noun.end(), Math.min(noun.end() + 50, passage.sentence().end()));
    String[] words = BETWEEN_WORDS.split(after);
    // After a plural only what follows at once can be the head: "GPUs cores" is rare, "GPUs in its servers" is not.
    for (int i = 0; i < words.length && i < (singular ? 4 : 1); i++) {
      if (STOP.matcher(after).region(0, Math.max(0, after.indexOf(words[i]))).find()) {
        return false;
      }
      if (cues.isWord("other-thing", words[i].strip()) && (i > 0 || !after.startsWith(" in "))) {
        return true;
      }
      if (cues.isWord("phrase-end", words[i])) {
        return false;
      }
    }
    return false;
  }

  /** "64 servers, each with four GPUs": 64; 0 if it does not say how many hold them. */
  private double holders(Passage passage, Span number, List<Numbers.Found> numbers) {
    for (Numbers.Found other : numbers) {
      if (other.span().end() >= number.start()) {
        break;
      }
      String between = passage.text().substring(other.span().end(), number.start());
      Span counted = new Span(other.span().start(), Math.min(other.span().end() + 1, number.start()));
      if (EACH.matcher(between).find() && cues.hold("holder", passage, counted, passage.sentence())) {
        return other.value();
      }
    }
    return 0;
  }

  private void addPower(Passage passage, Clauses clauses, double value, Span span, String unit, List<Power> powers) {
    double megawatts = value * (Character.toLowerCase(unit.charAt(0)) == 'g' ? 1000 : 1);
    if (!cues.hold("energy", passage, span, clauses.of(span))) {
      boolean place = cues.hold("site", passage, span, clauses.of(span));
      powers.add(new Power(megawatts, span, place ? null : counted.find(passage, span.end(), "power-links"), place));
    }
  }

  /** A number with a currency before or after it, not yet looked at any further; null if it has none. */
  private Sum sum(Passage passage, Numbers.Found number) {
    Span span = number.span();
    Matcher sign = currencyBefore.matcher(passage.text()).region(Math.max(passage.sentence().start(), span.start() - LONGEST_SIGN), span.start());
    if (sign.useTransparentBounds(true).find()) {
      Money money = new Money(number.value(), number.max(), currencies.get(sign.group(1)));
      return new Sum(money, new Span(sign.start(), span.end()), null);
    }
    Matcher word = currencyAfter.matcher(passage.text()).region(span.end(), passage.sentence().end()).useTransparentBounds(true);
    if (word.lookingAt()) {
      return new Sum(new Money(number.value(), number.max(), currencies.get(word.group(1))), new Span(span.start(), word.end()), null);
    }
    return null;
  }

  private void addSum(Passage passage, Clauses clauses, Sum sum, List<Sum> sums) {
    if (sum.money().amount() < LEAST_AMOUNT) {
      return;
    }
    Span span = sum.span();
    // "100 billion yuan ($14.29 billion)": the second is the first once more.
    if (!sums.isEmpty() && CONVERSION.matcher(passage.text()).region(sums.get(sums.size() - 1).span().end(), span.start()).matches()) {
      return;
    }
    Span clause = clauses.of(span);
    Counted of = counted.find(passage, span.end(), "power-links");
    boolean bought = cues.hold("purchase", passage, span, clause) || of != null && !cues.hold("no-purchase", passage, span, clause);
    boolean raised = cues.hold("no-purchase", passage, span, clause) && !cues.hold("clear-deal", passage, span, clause)
        || isWorthOfCompany(passage, span);
    if (raised ? isRaisedForChips(passage, span) : bought) {
      sums.add(new Sum(sum.money(), span, of));
    }
  }

  /** "Apple, worth $3 trillion, …". */
  private static boolean isWorthOfCompany(Passage passage, Span sum) {
    return passage.hits().stream()
        .filter(h -> h.isCompany() && h.end() < sum.start())
        .anyMatch(h -> WORTH.matcher(passage.text()).region(h.end(), sum.start()).matches());
  }

  /** "lends $3.4 billion to a vehicle to purchase Nvidia chips". */
  private boolean isRaisedForChips(Passage passage, Span sum) {
    return passage.hits().stream()
        .filter(h -> h.start() > sum.end() && h.start() < sum.end() + 140)
        .anyMatch(h -> cues.hold("to-purchase", passage, sum, new Span(sum.end(), h.start())));
  }

  private Said<Units> units(Passage passage, List<Reading> all, Reading reading, List<Count> counts, Owner owner, Clauses clauses) {
    List<Count> fit = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Counted noun = counts.get(i).counted();
      boolean elliptic = noun == null;
      for (int k = i; noun == null && k >= 0; k--) {
        noun = counts.get(k).counted();
      }
      boolean fits = noun == null ? sharesTheChip(passage, reading) : isOf(passage, all, reading, noun, elliptic);
      if (fits && owner.owns(reading, counts.get(i).span())) {
        fit.add(counts.get(i));
      }
    }
    Count best = best(fit, reading, clauses, Count::span, Count::counted);
    return best == null ? null : new Said<>(best.units(), best.span());
  }

  private Said<Double> megawatts(Passage passage, List<Reading> all, Reading reading, List<Power> powers, Owner owner, Clauses clauses) {
    List<Power> fit = powers.stream()
        .filter(p -> p.counted() != null ? isOf(passage, all, reading, p.counted(), false) : isNear(passage, all, reading, p.span(), clauses))
        .filter(p -> !p.place() || reading.chipSpan() != null && clauses.of(p.span()).contains(reading.chipSpan()))
        .filter(p -> owner.owns(reading, p.span()))
        .toList();
    Power best = best(fit, reading, clauses, Power::span, Power::counted);
    if (best == null) {
      return null;
    }
    // "3 gigawatts of inference capacity and 2 gigawatts of training on Vera Rubin": both are the deal's.
    for (Power other : powers) {
      if (other.counted() == null && other.span().end() < best.span().start() && clauses.at(other.span().start()) == clauses.at(best.span().start())
          && passage.text().substring(other.span().end(), best.span().start()).matches("(?:\\s?[\\p{L}-]+){0,6}\\sand\\s")) {
        return new Said<>(other.megawatts() + best.megawatts(), new Span(other.span().start(), best.span().end()));
      }
    }
    return new Said<>(best.megawatts(), best.span());
  }

  private Said<Money> amount(Passage passage, List<Reading> all, Reading reading, List<Sum> sums, Owner owner, Clauses clauses) {
    boolean own = reading.buyer().equals(reading.vendor()) || reading.action().equals("make");
    if (own) {
      return null;
    }
    List<Sum> fit = sums.stream()
        .filter(s -> s.counted() != null ? isOf(passage, all, reading, s.counted(), false) : isNear(passage, all, reading, s.span(), clauses))
        .filter(s -> owner.owns(reading, s.span()))
        .filter(s -> !isTotalOverVendors(all, reading, clauses.of(s.span())) && !isAnothers(all, reading, s.span(), clauses))
        .toList();
    Sum best = best(fit, reading, clauses, Sum::span, Sum::counted);
    return best == null ? null : new Said<>(best.money(), best.span());
  }

  /** "$10 billion on chips from Nvidia and AMD". */
  private static boolean isTotalOverVendors(List<Reading> all, Reading reading, Span clause) {
    return all.stream()
        .filter(r -> r.buyer().equals(reading.buyer()) && r.vendor() != null && !r.vendor().equals(r.buyer()) && !r.vendor().equals(reading.vendor()))
        .anyMatch(r -> r.vendorSpan() != null && clause.contains(r.vendorSpan())
            || r.chip() != null && !r.chip().equals(reading.chip()) && r.chipSpan() != null && clause.contains(r.chipSpan()));
  }

  /** "under Samsung's $16.5 billion deal, and TSMC makes …": who comes later, in a clause of its own, has no part in the sum. */
  private static boolean isAnothers(List<Reading> all, Reading reading, Span sum, Clauses clauses) {
    return reading.vendorSpan() != null && reading.vendorSpan().start() > sum.end()
        && clauses.at(reading.vendorSpan().start()) != clauses.at(sum.start())
        && all.stream().anyMatch(r -> r.buyer().equals(reading.buyer()) && !Objects.equals(r.vendor(), reading.vendor())
            && r.vendorSpan() != null && r.vendorSpan().end() < sum.start());
  }

  /** Whether the counted thing is the reading's chip, or a bare "GPUs" that can only be it. */
  private static boolean isOf(Passage passage, List<Reading> all, Reading reading, Counted noun, boolean elliptic) {
    if (!noun.chips().isEmpty()) {
      boolean another = reading.chip() == null && all.stream().noneMatch(r -> r.chip() != null && noun.chips().contains(r.chip()));
      return noun.chips().stream().anyMatch(chip -> isOneLine(chip, reading.chip()))
          || another && reading.vendor() != null && noun.isMadeBy(reading.vendor());
    }
    List<String> makers = noun.companies().stream().filter(c -> !c.equals(reading.buyer())).toList();
    if (!makers.isEmpty() && !makers.contains(reading.vendor()) && !makers.contains(reading.seller())) {
      return false;
    }
    if (makers.isEmpty() && !noun.companies().isEmpty() && reading.vendor() != null && !noun.companies().contains(reading.vendor())) {
      return false; // "its own 10,000 Alibaba chips" are not the Nvidia ones
    }
    if (reading.chip() == null) {
      return reading.chipSpan() == null || noun.holds(reading.chipSpan().start(), reading.chipSpan().end())
          || elliptic || all.stream().noneMatch(r -> r != reading && r.buyer().equals(reading.buyer()) && r.chip() == null
              && r.chipSpan() != null && noun.holds(r.chipSpan().start(), r.chipSpan().end()));
    }
    return sharesTheChip(passage, reading) && (elliptic || !isCoordinated(passage, reading, noun));
  }

  /** "GB200 NVL72" is a GB200. */
  private static boolean isOneLine(String a, String b) {
    return b != null && (a.equals(b) || a.startsWith(b + "-") || b.startsWith(a + "-"));
  }

  /** Whether the sentence names no chip but the reading's, so that "chips" must be it. */
  private static boolean sharesTheChip(Passage passage, Reading reading) {
    Set<String> chips = passage.hits().stream().filter(Hit::isChip).map(Hit::entity).collect(Collectors.toSet());
    return reading.chip() == null ? chips.isEmpty() : chips.equals(Set.of(reading.chip()));
  }

  /** "LPUs and more than a million GPUs": two things. */
  private static boolean isCoordinated(Passage passage, Reading reading, Counted noun) {
    if (reading.chipSpan() == null) {
      return false;
    }
    int end = noun.hits().get(0).start();
    String between = reading.chipSpan().end() <= end ? passage.text().substring(reading.chipSpan().end(), end)
        : noun.end() <= reading.chipSpan().start() ? passage.text().substring(noun.end(), reading.chipSpan().start()) : "";
    String plain = between.replaceAll("[\\d,.]+(?: (?:million|billion|thousand))?", " ");
    return !between.isBlank() && COORDINATION.matcher(plain).matches();
  }

  /** A size that names no chip is that of the claim in its clause, or of the sentence's only claim. */
  private static boolean isNear(Passage passage, List<Reading> all, Reading reading, Span size, Clauses clauses) {
    if (all.size() == 1) {
      return !isOfStrangers(passage, reading, clauses.of(size));
    }
    int clause = clauses.at(size.start());
    if (isIn(clause, reading.chipSpan(), clauses) || isIn(clause, reading.vendorSpan(), clauses)) {
      return true;
    }
    // The verb alone ties it only where no other claim of the buyer is named there.
    boolean others = all.stream()
        .filter(r -> r != reading && r.buyer().equals(reading.buyer()))
        .anyMatch(r -> isIn(clause, r.chipSpan(), clauses) || isIn(clause, r.vendorSpan(), clauses));
    return !others && isIn(clause, reading.trigger(), clauses);
  }

  private static boolean isIn(int clause, Span part, Clauses clauses) {
    return part != null && clauses.at(part.start()) == clause;
  }

  /** Whether a clause that the claim has no part in tells of another company. */
  private static boolean isOfStrangers(Passage passage, Reading reading, Span clause) {
    boolean here = Stream.of(reading.buyerSpan(), reading.trigger(), reading.chipSpan()).filter(Objects::nonNull).anyMatch(clause::contains);
    return !here && passage.hits().stream()
        .filter(h -> h.isCompany() && h.start() >= clause.start() && h.end() <= clause.end())
        .anyMatch(h -> !h.entity().equals(reading.buyer()) && !h.entity().equals(reading.vendor()) && !h.entity().equals(reading.seller()));
  }

  /** The only one, or the one that counts the very chip of the reading, or the only one in the clause of its verb; else null. */
  private static <T> T best(
      List<T> fit, Reading reading, Clauses clauses, Function<T, Span> span, Function<T, Counted> noun) {
    if (fit.size() < 2) {
      return fit.isEmpty() ? null : fit.get(0);
    }
    Span chip = reading.chipSpan();
    List<T> counting = fit.stream().filter(f -> chip != null && noun.apply(f) != null && noun.apply(f).holds(chip.start(), chip.end())).toList();
    List<T> naming = fit.stream().filter(f -> noun.apply(f) != null && noun.apply(f).chips().contains(reading.chip())).toList();
    List<T> sameClause = fit.stream()
        .filter(f -> reading.trigger() != null && clauses.at(span.apply(f).start()) == clauses.at(reading.trigger().start()))
        .toList();
    // "5,000 first-generation and 16 second-generation TPUs": which of them is open.
    List<List<T>> ways = naming.size() > 1 ? List.of(sameClause) : List.of(counting, naming, sameClause);
    for (List<T> some : ways) {
      if (some.size() == 1) {
        return some.get(0);
      }
    }
    return null;
  }
}
