-- Where do sources give other numbers, or contradict each other, on who gets which chips?
-- Columns: tables/disagreements.sql. Reads said. Built by every run for the months it touches: jobs/nightly.sh …
--
-- Compared are claims of one month on the same buyer, action, vendor, chip, region and time of the event; where a text leaves one of
-- these open, only with others that leave it open.
--   quantity  numbers of units, of claims of one status: what is planned may well differ from what was bought
--   amount    values in one currency, ranges as ranges, of claims of one status
--   status    holds (actual or agreed) against holds_not (prohibited or denied); ended is a change, no contradiction
-- Numbers disagree if they, or their ranges, lie more than a tenth apart: "nearly 500,000" and "485,000" are one number rounded.
-- A row sets what most statements say against one other thing that is said. It is there only if some source says the one alone and
-- some other source the other alone: one source that tells two purchases, and its reprints, don't disagree with themselves.
-- A statement takes one side: that of its surest claim. Two purchases at times that neither text tells can still look like a
-- disagreement: read the examples.
--
-- Example: whose quantities differ most?
--   SELECT month, buyer, chip, most_low, most_sources, other_low, other_sources FROM disagreements
--   WHERE about = 'quantity' ORDER BY greatest(most_low / other_high, other_low / most_high) DESC
WITH compared AS (
  SELECT 'quantity' AS about, status, CAST(NULL AS STRING) AS currency,
    CAST(NULL AS STRING) AS says, CAST(quantity AS DOUBLE) AS low, CAST(coalesce(quantity_max, quantity) AS DOUBLE) AS high,
    month, buyer, action, vendor, chip, region, event_start, event_end, statement_id, told_by, confidence, claim_id
  FROM said WHERE quantity IS NOT NULL
  UNION ALL
  SELECT 'amount', status, currency, NULL, amount, coalesce(amount_max, amount),
    month, buyer, action, vendor, chip, region, event_start, event_end, statement_id, told_by, confidence, claim_id
  FROM said WHERE amount IS NOT NULL
  UNION ALL
  SELECT 'status', NULL, NULL, if(status IN ('actual', 'agreed'), 'holds', 'holds_not'), NULL, NULL,
    month, buyer, action, vendor, chip, region, event_start, event_end, statement_id, told_by, confidence, claim_id
  FROM said WHERE status IN ('actual', 'agreed', 'prohibited', 'denied')
),
placed AS (
  SELECT *, first_value(struct(says, low, high, claim_id)) OVER (
    PARTITION BY about, status, currency, month, buyer, action, vendor, chip, region, event_start, event_end, statement_id
    ORDER BY confidence DESC, claim_id) AS side
  FROM compared
),
sides AS (
  SELECT
    about, status, currency, month, buyer, action, vendor, chip, region, event_start, event_end, side.says, side.low, side.high,
    count(DISTINCT statement_id) AS statements,
    array_sort(collect_set(told_by)) AS sources,
    transform(
      slice(array_sort(collect_list(if(claim_id = side.claim_id, struct(-confidence, claim_id), NULL))), 1, 5),
      e -> e.claim_id) AS claims
  FROM placed
  GROUP BY about, status, currency, month, buyer, action, vendor, chip, region, event_start, event_end,
    side.says, side.low, side.high
),
opposed AS (
  SELECT *, first_value(struct(says, low, high, statements, sources, claims)) OVER (
    PARTITION BY about, status, currency, month, buyer, action, vendor, chip, region, event_start, event_end
    ORDER BY statements DESC, size(sources) DESC, low, high, says) AS most
  FROM sides
)
SELECT
  month, buyer, action, vendor, chip, region, event_start, event_end, about, status, currency,
  most.says AS most_says, most.low AS most_low, most.high AS most_high,
  most.statements AS most_statements, most.sources AS most_sources, most.claims AS most_claims,
  says AS other_says, low AS other_low, high AS other_high,
  statements AS other_statements, sources AS other_sources, claims AS other_claims
FROM opposed
WHERE (says <> most.says OR low > 1.1 * most.high OR most.low > 1.1 * high)
  AND size(array_except(sources, most.sources)) > 0
  AND size(array_except(most.sources, sources)) > 0
