-- Who gets which chips, as most sentences of one load say? Reprints of a sentence count once.
-- Parameters: day, the load day as 2024-12-12; min_confidence, 0 to 1.
-- Run it: jobs/sql.sh --question strongest_pairs_of_day --set day=2024-12-12 --set min_confidence=0.5
SELECT
  c.buyer, c.action, c.vendor, c.chip,
  count(DISTINCT s.fingerprint) AS statements,
  count(DISTINCT a.publisher) AS publishers
FROM claims c
JOIN sentences s ON s.load_day = c.load_day AND s.article_id = c.article_id AND s.field = c.field AND s.start = c.start
JOIN articles a ON a.load_day = c.load_day AND a.article_id = c.article_id AND NOT array_contains(a.flags, 'repeated')
WHERE c.load_day = CAST(:day AS DATE)
  AND c.confidence >= CAST(:min_confidence AS DOUBLE)
GROUP BY c.buyer, c.action, c.vendor, c.chip
ORDER BY statements DESC, publishers DESC, c.buyer, c.action, c.vendor, c.chip
LIMIT 10
