-- One row per company and chip named in one article at most two sentences apart.
CREATE TABLE IF NOT EXISTS ${namespace}.co_mentions (
  load_day        DATE   COMMENT 'The batch. Never null',
  article_id      STRING COMMENT 'The article. Never null',
  company         STRING COMMENT 'Company id. Never null',
  chip            STRING COMMENT 'Chip id; null for a bare chip word ("chips", "GPUs")',
  sentences_apart INT    COMMENT 'Sentences between the closest two mentions: 0 in one sentence, at most 2. Never null',
  tokens_apart    INT    COMMENT 'Words between the closest two mentions. Never null'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Companies and chips named close together'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
