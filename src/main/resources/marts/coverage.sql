-- How many articles does each publisher have, month by month: what are the other marts' counts shares of?
-- Columns: tables/coverage.sql. Reads stories, claims. Built by every run for the months it touches: jobs/nightly.sh …
--
-- Every story is one of three: it counts (articles), an earlier article has the same words (duplicates), or a later version of
-- it counts instead (superseded).
--
-- Example: does a buyer come up more often, or is there only more news?
--   SELECT month, sum(w.statements) / any_value(c.articles) AS statements_an_article
--   FROM who_buys_what w JOIN (SELECT month, sum(articles) AS articles FROM coverage GROUP BY month) c USING (month)
--   WHERE w.buyer = 'bytedance' GROUP BY month ORDER BY month
WITH sorted AS (
  SELECT
    s.month, s.owner, s.publisher, s.is_read,
    c.article_id IS NOT NULL AS has_claims,
    CASE
      WHEN s.superseded_by IS NOT NULL THEN 'superseded'
      WHEN s.duplicate_of IS NOT NULL THEN 'duplicate'
      ELSE 'counts'
    END AS sort
  FROM stories s
  LEFT JOIN (SELECT DISTINCT article_id, load_day FROM claims) c
    ON c.article_id = s.article_id AND c.load_day = s.load_day
)
SELECT
  month, owner, publisher,
  count_if(sort = 'counts') AS articles,
  count_if(sort = 'counts' AND is_read) AS articles_read,
  count_if(sort = 'counts' AND has_claims) AS articles_with_claims,
  count_if(sort = 'duplicate') AS duplicates,
  count_if(sort = 'superseded') AS superseded
FROM sorted
GROUP BY month, owner, publisher
