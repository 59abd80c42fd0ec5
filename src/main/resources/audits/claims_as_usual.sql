-- Do articles claim about as much as usual? Returns the day if its claims an article are under a fifth or over five times those
-- of the four weeks before: text is cut off, a menu is read as text, or the lexicon is another.
-- Parameter: load_day. Asks from seven loaded days on, and of days of 200 articles and more.
-- Look closer: SELECT load_day, count(*) AS claims FROM claims WHERE load_day > date_sub(:load_day, 29) GROUP BY load_day ORDER BY load_day
WITH days AS (
  SELECT l.load_day, l.articles, coalesce(c.claims, 0) AS claims
  FROM (
    SELECT load_day, sum(articles) AS articles FROM loads
    WHERE load_day BETWEEN date_sub(:load_day, 28) AND :load_day
    GROUP BY load_day
  ) l
  LEFT JOIN (
    SELECT load_day, count(*) AS claims FROM claims
    WHERE load_day BETWEEN date_sub(:load_day, 28) AND :load_day
    GROUP BY load_day
  ) c ON c.load_day = l.load_day
),
usual AS (SELECT count(*) AS days, try_divide(sum(claims), sum(articles)) AS share FROM days WHERE load_day < :load_day)
SELECT d.load_day, d.claims, d.articles, u.share AS usual_claims_an_article
FROM days d CROSS JOIN usual u
WHERE d.load_day = :load_day AND u.days >= 7 AND d.articles >= 200 AND u.share > 0
  AND try_divide(d.claims, d.articles) NOT BETWEEN u.share / 5 AND u.share * 5
