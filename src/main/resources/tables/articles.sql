-- One row per record that holds an article. A record read twice stays two rows.
CREATE TABLE IF NOT EXISTS ${namespace}.articles (
  load_day        DATE      COMMENT 'The batch that loaded the row, UTC; from --date. Never null. Example: 2024-12-12',
  article_id      STRING    COMMENT 'Hash of the canonical URL, or of title and text where there is no URL. Never null. Example: a3f09c51b2d47e68',
  file            STRING    COMMENT 'Input file the record came from, as listed; of an archive with the file in it: a.tar!/b.jsonl. Never null. Example: sample-data/2024-12-06.jsonl',
  position        BIGINT    COMMENT 'Where the record starts in the unpacked file: byte offset, of Parquet the row number. Never null. Example: 18231',
  published_at    TIMESTAMP COMMENT 'When the article says it was published, UTC. Null where the record names no date',
  published_basis STRING    COMMENT 'Where published_at came from: field (a column of the record), or of a page json-ld, opengraph, meta, time, url, last-modified. Null with published_at',
  url             STRING    COMMENT 'Address as the record gives it. Null if absent',
  publisher       STRING    COMMENT 'Publisher as the record gives it, else the host of the URL. Null if neither is there. Example: chipwire.example',
  language        STRING    COMMENT 'ISO 639-1 code as the record gives it, else as detected in the text. Null is read as English. Example: en',
  title           STRING    COMMENT 'Headline. Null if absent',
  text            STRING    COMMENT 'Body text as the record gives it. Never null or blank',
  content_hash    STRING    COMMENT 'Hash of title and text: equal for equal words at two addresses. Never null',
  flags           ARRAY<STRING> COMMENT 'What is odd about the record, though it is kept: repeated (a later record of this load has the same article_id and stands for it), future_date, old_date, not_english, not_read (extraction broke on it: please report). Never null, mostly empty'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Records that hold an article, one row each'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
