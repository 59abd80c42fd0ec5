-- Which companies and chips go together in the news, month by month, and more often than chance would have it?
-- Columns: tables/co_mention_trends.sql. Reads stories, statements, sentences, co_mentions.
-- Built by every run for the months it touches: jobs/nightly.sh …
--
-- articles and publishers count where both stand at most two sentences apart; statements where one sentence names both. That one
-- sentence is furniture doesn't count for either. A statement counts in the month when it is first seen, however often it is
-- printed and reprinted: a reprint makes no trend. The two measures of strength ask: among the month's statements, all of which
-- name some company and some chip, do these two meet more often than their own frequencies would have it? So neither more news
-- nor more talk of chips makes them stronger; share tells that, as a part of the articles that coverage counts as read.
--
-- Example: which pairs meet well above chance and more often than in the month before?
--   SELECT * FROM (
--     SELECT month, company, chip, statements, npmi,
--       statements - lag(statements) OVER (PARTITION BY company, chip ORDER BY month) AS more
--     FROM co_mention_trends WHERE log_likelihood_ratio > 10.83)
--   WHERE more > 0 ORDER BY month, more DESC
WITH totals AS (
  SELECT month, count(*) AS n FROM stories
  WHERE superseded_by IS NULL AND duplicate_of IS NULL AND is_read
  GROUP BY month
),
spoken AS (
  -- A sentence with its companies and chips; all bare chip words together are the chip NULL, as in co_mentions.
  SELECT
    s.month, s.owner,
    if(s.duplicate_of IS NULL, s.article_id, NULL) AS article_id,
    if(trunc(t.first_seen, 'MM') <=> s.month, t.statement_id, NULL) AS statement_id,
    transform(filter(e.entities, x -> startswith(x, 'company:')), x -> substring_index(x, ':', -1)) AS companies,
    array_distinct(transform(
      filter(e.entities, x -> startswith(x, 'chip:') OR startswith(x, 'chip_word:')),
      x -> if(startswith(x, 'chip:'), substring_index(x, ':', -1), NULL))) AS chips
  FROM stories s
  JOIN statements t ON t.article_id = s.article_id AND t.load_day = s.load_day
  JOIN sentences e ON e.article_id = t.article_id AND e.load_day = t.load_day AND e.field = t.field AND e.start = t.start
  WHERE s.superseded_by IS NULL AND t.furniture IS NULL
),
met AS (
  -- '*' is any company, or any chip: so one pass counts pairs, each of the two by itself, and all.
  SELECT month, company, chip, article_id, owner, statement_id
  FROM spoken
  LATERAL VIEW explode(array_append(companies, '*')) c AS company
  LATERAL VIEW explode(array_append(chips, '*')) h AS chip
  UNION ALL
  -- In neighbouring sentences; what meets in one sentence is above, unless that is furniture.
  SELECT s.month, m.company, m.chip, if(s.duplicate_of IS NULL, s.article_id, NULL), s.owner, NULL
  FROM stories s
  JOIN co_mentions m ON m.article_id = s.article_id AND m.load_day = s.load_day
  WHERE s.superseded_by IS NULL AND m.sentences_apart > 0
),
counted AS (
  SELECT
    month, company, chip,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT statement_id) AS statements,
    count(DISTINCT owner) AS publishers
  FROM met GROUP BY month, company, chip
),
beside AS (
  SELECT *,
    max(if(company = '*' AND chip = '*', statements, 0)) OVER (PARTITION BY month) AS all_statements,
    max(if(chip = '*', statements, 0)) OVER (PARTITION BY month, company) AS company_statements,
    max(if(company = '*', statements, 0)) OVER (PARTITION BY month, chip) AS chip_statements
  FROM counted
),
-- The table of four: statements that name both, the company without the chip, the chip without the company, neither.
cells AS (
  SELECT
    b.month, b.company, b.chip, b.articles, b.statements, b.publishers, b.articles / t.n AS share,
    CAST(all_statements AS DOUBLE) AS n,
    CAST(statements AS DOUBLE) AS k11,
    CAST(company_statements - statements AS DOUBLE) AS k12,
    CAST(chip_statements - statements AS DOUBLE) AS k21,
    CAST(all_statements - company_statements - chip_statements + statements AS DOUBLE) AS k22
  FROM beside b
  LEFT JOIN totals t ON t.month <=> b.month
  WHERE company <> '*' AND NOT (chip <=> '*')
)
SELECT
  month, company, chip, articles, statements, publishers, share,
  -- 2 Σ k ln(k n / (row × column)), an empty cell counting 0; the sign tells more or less than chance.
  if(k11 = 0, NULL, if(k11 * n < (k11 + k12) * (k11 + k21), -1, 1) * greatest(0, 2 * (
      k11 * ln(k11 * n / ((k11 + k12) * (k11 + k21)))
    + if(k12 = 0, 0, k12 * ln(k12 * n / ((k11 + k12) * (k12 + k22))))
    + if(k21 = 0, 0, k21 * ln(k21 * n / ((k21 + k22) * (k11 + k21))))
    + if(k22 = 0, 0, k22 * ln(k22 * n / ((k21 + k22) * (k12 + k22))))))) AS log_likelihood_ratio,
  -- ln(p(both) / (p(company) p(chip))) / -ln p(both); 1 where every statement names both.
  CASE
    WHEN k11 = 0 THEN NULL
    WHEN k11 = n THEN 1
    ELSE ln(k11 * n / ((k11 + k12) * (k11 + k21))) / -ln(k11 / n)
  END AS npmi
FROM cells
