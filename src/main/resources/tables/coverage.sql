-- One row per publisher and month of publication: the mart of marts/coverage.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.coverage (
  month                DATE   COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  owner                STRING COMMENT 'Who owns the publisher, as in stories. Null with publisher',
  publisher            STRING COMMENT 'Publisher. Null where the record names neither publisher nor address',
  articles             BIGINT COMMENT 'Articles that count, each once over all loads: neither duplicate nor superseded. Never null',
  articles_read        BIGINT COMMENT 'Those that were read for claims: in English, or of no stated language. Never null',
  articles_with_claims BIGINT COMMENT 'Those with at least one claim, however sure. Never null',
  duplicates           BIGINT COMMENT 'Articles beside these whose title and text an earlier article has. Never null',
  superseded           BIGINT COMMENT 'Articles beside these that a later version of the story replaces. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'What the counts are shares of: articles by month and publisher'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
