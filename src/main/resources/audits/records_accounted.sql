-- Is every record of every input file an article, a reject or skipped? Returns files where the sums differ.
-- Parameter: load_day. The files of an archive (a.tar!/b.jsonl) count with it.
WITH by_name AS (
  SELECT file, count_if(what = 'article') AS articles, count_if(what = 'reject') AS rejects
  FROM (
    SELECT file, 'article' AS what FROM articles WHERE load_day = :load_day
    UNION ALL
    SELECT file, 'reject' AS what FROM rejects WHERE load_day = :load_day
  )
  GROUP BY file
),
counted AS (
  SELECT coalesce(l.file, n.file) AS file, sum(n.articles) AS articles, sum(n.rejects) AS rejects
  FROM by_name n
  LEFT JOIN (SELECT file FROM loads WHERE load_day = :load_day) l
    ON l.file = n.file OR (contains(n.file, '!/') AND startswith(n.file, concat(l.file, '!/')))
  GROUP BY coalesce(l.file, n.file)
)
SELECT coalesce(l.file, c.file) AS file, l.records, l.articles, c.articles AS article_rows, l.rejects, c.rejects AS reject_rows, l.skipped
FROM (SELECT * FROM loads WHERE load_day = :load_day) l
FULL OUTER JOIN counted c ON c.file = l.file
WHERE l.file IS NULL
   OR l.records <> l.articles + l.rejects + l.skipped
   OR l.skipped <> aggregate(map_values(l.skipped_by_reason), 0L, (sum, n) -> sum + n)
   OR l.articles <> coalesce(c.articles, 0)
   OR l.rejects <> coalesce(c.rejects, 0)
