package dev.chipledger.step;

import dev.chipledger.extract.Extraction;
import dev.chipledger.extract.Extraction.Claim;
import dev.chipledger.read.Hashes;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import dev.chipledger.table.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of what one article yields. */
final class ExtractionRows implements Serializable {
  private final RowShape mentions = RowShape.of(Table.MENTIONS);
  private final RowShape coMentions = RowShape.of(Table.CO_MENTIONS);
  private final RowShape sentences = RowShape.of(Table.SENTENCES);
  private final RowShape claims = RowShape.of(Table.CLAIMS);
  private final LocalDate day;

  ExtractionRows(LocalDate day) {
    this.day = day;
  }

  /** One array of rows per table, in the order of {@link ExtractStep#TABLES}; no failure. */
  Row of(String articleId, String contentHash, Instant published, Extraction found) {
    return RowFactory.create(
        found.mentions().stream().map(m -> mention(articleId, m)).toArray(Row[]::new),
        found.coMentions().stream().map(c -> coMention(articleId, c)).toArray(Row[]::new),
        found.sentences().stream().map(s -> sentence(articleId, s)).toArray(Row[]::new),
        distinct(articleId, contentHash, found.claims()).entrySet().stream()
            .map(e -> claim(e.getKey(), articleId, published, e.getValue())).toArray(Row[]::new),
        null, null);
  }

  /** No rows of any table, and what went wrong. */
  Row ofFailure(String articleId, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return RowFactory.create(
        new Row[0], new Row[0], new Row[0], new Row[0], articleId, failure + (trace.length == 0 ? "" : " at " + trace[0]));
  }

  private Row mention(String articleId, Extraction.Mention m) {
    return mentions.row()
        .set("load_day", day)
        .set("article_id", articleId)
        .set("entity_id", m.entityId())
        .set("kind", m.kind())
        .set("vendor", m.vendor())
        .set("provisional", m.provisional())
        .set("field", m.field().word())
        .set("start", m.start())
        .set("end", m.end())
        .set("surface", m.surface())
        .done();
  }

  private Row coMention(String articleId, Extraction.CoMention c) {
    return coMentions.row()
        .set("load_day", day)
        .set("article_id", articleId)
        .set("company", c.company())
        .set("chip", c.chip())
        .set("sentences_apart", c.sentencesApart())
        .set("tokens_apart", c.tokensApart())
        .done();
  }

  private Row sentence(String articleId, Extraction.Sentence s) {
    return sentences.row()
        .set("load_day", day)
        .set("article_id", articleId)
        .set("field", s.field().word())
        .set("start", s.start())
        .set("end", s.end())
        .set("text", s.text())
        .set("fingerprint", s.fingerprint())
        .set("entities", s.entities().toArray(String[]::new))
        .set("furniture", s.furniture())
        .done();
  }

  private Row claim(String claimId, String articleId, Instant published, Claim c) {
    return claims.row()
        .set("load_day", day)
        .set("claim_id", claimId)
        .set("article_id", articleId)
        .set("published_at", published)
        .set("buyer", c.buyer())
        .set("action", c.action())
        .set("vendor", c.vendor())
        .set("seller", c.seller())
        .set("chip", c.chip())
        .set("status", c.status())
        .set("restricted_to", c.restrictedTo())
        .set("rank", c.rank())
        .set("region", c.region())
        .set("quantity", c.quantity())
        .set("quantity_max", c.quantityMax())
        .set("amount", c.amount())
        .set("amount_max", c.amountMax())
        .set("currency", c.currency())
        .set("capacity_mw", c.capacityMw())
        .set("event_start", c.eventStart())
        .set("event_end", c.eventEnd())
        .set("event_precision", c.eventPrecision())
        .set("source", c.source())
        .set("hedged", c.hedged())
        .set("field", c.field().word())
        .set("start", c.start())
        .set("end", c.end())
        .set("spans", c.spans().stream()
            .map(p -> RowFactory.create(p.part(), p.field().word(), p.start(), p.end())).toArray(Row[]::new))
        .set("rule", c.rule())
        .set("confidence", c.confidence())
        .set("version", Version.CURRENT)
        .done();
  }

  /** Claims by id; of two that say the same in one sentence the surer one. */
  static Map<String, Claim> distinct(String articleId, String contentHash, List<Claim> claims) {
    Map<String, Claim> byId = new LinkedHashMap<>();
    for (Claim claim : claims) {
      byId.merge(claimId(articleId, contentHash, claim), claim, (a, b) -> b.confidence() > a.confidence() ? b : a);
    }
    return byId;
  }

  /** The same for the same words of the same article, whenever and by whichever rule they are read. */
  static String claimId(String articleId, String contentHash, Claim c) {
    return Hashes.of(Stream.of(
            articleId, contentHash, c.field().word(), c.start(), c.buyer(), c.action(), c.vendor(), c.seller(), c.chip(),
            c.status(), c.restrictedTo(), c.rank(), c.region(), c.quantity(), c.amount(), c.eventStart(), c.eventEnd())
        .map(String::valueOf)
        .collect(Collectors.joining("\n")));
  }
}
