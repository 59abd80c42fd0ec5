-- Who is barred from which chips, in which region, who may get only some, and who may get or no longer gets them all the same?
-- Columns: tables/restrictions.sql. Reads said. Built by every run for the months it touches: jobs/nightly.sh …
--
-- restriction is one of
--   only     is restricted to this chip, whatever the status but ended or denied
--   barred   may not get it, was told to stop (status prohibited)
--   may      may or could get it (status possible)
--   stopped  no longer gets it (status ended)
-- may and stopped alone are no news of restrictions; they stand here only beside an only or barred of the same buyer and vendor in
-- the same month. Of a statement's claims on one row's subject the surest counts.
--
-- Example: who is barred from what, by how many sources?
--   SELECT month, buyer, chip, region, sources, first_seen FROM restrictions
--   WHERE restriction = 'barred' ORDER BY month, sources DESC
WITH sorted AS (
  SELECT *, CASE
      WHEN restricted_to AND status NOT IN ('ended', 'denied') THEN 'only'
      WHEN status = 'prohibited' THEN 'barred'
      WHEN status = 'possible' THEN 'may'
      WHEN status = 'ended' THEN 'stopped'
    END AS sort
  FROM said
),
placed AS (
  SELECT
    *,
    first_value(sort) OVER statement AS restriction,
    row_number() OVER statement AS place
  FROM sorted
  WINDOW statement AS (
    PARTITION BY month, buyer, action, vendor, chip, region, statement_id ORDER BY confidence DESC, published_at, claim_id)
),
beside AS (
  SELECT *, max(restriction IN ('only', 'barred')) OVER (PARTITION BY month, buyer, vendor) AS is_restricted
  FROM placed WHERE restriction IS NOT NULL
)
SELECT
  month, buyer, action, vendor, chip, region, restriction,
  count(DISTINCT if(is_duplicate, NULL, article_id)) AS articles,
  count(DISTINCT statement_id) AS statements,
  count(DISTINCT owner) AS publishers,
  count(DISTINCT told_by) AS sources,
  min(published_at) AS first_seen,
  max(published_at) AS last_seen,
  max(confidence) AS confidence,
  transform(
    slice(array_sort(collect_list(if(place = 1, struct(-confidence, published_at, claim_id), NULL))), 1, 5),
    e -> e.claim_id) AS example_claims
FROM beside
WHERE is_restricted
GROUP BY month, buyer, action, vendor, chip, region, restriction
