package dev.chipledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 12, 9);
  private static final String KEY = Grouping.key(List.of(new Entity("company", "nvidia"), new Entity("company", "meta")));

  private static final List<String> REPRINTS = List.of(
      "%s",
      "SEOUL, Dec 12 (Reuters) - %s",
      "Reuters reported on Monday that %s",
      "After months of talks, %s",
      "%s, two people familiar with the matter said");

  private static final List<String> NEAR_MISSES = List.of(
      "Nvidia sold 2#,000 %s chips to Meta for its data centers in %s",
      "Nvidia will sell 1#,000 %s chips to Meta for its data centers in %s",
      "Nvidia may have sold 1#,000 %s chips to Meta for its data centers in %s",
      "Nvidia has not sold 1#,000 %s chips to Meta for its data centers in %s",
      "Meta sold 1#,000 %s chips to Nvidia for its data centers in %s",
      "Quillon sold 1#,000 %s chips to Meta for its data centers in %s",
      "Nvidia denied it sold 1#,000 %s chips to Meta for its data centers in %s");

  @Test
  void keyHoldsCompaniesAndChipsWhateverTheirOrderAndNoChipWords() {
    Entity nvidia = new Entity("company", "nvidia");
    Entity h20 = new Entity("chip", "h20");
    assertThat(Grouping.key(List.of(nvidia, new Entity("chip_word", "chips"), h20, nvidia))).isEqualTo("chip:h20 company:nvidia");
    assertThat(Grouping.key(List.of(h20, nvidia))).isEqualTo("chip:h20 company:nvidia");
    assertThat(Grouping.key(List.of(h20, new Entity("unlisted_company", "fermosa"), nvidia, new Entity("unlisted_chip", "q7x"))))
        .as("provisional ones part no reprints").isEqualTo("chip:h20 company:nvidia");
    assertThat(Grouping.key(List.of(new Entity("chip", "m5"), new Entity("chip", "m5-pro"), new Entity("chip", "m50"))))
        .as("a line beside its model").isEqualTo("chip:m5-pro chip:m50");
  }

  @Test
  void theFirstPrintedIsCanonicalAndNamesTheStatement() {
    List<Grouping.Member> members = Grouping.of(KEY, List.of(
        new Said("late", "Reuters reported that Nvidia sold its entire stock of older chips to Meta.", MONDAY.plusDays(1)),
        new Said("early", "Nvidia sold its entire stock of older chips to Meta.", MONDAY)));
    String alone = Grouping.of(KEY, List.of(new Said("x", "Nvidia sold its entire stock of older chips to Meta", null))).get(0).statementId();
    assertThat(members).containsExactly(new Grouping.Member("early", alone), new Grouping.Member("late", alone));
  }

  @Test
  void otherWordsFarApartAreAnotherStatementButTheSameWordsNever() {
    String plain = "Nvidia sold its entire stock of older chips to Meta.";
    List<Grouping.Member> members = Grouping.of(KEY, List.of(
        new Said("a", plain, MONDAY),
        new Said("b", "Reuters reported that " + plain, MONDAY.plusDays(Grouping.WINDOW + 1)),
        new Said("c", plain, MONDAY.plusYears(1)),
        new Said("d", plain, null)));
    Map<String, String> statements = members.stream().collect(Collectors.toMap(Grouping.Member::id, Grouping.Member::statementId));
    assertThat(statements.get("c")).isEqualTo(statements.get("a"));
    assertThat(statements.get("d")).isEqualTo(statements.get("a"));
    assertThat(statements.get("b")).isNotEqualTo(statements.get("a"));
  }

  @Test
  void twoThatContradictEachOtherAreNotJoinedByOneBetween() {
    List<Grouping.Member> members = Grouping.of(KEY, List.of(
        new Said("bare", "Nvidia said that sales of its chips to Meta rose in the quarter.", MONDAY),
        new Said("five", "Nvidia said that sales of its chips to Meta rose in the quarter, by 5% from a year ago.", MONDAY),
        new Said("seven", "Nvidia said that sales of its chips to Meta rose in the quarter, by 7% from a year ago.", MONDAY)));
    Map<String, String> statements = members.stream().collect(Collectors.toMap(Grouping.Member::id, Grouping.Member::statementId));
    assertThat(statements.get("five")).isNotEqualTo(statements.get("seven"));
  }

  /** What a week's papers print of ten sales: reprints of each, and near misses. */
  @Provide
  Arbitrary<List<Said>> weeks() {
    Arbitrary<Said> one = Combinators.combine(
            Arbitraries.integers().between(0, 9), Arbitraries.of(REPRINTS), Arbitraries.integers().between(-1, NEAR_MISSES.size() - 1),
            Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 1_000_000))
        .as((sale, print, miss, day, id) -> new Said(
            sale + " " + miss + " " + id, print.formatted(miss < 0 ? sale(sale) : nearMiss(sale, miss)), MONDAY.plusDays(day)));
    return one.list().ofMaxSize(60).uniqueElements(Said::id);
  }

  private static String sale(int n) {
    return fill("Nvidia sold 1#,000 %s chips to Meta for its data centers in %s", n);
  }

  private static String nearMiss(int n, int which) {
    return fill(NEAR_MISSES.get(which), n);
  }

  private static String fill(String sentence, int n) {
    return sentence.replace("#", String.valueOf(n)).formatted("H" + n + "00", List.of("Ohio", "Texas", "Utah").get(n % 3));
  }

  @Property(tries = 60)
  void groupsAreEqualUnderAnyOrderAndWhenRunAgain(@ForAll("weeks") List<Said> week, @ForAll Random random) {
    List<Said> shuffled = new ArrayList<>(week);
    Collections.shuffle(shuffled, random);
    assertThat(Grouping.of(KEY, shuffled)).isEqualTo(Grouping.of(KEY, week)).hasSameSizeAs(week);
  }

  @Property(tries = 60)
  void reprintsShareAStatementAndNearMissesDoNot(@ForAll("weeks") List<Said> week) {
    Map<String, String> statements = Grouping.of(KEY, week).stream().collect(Collectors.toMap(Grouping.Member::id, Grouping.Member::statementId));
    IntStream.range(0, week.size()).forEach(i -> IntStream.range(0, i).forEach(j -> {
      String one = week.get(i).id();
      String other = week.get(j).id();
      boolean same = said(one).equals(said(other));
      assertThat(statements.get(one).equals(statements.get(other))).as(week.get(i) + "\n" + week.get(j)).isEqualTo(same);
    }));
  }

  private static String said(String id) {
    return id.substring(0, id.lastIndexOf(' '));
  }

  @Property(tries = 300)
  void anyTextHasAStatement(@ForAll List<String> texts) {
    List<Said> all = IntStream.range(0, texts.size()).mapToObj(i -> new Said("s" + i, texts.get(i), null)).toList();
    assertThat(Grouping.of(KEY, all)).hasSameSizeAs(all);
  }
}
