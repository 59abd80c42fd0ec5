-- One row per sentence that names a company and a chip or chip word.
CREATE TABLE IF NOT EXISTS ${namespace}.sentences (
  load_day    DATE   COMMENT 'The batch. Never null',
  article_id  STRING COMMENT 'The article. Never null',
  field       STRING COMMENT 'title or text. Never null',
  start       INT    COMMENT 'Offset of the first character, in code points from 0',
  `end`       INT    COMMENT 'Offset after the last character, in code points',
  text        STRING COMMENT 'The sentence. substring(field, start + 1, end - start) = text',
  fingerprint STRING COMMENT 'Hash of the words, without case and punctuation: equal for reprints. Never null',
  furniture   STRING COMMENT 'Why it is page furniture by its shape: link_list, ticker_strip … Null if it is not',
  entities    ARRAY<STRING> COMMENT 'What it names, each once, sorted, with its kind. Never null. Example: chip:h20, chip_word:gpu, company:nvidia'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Sentences that name a company and a chip or chip word'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
