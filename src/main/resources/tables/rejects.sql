-- One row per record that could not be used.
CREATE TABLE IF NOT EXISTS ${namespace}.rejects (
  load_day    DATE   COMMENT 'The batch that met the record. Never null',
  file        STRING COMMENT 'Input file; of an archive with the file in it: a.tar!/b.jsonl. Never null',
  position    BIGINT COMMENT 'Where the record starts in the unpacked file: byte offset, of Parquet the row number. Never null',
  reason      STRING COMMENT 'Fixed word for counting: bad_json, bad_csv, bad_parquet, bad_record (of a web archive), bad_http, not_an_object, no_text, bad_date, bad_utf8, too_long, bad_gzip, bad_bzip2, bad_xz, bad_zstd, bad_archive, bomb, trailing_bytes, nested_archive, packed_parquet, unknown_format; of pages empty, not_html, too_large, too_many_tags, too_deep. Never null',
  detail      STRING COMMENT 'What exactly was wrong, one line. Never null',
  first_bytes STRING COMMENT 'First 200 bytes of the record, unprintable ones shown as a replacement sign. Empty where nothing could be read'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Records that could not be used, with the reason'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
