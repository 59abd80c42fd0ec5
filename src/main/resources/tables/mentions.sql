-- One row per entity named in an article.
CREATE TABLE IF NOT EXISTS ${namespace}.mentions (
  load_day   DATE   COMMENT 'The batch. Never null',
  article_id STRING COMMENT 'The article. Never null',
  entity_id  STRING COMMENT 'Company id, chip id, or the chip word''s own id. Never null. Example: nvidia',
  kind       STRING COMMENT 'company, chip or chip_word. Never null',
  vendor     STRING COMMENT 'Company id of a chip''s maker. Null where several make it, and for companies and chip words',
  provisional BOOLEAN COMMENT 'True where the lexicon of that load did not list it: the article shows it to be a company or chip. Null in days loaded before there was this column',
  field      STRING COMMENT 'title or text: what the offsets count in. Never null',
  start      INT    COMMENT 'Offset of the first character, in code points from 0. substring(text, start + 1, end - start) = surface',
  `end`      INT    COMMENT 'Offset after the last character, in code points',
  surface    STRING COMMENT 'The characters themselves. Never null. Example: Nvidia'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Companies, chips and chip words named in articles'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
