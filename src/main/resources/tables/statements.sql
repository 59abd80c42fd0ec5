-- One row per sentence of sentences that stands in a story: what it is a printing of. Derived from sentences of neighbouring days.
CREATE TABLE IF NOT EXISTS ${namespace}.statements (
  month        DATE      COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  load_day     DATE      COMMENT 'As in stories. Never null',
  article_id   STRING    COMMENT 'The article. Never null',
  field        STRING    COMMENT 'title or text. Never null',
  start        INT       COMMENT 'Offset of the sentence''s first character, in code points from 0. Joins sentences on load_day, article_id, field, start. Never null',
  statement_id STRING    COMMENT 'Equal for sentences that say the same in nearly the same words. Never null',
  first_seen   TIMESTAMP COMMENT 'Earliest publication of the statement, UTC. Null where none of its articles has a date',
  furniture    STRING    COMMENT 'Why the sentence counts for nothing: link_list, repeated (over many pages of one publisher) … Null if it counts'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Which sentences say the same, and which are page furniture'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
