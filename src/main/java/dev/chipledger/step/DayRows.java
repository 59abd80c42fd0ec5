package dev.chipledger.step;

import dev.chipledger.read.Article;
import dev.chipledger.read.Reject;
import dev.chipledger.table.RowShape;
import dev.chipledger.table.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** Rows of articles and rejects of one load day. */
final class DayRows implements Serializable {
  private final RowShape articles = RowShape.of(Table.ARTICLES);
  private final RowShape rejects = RowShape.of(Table.REJECTS);
  private final LocalDate day;

  DayRows(LocalDate day) {
    this.day = day;
  }

  Row of(Article article) {
    return articles.row()
        .set("load_day", day)
        .set("article_id", article.articleId())
        .set("file", article.file())
        .set("position", article.position())
        .set("published_at", article.publishedAt())
        .set("published_basis", article.publishedBasis())
        .set("url", article.url())
        .set("publisher", article.publisher())
        .set("language", article.language())
        .set("title", article.title())
        .set("text", article.text())
        .set("content_hash", article.contentHash())
        .set("flags", article.flags().toArray(String[]::new))
        .done();
  }

  Row of(Reject reject) {
    return rejects.row()
        .set("load_day", day)
        .set("file", reject.file())
        .set("position", reject.position())
        .set("reason", reject.reason())
        .set("detail", reject.detail())
        .set("first_bytes", reject.firstBytes())
        .done();
  }
}
