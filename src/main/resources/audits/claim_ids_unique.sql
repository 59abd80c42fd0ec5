-- Does a claim_id name one claim of a day? Returns ids that name several.
-- Parameter: load_day.
SELECT claim_id, count(*) AS times
FROM claims
WHERE load_day = :load_day
GROUP BY claim_id
HAVING count(*) > 1
