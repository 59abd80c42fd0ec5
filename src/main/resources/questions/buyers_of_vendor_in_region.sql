-- Who were a vendor's buyers in a region, month by month? As in: Nvidia's in Asia.
-- Parameters: vendor, region: ids as in claims.
-- Run it: jobs/sql.sh --question buyers_of_vendor_in_region --set vendor=nvidia --set region=asia
SELECT
  a.month,
  c.buyer,
  min(c.rank) AS best_rank,
  count(DISTINCT c.article_id) AS articles,
  array_sort(collect_set(c.status)) AS statuses,
  min_by(s.text, c.claim_id) AS sentence
FROM counted_articles a
JOIN claims c ON c.article_id = a.article_id AND c.load_day = a.load_day
JOIN sentences s ON s.article_id = c.article_id AND s.load_day = c.load_day AND s.field = c.field AND s.start = c.start
WHERE c.vendor = :vendor AND c.region = :region AND c.action IN ('buy', 'rent', 'use')
GROUP BY a.month, c.buyer
ORDER BY a.month, articles DESC, c.buyer
