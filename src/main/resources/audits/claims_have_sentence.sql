-- Does every claim lead to its article and its sentence? Returns claims without, and claims with a span outside its field.
-- Parameter: load_day.
SELECT c.claim_id, c.article_id, c.field, c.start, a.article_id IS NULL AS no_article, s.article_id IS NULL AS no_sentence
FROM (SELECT * FROM claims WHERE load_day = :load_day) c
LEFT JOIN (
  SELECT article_id, coalesce(char_length(title), 0) AS title_length, char_length(text) AS text_length
  FROM articles WHERE load_day = :load_day AND NOT array_contains(flags, 'repeated')
) a ON a.article_id = c.article_id
LEFT JOIN (SELECT DISTINCT article_id, field, start, `end` FROM sentences WHERE load_day = :load_day) s
  ON s.article_id = c.article_id AND s.field = c.field AND s.start = c.start AND s.`end` = c.`end`
WHERE a.article_id IS NULL
   OR s.article_id IS NULL
   OR exists(c.spans, p -> p.start < 0 OR p.`end` <= p.start OR p.`end` > if(p.field = 'title', title_length, text_length))
