-- Is every record of every input file an article, a reject or skipped? Returns files where the sums differ.
-- Parameter: load_day. The files of an archive (a.tar!/b.jsonl) count with it.
WITH counted AS (
  SELECT substring_index(file, '!/', 1) AS file, count_if(what = 'article') AS articles, count_if(what = 'reject') AS rejects
  FROM (
    SELECT file, 'article' AS what FROM articles WHERE load_day = :load_day
    UNION ALL
    SELECT file, 'reject' AS what FROM rejects WHERE load_day = :load_day
  )
  GROUP BY substring_index(file, '!/', 1)
)
SELECT coalesce(l.file, c.file) AS file, l.records, l.articles, c.articles AS article_rows, l.rejects, c.rejects AS reject_rows, l.skipped
FROM (SELECT * FROM loads WHERE load_day = :load_day) l
FULL OUTER JOIN counted c ON c.file = l.file
WHERE l.file IS NULL
   OR l.records <> l.articles + l.rejects + l.skipped
   OR l.skipped <> aggregate(map_values(l.skipped_by_reason), 0L, (sum, n) -> sum + n)
   OR l.articles <> coalesce(c.articles, 0)
   OR l.rejects <> coalesce(c.rejects, 0)
