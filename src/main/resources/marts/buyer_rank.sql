-- Who is a vendor's largest buyer, in the world or in a region: as the news says, and as the news counts?
-- Columns: tables/buyer_rank.sql. Reads said. Built by every run for the months it touches: jobs/nightly.sh …
--
-- A buyer is who has got or ordered a vendor's chips, by whatever action but making its own: status actual or agreed; who may, plans
-- to or must not, is none. A row with a region counts the statements that name it. A row without one stands for the world: it counts
-- them all, but a rank that holds in a region says nothing of the world. Of a statement's claims the surest that tells a rank counts.
-- rank_by_statements tells whom the news talks about most, which need not be who buys most.
--
-- Example: who is said to be Nvidia's largest buyer in a region, and is it talked about as such?
--   SELECT month, region, buyer, stated_rank, statements_with_rank, rank_by_statements FROM buyer_rank
--   WHERE vendor = 'nvidia' AND stated_rank = 1 ORDER BY month, region
WITH bought AS (
  SELECT
    month, vendor, place AS region, buyer, statement_id, owner, told_by, confidence, claim_id,
    if(region <=> place, rank, NULL) AS stated
  FROM said LATERAL VIEW explode(array_distinct(array(region, CAST(NULL AS STRING)))) p AS place
  WHERE vendor IS NOT NULL AND vendor <> buyer AND action <> 'make' AND status IN ('actual', 'agreed')
),
placed AS (
  SELECT *, row_number() OVER (
    PARTITION BY month, vendor, region, buyer, statement_id
    ORDER BY stated IS NULL, confidence DESC, claim_id) AS place
  FROM bought
),
counted AS (
  SELECT
    month, vendor, region, buyer,
    count(DISTINCT statement_id) AS statements,
    count(DISTINCT owner) AS publishers,
    count(DISTINCT told_by) AS sources,
    -- The rank that most statements tell; of two told equally often the lower number.
    mode(if(place = 1, stated, NULL), true) AS stated_rank,
    count_if(place = 1 AND stated IS NOT NULL) AS statements_with_rank,
    array_sort(collect_set(if(place = 1, stated, NULL))) AS stated_ranks,
    transform(
      slice(array_sort(collect_list(if(place = 1, struct(stated IS NULL, -confidence, claim_id), NULL))), 1, 5),
      e -> e.claim_id) AS example_claims
  FROM placed
  GROUP BY month, vendor, region, buyer
)
SELECT
  *,
  CAST(rank() OVER (PARTITION BY month, vendor, region ORDER BY statements DESC) AS INT) AS rank_by_statements,
  CAST(rank() OVER (PARTITION BY month, vendor, region ORDER BY publishers DESC) AS INT) AS rank_by_publishers
FROM counted
