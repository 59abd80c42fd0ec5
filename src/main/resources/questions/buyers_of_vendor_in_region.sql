-- Who were a vendor's buyers in a region, month by month? As in: Nvidia's in Asia.
-- Parameters: vendor, region: ids as in claims.
-- Run it: jobs/sql.sh --question buyers_of_vendor_in_region --set vendor=nvidia --set region=asia
SELECT
  t.month,
  t.buyer,
  min(t.rank) AS best_rank,
  count(DISTINCT t.statement_id) AS statements,
  array_sort(collect_set(t.status)) AS statuses,
  min_by(s.text, t.claim_id) AS sentence
FROM claim_timeline t
JOIN sentences s ON s.article_id = t.article_id AND s.load_day = t.load_day AND s.field = t.field AND s.start = t.start
WHERE t.vendor = :vendor AND t.region = :region AND t.action IN ('buy', 'rent', 'use')
GROUP BY t.month, t.buyer
ORDER BY t.month, statements DESC, t.buyer
