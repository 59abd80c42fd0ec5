-- One row per sentence that names a company and a chip or chip word.
CREATE TABLE IF NOT EXISTS ${namespace}.sentences (
  load_day    DATE   COMMENT 'The batch. Never null',
  article_id  STRING COMMENT 'The article. Never null',
  field       STRING COMMENT 'title or text. Never null',
  start       INT    COMMENT 'Offset of the first character, in code points from 0',
  `end`       INT    COMMENT 'Offset after the last character, in code points',
  text        STRING COMMENT 'The sentence, without page furniture glued in front of it. substring(field, start + 1, end - start) = text',
  fingerprint STRING COMMENT 'Hash of the words, without case and punctuation: equal for reprints. Never null',
  entities    ARRAY<STRING> COMMENT 'Companies, chips and chip words inside, each once, sorted: chip:h20, chip_word:gpu, company:nvidia; provisional ones as unlisted_company:firmus, unlisted_chip:n1x; without those that only a bullet''s own headline names, where the sentence behind it names a company and a chip by itself and one of the headline''s again. Never null',
  furniture   STRING COMMENT 'Why its shape shows page furniture, which counts nowhere: link_list, topic_list, author_list, ticker_strip, headline_block, specification, notice; null for a true sentence'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Sentences that name a company and a chip or chip word'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
