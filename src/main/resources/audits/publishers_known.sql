-- Are the publishers known? Returns those that the four weeks before had not, by number of articles, if over half of the day's
-- articles are theirs: another dump was loaded by mistake, or hosts are read wrongly.
-- Parameter: load_day. Asks from seven loaded days on, and of days of 200 articles and more.
-- Look closer: SELECT publisher, count(*) AS articles, min(load_day) AS first_day FROM articles WHERE load_day > date_sub(:load_day, 29) GROUP BY publisher ORDER BY articles DESC
WITH today AS (
  SELECT coalesce(publisher, '') AS publisher, count(*) AS articles FROM articles WHERE load_day = :load_day GROUP BY 1
),
before AS (
  SELECT DISTINCT coalesce(publisher, '') AS publisher FROM articles
  WHERE load_day BETWEEN date_sub(:load_day, 28) AND date_sub(:load_day, 1)
),
unknown AS (SELECT t.* FROM today t LEFT ANTI JOIN before b ON b.publisher = t.publisher)
SELECT publisher, articles FROM unknown
WHERE (SELECT count(DISTINCT load_day) FROM loads WHERE load_day BETWEEN date_sub(:load_day, 28) AND date_sub(:load_day, 1)) >= 7
  AND (SELECT sum(articles) FROM today) >= 200
  AND (SELECT sum(articles) FROM unknown) > 0.5 * (SELECT sum(articles) FROM today)
ORDER BY articles DESC, publisher
