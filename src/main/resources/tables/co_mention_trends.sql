-- One row per company, chip and month of publication: the mart of marts/co_mention_trends.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.co_mention_trends (
  month                DATE   COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  company              STRING COMMENT 'Company id. Never null',
  chip                 STRING COMMENT 'Chip id; null for a bare chip word ("chips", "GPUs")',
  articles             BIGINT COMMENT 'Articles that name both at most two sentences apart, without duplicates and superseded versions. Never null',
  statements           BIGINT COMMENT 'Statements first seen in the month that name both in one sentence. Never null',
  publishers           BIGINT COMMENT 'Different owners of publishers that name both at most two sentences apart. Never null',
  share                DOUBLE COMMENT 'articles over all articles of the month that count and were read, 0 to 1. Null where there are none',
  log_likelihood_ratio DOUBLE COMMENT 'Dunning''s G2 of the two being named in the same statements; above 10.83 is chance once in 1,000. Below 0 where they meet less than chance would have it. Null where statements is 0',
  npmi                 DOUBLE COMMENT 'Normalised pointwise mutual information over statements, -1 to 1: 0 as often as chance, 1 never apart. Null where statements is 0'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'How strongly companies and chips go together in the news, by month'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
