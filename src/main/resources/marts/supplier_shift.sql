-- Which buyers moved from one chip maker to another, or added one, and how sure is that?
-- Columns: tables/supplier_shift.sql. Reads claim_timeline of the month and the five before it, and chips.
-- Built by every run for the months it touches and the five after: jobs/nightly.sh …
--
-- A buyer's vendors are those whose chips it has, has ordered or plans to get (actual, agreed, planned), itself among them if it makes
-- its own; who manufactures for it (foundry) is looked at apart. A vendor is new in a month if in the five months before no
-- statement names it as the buyer's vendor, be it as a former one. What counts, from the surest down (basis):
--   one_statement  one statement says that it is over with A and that it gets B's: "drops A for B"
--   ended          one statement says that it is over with A, another of the same month that it gets B's, and B is new
--   added          B is new, at least two sources tell of a deal with it (buy, rent, foundry; or agreed or planned), and other
--                  vendors are known from the five months before: nobody said that it is over with them, so from_vendor is null.
--                  That a product is found to use B's chip is no deal: who makes many products has many vendors at any time
-- A vendor that merely isn't in the news any more is no shift. Nor is one of another kind of chip, where the kinds are known: a new
-- maker of memory doesn't take the place of a maker of modems. Months before the first load are unknown: what is new there may be old.
--
-- Example: who left Nvidia, or Intel, for chips of their own?
--   SELECT month, buyer, from_vendor, basis, statements, from_statements FROM supplier_shift
--   WHERE to_vendor = buyer AND from_vendor IS NOT NULL ORDER BY month, statements DESC
WITH supplied AS (
  SELECT
    t.month, t.buyer, if(t.action = 'foundry', 'foundry', 'chips') AS supply, t.vendor, t.status = 'ended' AS is_over,
    t.statement_id, t.told_by, t.confidence, t.claim_id,
    t.action IN ('buy', 'rent', 'foundry') OR t.status IN ('agreed', 'planned') AS is_deal,
    -- Kinds that stand in for each other; null where the kind is unknown or too wide to tell.
    CASE
      WHEN c.kind IN ('gpu', 'accelerator', 'asic', 'npu', 'dsp') THEN 'accelerator'
      WHEN c.kind IN ('cpu', 'soc', 'mcu') THEN 'processor'
      WHEN c.kind IN ('memory', 'nand', 'storage') THEN 'memory'
      WHEN c.kind IN ('modem', 'network', 'dpu', 'fpga', 'quantum', 'sensor', 'power') THEN c.kind
    END AS kind
  FROM claim_timeline t
  LEFT JOIN chips c ON c.chip_id = t.chip
  WHERE t.month IS NOT NULL AND t.vendor IS NOT NULL AND t.status IN ('actual', 'agreed', 'planned', 'ended')
),
told AS (
  SELECT
    month, 12 * year(month) + month(month) AS month_number, buyer, supply, vendor, is_over,
    collect_set(statement_id) AS statement_ids,
    array_distinct(flatten(collect_list(told_by))) AS told_by,
    array_distinct(flatten(collect_list(if(is_deal, told_by, NULL)))) AS deal_told_by,
    collect_set(kind) AS kinds,
    transform(
      slice(array_sort(array_distinct(collect_list(struct(-confidence, claim_id)))), 1, 5), e -> e.claim_id) AS claims
  FROM supplied
  GROUP BY month, buyer, supply, vendor, is_over
),
beside AS (
  SELECT
    *,
    count(*) OVER (
      PARTITION BY buyer, supply, vendor ORDER BY month_number RANGE BETWEEN 5 PRECEDING AND 1 PRECEDING) = 0 AS is_new,
    collect_list(if(is_over, NULL, struct(vendor, kinds))) OVER (
      PARTITION BY buyer, supply ORDER BY month_number RANGE BETWEEN 5 PRECEDING AND 1 PRECEDING) AS earlier,
    collect_list(if(is_over, struct(vendor, statement_ids, told_by, kinds, claims), NULL)) OVER (
      PARTITION BY month, buyer, supply) AS ended
  FROM told
),
gets AS (
  SELECT
    month, buyer, supply, vendor, statement_ids, told_by, deal_told_by, claims, is_new,
    array_sort(array_distinct(transform(
      filter(earlier, e -> e.vendor <> vendor AND (size(kinds) = 0 OR size(e.kinds) = 0 OR arrays_overlap(kinds, e.kinds))),
      e -> e.vendor))) AS earlier_vendors,
    filter(ended, e -> e.vendor <> vendor
      AND (is_new OR arrays_overlap(statement_ids, e.statement_ids))
      AND (size(kinds) = 0 OR size(e.kinds) = 0 OR arrays_overlap(kinds, e.kinds))) AS left_behind
  FROM beside
  WHERE NOT is_over
)
SELECT
  month, buyer, supply, f.vendor AS from_vendor, vendor AS to_vendor,
  CASE
    WHEN f IS NULL THEN 'added'
    WHEN arrays_overlap(statement_ids, f.statement_ids) THEN 'one_statement'
    ELSE 'ended'
  END AS basis,
  CAST(size(statement_ids) AS BIGINT) AS statements,
  CAST(size(told_by) AS BIGINT) AS sources,
  claims AS example_claims,
  CAST(coalesce(size(f.statement_ids), 0) AS BIGINT) AS from_statements,
  CAST(coalesce(size(f.told_by), 0) AS BIGINT) AS from_sources,
  coalesce(f.claims, array()) AS from_example_claims,
  earlier_vendors
FROM gets LATERAL VIEW OUTER explode(left_behind) l AS f
WHERE f IS NOT NULL OR (is_new AND size(deal_told_by) >= 2 AND size(earlier_vendors) > 0)
