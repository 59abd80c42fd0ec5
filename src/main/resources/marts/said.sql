-- Which claims count, who told them, and which statement are they part of?
-- Not a table but the view that the marts read: a claim of a story that no later version supersedes, in a sentence that is no
-- furniture. A duplicate's claims are here too: the article doesn't count again, but its owner printed it.
-- Parameter: min_confidence, 0 to 1: claims that we are less sure to have read right are left out.
-- Reads stories, statements, claims, and source_names (name, owner): names by which sentences call a publisher, in lower
-- case with straight apostrophes ("barron's"), each once, with its owner. A run narrows stories and statements to the months that it builds.
--
--   month, published_at            of the story; both null where it has no date
--   article_id, load_day           the story; with field and start the sentence
--   publisher, owner               as in stories
--   is_duplicate                   true where an earlier article has the same title and text
--   statement_id, first_seen       as in statements
--   named_source                   owner whom the sentence names as its source ("reported the Financial Times"); null if it
--                                  names none, or one that is no publication ("people familiar with the matter", the company)
--   told_by                        named_source, else owner: the independent source; null if neither is known
--   claim_id and what follows it   as in claims
--
-- Example: month 2024-12-01, owner chipwire, told_by financial-times, buyer bytedance, action buy, vendor nvidia, chip h20
SELECT
  s.month, s.published_at, s.article_id, s.load_day, c.field, c.start,
  s.publisher, s.owner, s.duplicate_of IS NOT NULL AS is_duplicate,
  t.statement_id, t.first_seen,
  n.owner AS named_source,
  coalesce(n.owner, s.owner) AS told_by,
  c.claim_id, c.buyer, c.action, c.vendor, c.seller, c.chip, c.status, c.restricted_to, c.rank, c.region,
  c.quantity, c.quantity_max, c.amount, c.amount_max, c.currency, c.capacity_mw, c.event_start, c.event_end, c.event_precision,
  c.source, c.hedged, c.confidence
FROM stories s
JOIN statements t ON t.article_id = s.article_id AND t.load_day = s.load_day
JOIN claims c ON c.article_id = t.article_id AND c.load_day = t.load_day AND c.field = t.field AND c.start = t.start
LEFT JOIN source_names n ON n.name = replace(lower(c.source), '’', '\'')
WHERE s.superseded_by IS NULL
  AND t.furniture IS NULL
  AND c.confidence >= CAST(:min_confidence AS DOUBLE)
