-- Who buys, rents, uses or makes which chips, month by month, and how many say so?
-- Columns: tables/who_buys_what.sql. Reads said. Built by every run for the months it touches: jobs/nightly.sh … --min-confidence 0.5
--
-- A fact is counted four ways, because the news repeats itself: articles that say it (duplicates and superseded versions don't
-- count), statements (reprints and near-equal sentences are one), publishers (owners who printed it), and sources (owners who
-- told it: thirty papers that print "Reuters reported" are one). A statement has one status: that of its surest claim.
--
-- Example: whom do most independent sources name as a buyer of the H20, and who had it first?
--   SELECT month, buyer, statements, sources, first_reported_by FROM who_buys_what
--   WHERE chip = 'h20' AND action = 'buy' ORDER BY month, sources DESC
WITH placed AS (
  SELECT *, row_number() OVER (
    PARTITION BY month, buyer, action, vendor, chip, statement_id ORDER BY confidence DESC, published_at, claim_id) AS place
  FROM said
)
SELECT
  month, buyer, action, vendor, chip,
  count(DISTINCT if(is_duplicate, NULL, article_id)) AS articles,
  count(DISTINCT statement_id) AS statements,
  count(DISTINCT if(trunc(first_seen, 'MM') <=> month, statement_id, NULL)) AS new_statements,
  count(DISTINCT owner) AS publishers,
  count(DISTINCT told_by) AS sources,
  min_by(told_by, struct(published_at, told_by)) FILTER (WHERE told_by IS NOT NULL AND published_at IS NOT NULL)
    AS first_reported_by,
  min(published_at) AS first_seen,
  max(published_at) AS last_seen,
  count_if(place = 1 AND status = 'actual') AS actual,
  count_if(place = 1 AND status = 'agreed') AS agreed,
  count_if(place = 1 AND status = 'planned') AS planned,
  count_if(place = 1 AND status = 'considered') AS considered,
  count_if(place = 1 AND status = 'possible') AS possible,
  count_if(place = 1 AND status = 'prohibited') AS prohibited,
  count_if(place = 1 AND status = 'ended') AS ended,
  count_if(place = 1 AND status = 'denied') AS denied,
  min(quantity) AS quantity_low,
  max(greatest(quantity, quantity_max)) AS quantity_high,
  min(if(currency = 'USD', amount, NULL)) AS amount_usd_low,
  max(if(currency = 'USD', greatest(amount, amount_max), NULL)) AS amount_usd_high,
  max(confidence) AS confidence,
  -- Of each statement the surest claim, of those the five surest.
  transform(
    slice(array_sort(collect_list(if(place = 1, struct(-confidence, published_at, claim_id), NULL))), 1, 5),
    e -> e.claim_id) AS example_claims
FROM placed
GROUP BY month, buyer, action, vendor, chip
