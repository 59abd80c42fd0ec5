-- Do the offsets of sentences lead back to the very characters? Returns sentences whose span holds something else.
-- Parameter: load_day.
SELECT s.article_id, s.field, s.start, s.`end`, s.text
FROM sentences s
LEFT JOIN articles a
  ON a.load_day = :load_day AND a.article_id = s.article_id AND NOT array_contains(a.flags, 'repeated')
WHERE s.load_day = :load_day
  AND NOT (substring(if(s.field = 'title', a.title, a.text), s.start + 1, s.`end` - s.start) <=> s.text)
