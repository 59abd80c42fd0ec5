-- Is what may never be null there? Returns rows where a column that counts go by is missing, or a word is none of its list.
-- Parameter: load_day.
SELECT 'claims' AS table, claim_id AS row FROM claims
WHERE load_day = :load_day
  AND (claim_id IS NULL OR buyer IS NULL OR rule IS NULL OR version IS NULL OR restricted_to IS NULL OR hedged IS NULL
    OR coalesce(action NOT IN ('buy', 'rent', 'use', 'make', 'foundry'), true)
    OR coalesce(status NOT IN ('actual', 'agreed', 'planned', 'considered', 'possible', 'prohibited', 'ended', 'denied'), true)
    OR coalesce(confidence NOT BETWEEN 0 AND 1, true)
    OR (event_start IS NULL) <> (event_end IS NULL)
    OR event_end <= event_start)
UNION ALL
SELECT 'sentences', article_id FROM sentences WHERE load_day = :load_day AND (fingerprint IS NULL OR entities IS NULL)
UNION ALL
SELECT 'mentions', article_id FROM mentions
WHERE load_day = :load_day AND coalesce(kind NOT IN ('company', 'chip', 'chip_word') OR entity_id IS NULL, true)
UNION ALL
SELECT 'co_mentions', article_id FROM co_mentions
WHERE load_day = :load_day AND (company IS NULL OR coalesce(sentences_apart NOT BETWEEN 0 AND 2, true))
UNION ALL
SELECT 'articles', article_id FROM articles
WHERE load_day = :load_day AND (text IS NULL OR content_hash IS NULL OR flags IS NULL)
