-- Which articles count, and in which month? Each article once over all loads: as its latest load day has it.
-- Not a table but the view that the marts read; a run narrows it to the months that its articles touch.
-- Parameters: none. Run it: jobs/sql.sh -f src/main/resources/marts/counted_articles.sql
SELECT
  article_id,
  newest.load_day,
  newest.published_at,
  CAST(trunc(newest.published_at, 'MM') AS DATE) AS month,
  newest.publisher,
  newest.is_read
FROM (
  SELECT
    article_id,
    max_by(
      struct(load_day, published_at, publisher, NOT arrays_overlap(flags, array('not_english', 'not_read')) AS is_read),
      load_day
    ) AS newest
  FROM articles
  WHERE NOT array_contains(flags, 'repeated')
  GROUP BY article_id
)
