-- Who buys, rents, uses or makes which chips, month by month, and how many say so?
-- Parameters: min_confidence, 0 to 1: claims that we are less sure to have read right are left out.
-- Reads counted_articles, claims, sentences. Built by every run for the months it touches: jobs/nightly.sh … --min-confidence 0.5
-- To see it without a run: jobs/sql.sh -f src/main/resources/marts/who_buys_what.sql --set min_confidence=0.8
WITH said AS (
  -- A claim with its month, its publisher, and the fingerprint that reprints of its sentence share.
  SELECT
    a.month, a.published_at, a.publisher, s.fingerprint,
    c.article_id, c.claim_id, c.buyer, c.action, c.vendor, c.chip, c.status, c.confidence,
    c.quantity, c.amount, c.amount_max, c.currency
  FROM counted_articles a
  JOIN claims c ON c.article_id = a.article_id AND c.load_day = a.load_day
  JOIN sentences s
    ON s.article_id = c.article_id AND s.load_day = c.load_day AND s.field = c.field AND s.start = c.start
  WHERE c.confidence >= CAST(:min_confidence AS DOUBLE)
),
-- Of each sentence and its reprints the surest claim, to take examples from.
best_of_sentence AS (
  SELECT *, row_number() OVER (
    PARTITION BY month, buyer, action, vendor, chip, fingerprint ORDER BY confidence DESC, published_at, claim_id) AS place
  FROM said
),
ranked AS (
  SELECT *, if(place = 1, row_number() OVER (
    PARTITION BY month, buyer, action, vendor, chip, place ORDER BY confidence DESC, published_at, claim_id), NULL) AS example
  FROM best_of_sentence
)
SELECT
  month, buyer, action, vendor, chip,
  count(DISTINCT article_id) AS articles,
  count(DISTINCT fingerprint) AS statements,
  count(DISTINCT publisher) AS publishers,
  min(published_at) AS first_seen,
  max(published_at) AS last_seen,
  count(DISTINCT if(status = 'actual', fingerprint, NULL)) AS actual,
  count(DISTINCT if(status = 'agreed', fingerprint, NULL)) AS agreed,
  count(DISTINCT if(status = 'planned', fingerprint, NULL)) AS planned,
  count(DISTINCT if(status = 'considered', fingerprint, NULL)) AS considered,
  count(DISTINCT if(status = 'possible', fingerprint, NULL)) AS possible,
  count(DISTINCT if(status = 'prohibited', fingerprint, NULL)) AS prohibited,
  count(DISTINCT if(status = 'ended', fingerprint, NULL)) AS ended,
  count(DISTINCT if(status = 'denied', fingerprint, NULL)) AS denied,
  min(quantity) AS quantity_low,
  max(quantity) AS quantity_high,
  min(if(currency = 'USD', amount, NULL)) AS amount_usd_low,
  max(if(currency = 'USD', greatest(amount, amount_max), NULL)) AS amount_usd_high,
  max(confidence) AS confidence,
  transform(
    array_sort(collect_list(if(example <= 5, struct(example, claim_id), NULL))), e -> e.claim_id) AS example_claims
FROM ranked
GROUP BY month, buyer, action, vendor, chip
