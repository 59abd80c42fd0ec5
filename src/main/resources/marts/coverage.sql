-- How many articles does each publisher have, month by month: what are the other marts' counts shares of?
-- Parameters: none. Reads counted_articles, claims. Built by every run for the months it touches: jobs/nightly.sh …
-- To see it without a run: jobs/sql.sh -f src/main/resources/marts/coverage.sql
SELECT
  a.month,
  a.publisher,
  count(*) AS articles,
  count_if(a.is_read) AS articles_read,
  count_if(c.article_id IS NOT NULL) AS articles_with_claims
FROM counted_articles a
LEFT JOIN (SELECT DISTINCT article_id, load_day FROM claims) c
  ON c.article_id = a.article_id AND c.load_day = a.load_day
GROUP BY a.month, a.publisher
