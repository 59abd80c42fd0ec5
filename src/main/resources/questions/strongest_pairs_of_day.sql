-- Who gets which chips, as most statements of one load say? Reprints of a statement count once, publishers by their owners.
-- Parameters: day, the load day as 2024-12-12; min_confidence, 0 to 1.
-- Run it: jobs/sql.sh --question strongest_pairs_of_day --set day=2024-12-12 --set min_confidence=0.5
SELECT
  c.buyer, c.action, c.vendor, c.chip,
  count(DISTINCT t.statement_id) AS statements,
  count(DISTINCT s.owner) AS publishers
FROM claims c
JOIN statements t ON t.load_day = c.load_day AND t.article_id = c.article_id AND t.field = c.field AND t.start = c.start
JOIN stories s ON s.load_day = c.load_day AND s.article_id = c.article_id
WHERE c.load_day = CAST(:day AS DATE)
  AND c.confidence >= CAST(:min_confidence AS DOUBLE)
  AND t.furniture IS NULL
  AND s.superseded_by IS NULL
GROUP BY c.buyer, c.action, c.vendor, c.chip
ORDER BY statements DESC, publishers DESC, c.buyer, c.action, c.vendor, c.chip
LIMIT 10
