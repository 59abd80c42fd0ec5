-- What is said of a buyer and its vendor, in the order in which it happens, and where does the status change?
-- Columns: tables/claim_timeline.sql. Reads said. Built by every run for the months it touches: jobs/nightly.sh …
--
-- One row per statement of the month and thing that it claims. Reprints of a sentence may be read a little differently, by their
-- dates above all; so of each statement and buyer, action, vendor and chip the claims of one printed sentence stand for it: of the
-- one that holds the surest, of equally sure ones the earliest. A sentence that claims two things of the same pair ("has 10,000,
-- plans 50,000") keeps both.
--
-- Example: how did the word on ByteDance and Nvidia change?
--   SELECT * FROM (
--     SELECT day, action, chip, status, sources, claim_id,
--       lag(status) OVER (PARTITION BY action, chip ORDER BY day, first_seen, claim_id) AS before
--     FROM claim_timeline WHERE buyer = 'bytedance' AND vendor = 'nvidia')
--   WHERE status <> before ORDER BY day
WITH spread AS (
  SELECT month, buyer, action, vendor, chip, statement_id,
    count(DISTINCT owner) AS publishers,
    count(DISTINCT told_by) AS sources,
    array_sort(collect_set(told_by)) AS told_by,
    -- The last three only so that every run picks the same one.
    min_by(struct(article_id, load_day, field, start), struct(-confidence, published_at, article_id, field, start)) AS sentence
  FROM said
  GROUP BY month, buyer, action, vendor, chip, statement_id
)
SELECT
  c.month, coalesce(c.event_start, CAST(c.first_seen AS DATE)) AS day,
  c.buyer, c.action, c.vendor, c.seller, c.chip, c.status, c.region, c.restricted_to, c.rank,
  c.event_start, c.event_end, c.event_precision,
  c.quantity, c.quantity_max, c.amount, c.amount_max, c.currency, c.capacity_mw,
  c.statement_id, c.first_seen, s.publishers, s.sources, s.told_by, c.source, c.hedged, c.confidence,
  c.claim_id, c.article_id, c.load_day, c.field, c.start
FROM said c
JOIN spread s
  ON s.month <=> c.month AND s.buyer = c.buyer AND s.action = c.action AND s.vendor <=> c.vendor AND s.chip <=> c.chip
  AND s.statement_id = c.statement_id
  AND s.sentence = struct(c.article_id, c.load_day, c.field, c.start)
