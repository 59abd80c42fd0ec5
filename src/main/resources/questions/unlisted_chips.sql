-- Which chips do articles name beside their maker that the lexicon does not list, and in which sentences? Those with most claims first.
-- Parameters: least, articles that must name one.
-- Run it: jobs/sql.sh --question unlisted_chips --set least=1 --format tsv > more/chips.tsv
-- Strike out what is none; then nightly --add-lexicon more. What goes beyond the lexicon's own columns it passes over.
WITH named AS (
  SELECT m.entity_id, count(DISTINCT m.article_id) AS articles, min(a.published_at) AS first_seen
  FROM mentions m
  JOIN articles a ON a.load_day = m.load_day AND a.article_id = m.article_id AND NOT array_contains(a.flags, 'repeated')
  WHERE m.provisional AND m.kind = 'chip'
  GROUP BY m.entity_id
),
claimed AS (
  SELECT chip, count(*) AS claims FROM claims GROUP BY chip
),
told AS (
  SELECT substring_index(entity, ':', -1) AS entity_id, slice(array_sort(collect_set(text)), 1, 3) AS sentences
  FROM sentences LATERAL VIEW explode(entities) e AS entity
  WHERE startswith(entity, 'unlisted_chip:')
  GROUP BY entity
)
SELECT
  c.chip_id AS id, array_join(c.names, '|') AS names, c.vendor, CAST(NULL AS STRING) AS family, CAST(NULL AS STRING) AS kind,
  CAST(NULL AS STRING) AS year,
  coalesce(b.claims, 0) AS claims, n.articles, CAST(n.first_seen AS DATE) AS first_seen, array_join(t.sentences, ' / ') AS sentences
FROM chips c
JOIN named n ON n.entity_id = c.chip_id
LEFT JOIN claimed b ON b.chip = c.chip_id
LEFT JOIN told t ON t.entity_id = c.chip_id
WHERE c.provisional AND n.articles >= CAST(:least AS INT)
ORDER BY claims DESC, articles DESC, id
