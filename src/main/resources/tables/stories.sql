-- One row per article, as its latest load has it: which articles count, and for whom. Derived from articles of all days.
CREATE TABLE IF NOT EXISTS ${namespace}.stories (
  month         DATE      COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  load_day      DATE      COMMENT 'The latest batch that loaded the article. With article_id it finds the rows of the day tables. Never null',
  article_id    STRING    COMMENT 'The article. Never null',
  published_at  TIMESTAMP COMMENT 'When the article says it was published, UTC. Null where the record names no date',
  publisher     STRING    COMMENT 'Publisher as articles has it. Null where the record names neither publisher nor address. Example: chipwire.example',
  owner         STRING    COMMENT 'Who owns the publisher, else the publisher itself in its normal form. Null with publisher. Example: chipwire',
  is_read       BOOLEAN   COMMENT 'True where the article was read for claims: it is English, and reading it did not break. Never null',
  duplicate_of  STRING    COMMENT 'article_id of the earliest article with equal title and text, each printed at most 14 days after the one before. Null if there is none before it',
  superseded_by STRING    COMMENT 'article_id of a later version of the same story, which counts instead. Null if there is none'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Articles, each once, with their owner and what stands in their way to count'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
