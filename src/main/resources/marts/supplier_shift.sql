-- Which buyers moved from one chip maker to another, or added one, and how sure is that?
-- Columns: tables/supplier_shift.sql. Reads claim_timeline of the month and the five before it, and chips.
-- Built by every run for the months it touches and the five after: jobs/nightly.sh …
--
-- A buyer's vendors are those whose chips it has, has ordered or plans to get (actual, agreed, planned), itself among them if it makes
-- its own; who manufactures for it (foundry) is looked at apart. A vendor is new in a month if in the five months before no
-- statement names it as the buyer's vendor, be it as a former one. What counts, from the surest down (basis):
--   one_statement  one statement says that it is over with A and that it gets B's: "drops A for B"
--   ended          one statement says that it is over with A, another of the same month that it gets B's, and B is new
--   added          B is new, at least two sources say so, and other vendors are known from the five months before: nobody said
--                  that it is over with them, so from_vendor is null
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
    month, buyer, supply, vendor, is_over,
    collect_set(statement_id) AS statement_ids,
    array_distinct(flatten(collect_list(told_by))) AS told_by,
    collect_set(kind) AS kinds,
    transform(
      slice(array_sort(array_distinct(collect_list(struct(-confidence, claim_id)))), 1, 5), e -> e.claim_id) AS claims
  FROM supplied
  GROUP BY month, buyer, supply, vendor, is_over
),
gets AS (
  SELECT g.*, k.vendor IS NULL AS is_new
  FROM told g
  LEFT JOIN (
    SELECT DISTINCT g.month, g.buyer, g.supply, g.vendor
    FROM told g JOIN told k ON k.buyer = g.buyer AND k.supply = g.supply AND k.vendor = g.vendor
    WHERE k.month < g.month AND k.month >= add_months(g.month, -5)
  ) k ON k.month = g.month AND k.buyer = g.buyer AND k.supply = g.supply AND k.vendor = g.vendor
  WHERE NOT g.is_over
),
left_behind AS (
  SELECT
    g.month, g.buyer, g.supply, e.vendor AS from_vendor, g.vendor AS to_vendor,
    if(arrays_overlap(g.statement_ids, e.statement_ids), 'one_statement', 'ended') AS basis,
    size(g.statement_ids) AS statements, size(g.told_by) AS sources, g.claims AS example_claims,
    size(e.statement_ids) AS from_statements, size(e.told_by) AS from_sources, e.claims AS from_example_claims
  FROM gets g
  JOIN told e ON e.is_over AND e.month = g.month AND e.buyer = g.buyer AND e.supply = g.supply AND e.vendor <> g.vendor
  WHERE (g.is_new OR arrays_overlap(g.statement_ids, e.statement_ids))
    AND (size(g.kinds) = 0 OR size(e.kinds) = 0 OR arrays_overlap(g.kinds, e.kinds))
),
-- The vendors that a new one is beside.
earlier AS (
  SELECT g.month, g.buyer, g.supply, g.vendor, array_sort(collect_set(e.vendor)) AS vendors
  FROM gets g
  JOIN told e ON NOT e.is_over AND e.buyer = g.buyer AND e.supply = g.supply AND e.vendor <> g.vendor
  WHERE e.month < g.month AND e.month >= add_months(g.month, -5)
    AND (size(g.kinds) = 0 OR size(e.kinds) = 0 OR arrays_overlap(g.kinds, e.kinds))
  GROUP BY g.month, g.buyer, g.supply, g.vendor
),
shifts AS (
  SELECT * FROM left_behind
  UNION ALL
  SELECT
    g.month, g.buyer, g.supply, NULL, g.vendor, 'added',
    size(g.statement_ids), size(g.told_by), g.claims, 0, 0, array()
  FROM gets g
  JOIN earlier e ON e.month = g.month AND e.buyer = g.buyer AND e.supply = g.supply AND e.vendor = g.vendor
  LEFT ANTI JOIN left_behind l
    ON l.month = g.month AND l.buyer = g.buyer AND l.supply = g.supply AND l.to_vendor = g.vendor
  WHERE g.is_new AND size(g.told_by) >= 2
)
SELECT
  s.month, s.buyer, s.supply, s.from_vendor, s.to_vendor, s.basis,
  CAST(s.statements AS BIGINT) AS statements, CAST(s.sources AS BIGINT) AS sources, s.example_claims,
  CAST(s.from_statements AS BIGINT) AS from_statements, CAST(s.from_sources AS BIGINT) AS from_sources, s.from_example_claims,
  coalesce(e.vendors, array()) AS earlier_vendors
FROM shifts s
LEFT JOIN earlier e ON e.month = s.month AND e.buyer = s.buyer AND e.supply = s.supply AND e.vendor = s.to_vendor
