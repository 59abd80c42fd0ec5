-- Did the day bring about as many articles as usual? Returns it if it has less than a tenth of the median of the four weeks
-- before: a feed broke off, or a file is missing.
-- Parameter: load_day. Asks from seven loaded days on, and from 20 articles a day on.
-- Look closer: SELECT load_day, sum(articles) AS articles, count(*) AS files, sum(size) AS bytes FROM loads WHERE load_day > date_sub(:load_day, 29) GROUP BY load_day ORDER BY load_day
WITH days AS (
  SELECT load_day, sum(articles) AS articles FROM loads
  WHERE load_day BETWEEN date_sub(:load_day, 28) AND :load_day
  GROUP BY load_day
),
usual AS (SELECT count(*) AS days, median(articles) AS articles FROM days WHERE load_day < :load_day)
SELECT d.load_day, d.articles, u.articles AS usual, u.days
FROM days d CROSS JOIN usual u
WHERE d.load_day = :load_day AND u.days >= 7 AND u.articles >= 20 AND d.articles < 0.1 * u.articles
