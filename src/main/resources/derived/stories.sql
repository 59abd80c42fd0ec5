-- Which articles stand for themselves, which print another's text again, and which were overtaken by a later version?
-- Reads articles, sentences and views: a row a month to be built, with the days before and after it that are looked at too.
-- Gives the stories of those days, by view; those of the month itself are table stories.
WITH wanted AS (
  SELECT DISTINCT a.article_id
  FROM articles a
  JOIN views v ON if(a.published_at IS NULL, v.month IS NULL, a.published_at >= v.since AND a.published_at < v.until)
  -- Says nothing new, but lets files of other days be skipped.
  WHERE ${dated}
),
-- Each article as its latest load day has it.
newest AS (
  SELECT
    article_id,
    max_by(
      struct(load_day, published_at, publisher, title, content_hash, NOT arrays_overlap(flags, array('not_english', 'not_read')) AS is_read),
      load_day) AS n
  FROM articles
  LEFT SEMI JOIN wanted USING (article_id)
  WHERE NOT array_contains(flags, 'repeated')
  GROUP BY article_id
),
seen AS (
  SELECT
    v.month AS view, CAST(trunc(n.published_at, 'MM') AS DATE) AS month,
    n.load_day, article_id, n.published_at, n.publisher, owner_of(n.publisher) AS owner, n.is_read, n.content_hash,
    -- Agencies mark a later version in front of its headline.
    array_distinct(split(trim(regexp_replace(lower(regexp_replace(
      n.title, '(?i)^\\s*((update|wrapup|corrected|refile|live)[ 0-9]*[-:]\\s*)+', '')), '[^\\p{L}\\p{N}]+', ' ')), ' ')) AS title_words
  FROM newest
  JOIN views v ON if(n.published_at IS NULL, v.month IS NULL, n.published_at >= v.since AND n.published_at < v.until)
),
-- Equal texts at most ${days} days apart, one after the other, are one: the earliest stands for all.
apart AS (
  SELECT *, coalesce(published_at > lag(published_at) OVER same_text + INTERVAL ${days} DAYS, false) AS is_new
  FROM seen
  WINDOW same_text AS (PARTITION BY view, content_hash ORDER BY published_at, article_id)
),
runs AS (
  SELECT *, count_if(is_new) OVER (PARTITION BY view, content_hash ORDER BY published_at, article_id) AS run FROM apart
),
told AS (
  SELECT *, first_value(article_id) OVER (PARTITION BY view, content_hash, run ORDER BY published_at, article_id) AS first_id FROM runs
),
-- What the versions of a story share: sentences of one owner's articles within two days. What many share is no sign of it.
words AS (
  SELECT DISTINCT t.view, t.owner, t.article_id, t.published_at, t.title_words, s.fingerprint
  FROM told t
  JOIN sentences s ON s.article_id = t.article_id AND s.load_day = t.load_day
  WHERE t.owner IS NOT NULL AND t.published_at IS NOT NULL AND t.first_id = t.article_id AND s.furniture IS NULL
),
telling AS (
  SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY view, owner, fingerprint) AS articles, count(*) OVER (PARTITION BY view, article_id) AS n FROM words)
  WHERE articles BETWEEN 2 AND 20
),
versions AS (
  SELECT a.view, a.article_id, b.article_id AS later_id, b.published_at
  FROM telling a
  JOIN telling b
    ON b.view <=> a.view AND b.owner = a.owner AND b.fingerprint = a.fingerprint
    AND b.published_at <= a.published_at + INTERVAL 2 DAYS
    AND (b.published_at > a.published_at OR b.published_at = a.published_at AND b.article_id > a.article_id)
  GROUP BY a.view, a.article_id, b.article_id, b.published_at, a.n, a.title_words, b.title_words
  HAVING 2 * count(*) >= a.n
    AND 2 * size(array_intersect(a.title_words, b.title_words)) >= size(array_union(a.title_words, b.title_words))
),
overtaken AS (
  SELECT view, article_id, max_by(later_id, struct(published_at, later_id)) AS superseded_by FROM versions GROUP BY view, article_id
)
SELECT
  t.view, t.month, t.load_day, t.article_id, t.published_at, t.publisher, t.owner, t.is_read,
  nullif(t.first_id, t.article_id) AS duplicate_of,
  o.superseded_by
FROM told t
LEFT JOIN overtaken o ON o.view <=> t.view AND o.article_id = t.article_id
