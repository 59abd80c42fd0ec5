package dev.chipledger.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class StatementStepTest {
  private static final LocalDate LOAD = LocalDate.of(2024, 12, 12);
  private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 1);
  private static final String STORY = "article_id month duplicate_of superseded_by";
  private static final String STATEMENT = "article_id start statement_id furniture";

  private final SparkSession spark = TestSpark.session();
  private final List<Row> articles = new ArrayList<>();
  private final List<Row> sentences = new ArrayList<>();

  @Test
  void an_article_stands_once_as_its_latest_load_has_it() {
    article("a1", "2024-11-30", "a.example", "Old", "h1");
    article(LOAD.plusDays(1), "a1", "2024-12-01", "a.example", "New", "h2");
    article(LOAD.plusDays(1), "a1", "2024-12-02", "a.example", "Newer", "h3", "repeated");
    article("a2", "2024-12-02", "b.example", "T", "h4", "not_english");
    article("a3", null, null, "T", "h5", "not_read");
    assertThat(stories(months(DECEMBER, NOVEMBER, null), "article_id load_day month owner is_read")).containsExactly(
        "a1 2024-12-13 2024-12-01 a.example true", "a2 2024-12-12 2024-12-01 b.example false", "a3 2024-12-12 - - false");
  }

  @Test
  void equal_text_is_a_duplicate_of_the_earliest_unless_it_comes_much_later() {
    article("b", "2024-11-28", "a.example", "T", "same");
    article("a", "2024-12-03", "b.example", "T", "same");
    article("c", "2024-12-09", "c.example", "T", "same");
    article("d", "2024-12-25", "d.example", "T", "same");
    assertThat(stories(months(NOVEMBER, DECEMBER), "article_id duplicate_of")).containsExactly("a b", "b -", "c b", "d -");
  }

  @Test
  void of_a_storys_versions_the_last_counts() {
    article("v1", "2024-12-02", "a.example", "Meta orders chips from AMD", "h1");
    article("v2", "2024-12-03", "a.example", "UPDATE 1-Meta orders chips from AMD, shares rise", "h2");
    article("other", "2024-12-03", "a.example", "What Intel plans next year", "h3");
    article("elsewhere", "2024-12-03", "b.example", "Meta orders chips from AMD", "h4");
    for (String id : List.of("v1", "v2", "other", "elsewhere")) {
      sentence(id, 0, "Meta ordered MI300X chips from AMD.", "company:meta", "chip:mi300x", "company:amd");
    }
    sentence("v2", 50, "AMD rose 3%.", "company:amd");
    assertThat(stories(months(DECEMBER), STORY)).containsExactly(
        "elsewhere 2024-12-01 - -", "other 2024-12-01 - -", "v1 2024-12-01 - v2", "v2 2024-12-01 - -");
  }

  @Test
  void a_reprint_has_the_same_statement_also_over_a_months_end_and_another_number_has_not() {
    article("a1", "2024-11-30", "a.example", "One", "h1");
    article("a2", "2024-12-01", "b.example", "Two", "h2");
    article("a3", "2024-12-02", "c.example", "Three", "h3");
    sentence("a1", 0, "Meta ordered 5,000 MI300X chips from AMD on Friday.", "company:meta", "chip:mi300x", "company:amd");
    sentence("a2", 0, "SEOUL (Reuters) - Meta ordered 5,000 MI300X chips from AMD on Friday.", "company:meta", "chip:mi300x", "company:amd");
    sentence("a3", 0, "Meta ordered 6,000 MI300X chips from AMD on Friday.", "company:meta", "chip:mi300x", "company:amd");
    List<String> november = statements(months(NOVEMBER), "article_id statement_id first_seen");
    List<String> december = statements(months(DECEMBER), "article_id statement_id first_seen");
    String id = november.get(0).split(" ")[1];
    assertThat(november).containsExactly("a1 " + id + " 2024-11-30");
    assertThat(december).hasSize(2).first().isEqualTo("a2 " + id + " 2024-11-30");
    assertThat(december.get(1)).doesNotContain(id);
  }

  @Test
  void a_sentence_that_an_older_version_loaded_is_a_statement_too() {
    article("a1", "2024-12-01", "a.example", "One", "h1");
    sentence("a1", 0, "Meta ordered MI300X chips from AMD.", (String[]) null);
    assertThat(statements(months(DECEMBER), "article_id start furniture")).containsExactly("a1 0 -");
  }

  @Test
  void what_stands_on_many_pages_of_one_owner_is_furniture_and_a_shape_stays() {
    for (int i = 0; i < StatementStep.PAGES; i++) {
      article("a" + i, "2024-12-0" + (i + 1), "a.example", "Title " + i, "h" + i);
      sentence("a" + i, 0, "Nvidia sells GPUs to Meta.", "company:nvidia", "chip_word:gpus", "company:meta");
      if (i > 0) {
        article("b" + i, "2024-12-0" + (i + 1), "b" + i + ".example", "Title " + i, "hb" + i);
        sentence("b" + i, 0, "Nvidia sells chips to Meta.", "company:nvidia", "chip_word:chips", "company:meta");
      }
    }
    sentences.add(RowShape.of(Table.SENTENCES).row().set("load_day", LOAD).set("article_id", "b1").set("field", "text").set("start", 90).set("end", 99)
        .set("text", "Menu").set("fingerprint", "m").set("entities", new String[0]).set("furniture", "link_list").done());
    assertThat(statements(months(DECEMBER), "article_id start furniture")).containsExactly(
        "a0 0 repeated", "a1 0 repeated", "a2 0 repeated", "a3 0 repeated", "a4 0 repeated",
        "b1 0 -", "b1 90 link_list", "b2 0 -", "b3 0 -", "b4 0 -");
  }

  /** Four weeks with planted reprints: what is built month by month, together, from shuffled rows or twice is the same. */
  @Test
  void order_and_partitions_make_no_difference() {
    Random chance = new Random(7);
    String[] buyers = {"Meta", "Oracle", "Tesla"};
    String[] endings = {"", ", the company said", " on Friday", ", Reuters reported"};
    for (int i = 0; i < 120; i++) {
      String day = LocalDate.of(2024, 11, 15).plusDays(chance.nextInt(30)).toString();
      String buyer = buyers[chance.nextInt(buyers.length)];
      article("a" + i, day, "p" + chance.nextInt(6) + ".example", "Title " + chance.nextInt(8), "h" + chance.nextInt(100));
      sentence("a" + i, 0, buyer + " ordered " + (1 + chance.nextInt(3)) + ",000 MI300X chips from AMD" + endings[chance.nextInt(endings.length)] + ".",
          "company:" + buyer.toLowerCase(java.util.Locale.ROOT), "chip:mi300x", "company:amd");
    }
    List<String> together = lines(months(NOVEMBER, DECEMBER));
    assertThat(together).filteredOn(line -> line.startsWith("statement")).hasSize(120);
    assertThat(together.stream().filter(line -> line.startsWith("statement")).map(line -> line.split(" ")[3]).distinct().count()).isLessThan(60);
    Collections.shuffle(articles, chance);
    Collections.shuffle(sentences, chance);
    spark.conf().set("spark.sql.shuffle.partitions", "3");
    try {
      assertThat(Stream.concat(lines(months(DECEMBER)).stream(), lines(months(NOVEMBER)).stream())).containsExactlyInAnyOrderElementsOf(together);
    } finally {
      spark.conf().unset("spark.sql.shuffle.partitions");
    }
  }

  private List<String> lines(List<LocalDate> months) {
    try (StatementStep step = step(months)) {
      return Stream.concat(
          MartRows.lines(step.stories(), STORY).stream().map(line -> "story " + line),
          MartRows.lines(step.statements(), STATEMENT).stream().map(line -> "statement " + line)).toList();
    }
  }

  private static List<LocalDate> months(LocalDate... months) {
    return Arrays.asList(months);
  }

  private List<String> stories(List<LocalDate> months, String columns) {
    try (StatementStep step = step(months)) {
      return MartRows.lines(step.stories(), columns);
    }
  }

  private List<String> statements(List<LocalDate> months, String columns) {
    try (StatementStep step = step(months)) {
      return MartRows.lines(step.statements(), columns);
    }
  }

  private StatementStep step(List<LocalDate> months) {
    spark.createDataset(articles, Encoders.row(Table.ARTICLES.schema())).createOrReplaceTempView("articles");
    spark.createDataset(sentences, Encoders.row(Table.SENTENCES.schema())).createOrReplaceTempView("sentences");
    return StatementStep.of(spark, months);
  }

  private void article(String id, String published, String publisher, String title, String hash, String... flags) {
    article(LOAD, id, published, publisher, title, hash, flags);
  }

  private void article(LocalDate load, String id, String published, String publisher, String title, String hash, String... flags) {
    articles.add(RowShape.of(Table.ARTICLES).row().set("load_day", load).set("article_id", id).set("publisher", publisher).set("title", title)
        .set("text", "x").set("content_hash", hash).set("flags", flags)
        .set("published_at", published == null ? null : Instant.parse(published + "T00:00:00Z")).done());
  }

  private void sentence(String article, int start, String text, String... entities) {
    sentences.add(RowShape.of(Table.SENTENCES).row().set("load_day", LOAD).set("article_id", article).set("field", "text").set("start", start)
        .set("end", start + text.length()).set("text", text).set("fingerprint", text.toLowerCase(java.util.Locale.ROOT)).set("entities", entities).done());
  }
}
