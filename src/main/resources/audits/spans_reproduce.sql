-- Do the offsets of mentions lead back to the very characters? Returns mentions whose span holds something else.
-- Parameter: load_day. A repeated article has no mentions of its own, so the join is to the record that stands.
SELECT m.article_id, m.entity_id, m.field, m.start, m.`end`, m.surface
FROM mentions m
LEFT JOIN articles a
  ON a.load_day = :load_day AND a.article_id = m.article_id AND NOT array_contains(a.flags, 'repeated')
WHERE m.load_day = :load_day
  AND NOT (substring(if(m.field = 'title', a.title, a.text), m.start + 1, m.`end` - m.start) <=> m.surface)
