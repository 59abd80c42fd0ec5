-- Which companies and chips go together in the news, month by month, and more often than chance would have it?
-- Parameters: none. Reads counted_articles, mentions, co_mentions.
-- Built by every run for the months it touches: jobs/nightly.sh …
-- To see it without a run: jobs/sql.sh -f src/main/resources/marts/co_mention_trends.sql
WITH totals AS (
  -- Articles a month: of these the rest are shares.
  SELECT month, count(*) AS n FROM counted_articles WHERE is_read GROUP BY month
),
companies_named AS (
  SELECT a.month, m.entity_id AS company, count(DISTINCT m.article_id) AS n
  FROM counted_articles a
  JOIN mentions m ON m.article_id = a.article_id AND m.load_day = a.load_day
  WHERE m.kind = 'company'
  GROUP BY a.month, m.entity_id
),
chips_named AS (
  -- All bare chip words together are the chip NULL, as in co_mentions.
  SELECT a.month, if(m.kind = 'chip', m.entity_id, NULL) AS chip, count(DISTINCT m.article_id) AS n
  FROM counted_articles a
  JOIN mentions m ON m.article_id = a.article_id AND m.load_day = a.load_day
  WHERE m.kind IN ('chip', 'chip_word')
  GROUP BY a.month, if(m.kind = 'chip', m.entity_id, NULL)
),
pairs AS (
  SELECT a.month, c.company, c.chip, count(DISTINCT c.article_id) AS n
  FROM counted_articles a
  JOIN co_mentions c ON c.article_id = a.article_id AND c.load_day = a.load_day
  GROUP BY a.month, c.company, c.chip
),
-- The table of four: both, the company without the chip, the chip without the company, neither.
cells AS (
  SELECT
    p.month, p.company, p.chip, CAST(t.n AS DOUBLE) AS n,
    CAST(p.n AS DOUBLE) AS k11,
    CAST(greatest(o.n - p.n, 0) AS DOUBLE) AS k12,
    CAST(greatest(h.n - p.n, 0) AS DOUBLE) AS k21,
    CAST(greatest(t.n - o.n - h.n + p.n, 0) AS DOUBLE) AS k22
  FROM pairs p
  JOIN totals t ON t.month <=> p.month
  JOIN companies_named o ON o.month <=> p.month AND o.company = p.company
  JOIN chips_named h ON h.month <=> p.month AND h.chip <=> p.chip
)
SELECT
  month, company, chip,
  CAST(k11 AS BIGINT) AS articles,
  k11 / n AS share,
  -- 2 Σ k ln(k n / (row × column)), an empty cell counting 0; the sign tells more or less than chance.
  if(k11 * n < (k11 + k12) * (k11 + k21), -1, 1) * greatest(0, 2 * (
      if(k11 = 0, 0, k11 * ln(k11 * n / ((k11 + k12) * (k11 + k21))))
    + if(k12 = 0, 0, k12 * ln(k12 * n / ((k11 + k12) * (k12 + k22))))
    + if(k21 = 0, 0, k21 * ln(k21 * n / ((k21 + k22) * (k11 + k21))))
    + if(k22 = 0, 0, k22 * ln(k22 * n / ((k21 + k22) * (k12 + k22)))))) AS log_likelihood_ratio,
  if(k11 = n, 1, ln(k11 * n / ((k11 + k12) * (k11 + k21))) / -ln(k11 / n)) AS npmi
FROM cells
