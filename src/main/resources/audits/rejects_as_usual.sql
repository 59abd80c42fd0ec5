-- Could about as many records be used as usual? Returns the day if over one in a hundred became rejects, and five times the
-- share of the four weeks before: a publisher changed its format.
-- Parameter: load_day. Asks from seven loaded days on, and from ten rejects on; --max-rejects stops a load before.
-- Look closer: SELECT load_day, sum(rejects) AS rejects, sum(records) AS records FROM loads WHERE load_day > date_sub(:load_day, 29) GROUP BY load_day ORDER BY load_day
WITH days AS (
  SELECT load_day, sum(rejects) AS rejects, sum(records) AS records FROM loads
  WHERE load_day BETWEEN date_sub(:load_day, 28) AND :load_day
  GROUP BY load_day
),
usual AS (
  SELECT count(*) AS days, coalesce(try_divide(sum(rejects), sum(records)), 0) AS share FROM days WHERE load_day < :load_day
)
SELECT d.load_day, d.rejects, d.records, u.share AS usual_share
FROM days d CROSS JOIN usual u
WHERE d.load_day = :load_day AND u.days >= 7 AND d.rejects >= 10
  AND try_divide(d.rejects, d.records) > greatest(0.01, 5 * u.share)
