-- One row per record that could not be used.
CREATE TABLE IF NOT EXISTS ${namespace}.rejects (
  load_day    DATE   COMMENT 'The batch that met the record. Never null',
  file        STRING COMMENT 'Input file. Never null',
  position    BIGINT COMMENT 'Byte offset of the record in the uncompressed file. Never null',
  reason      STRING COMMENT 'Fixed word for counting: bad_json, not_an_object, no_text, bad_date, bad_utf8, too_long, bad_gzip. Never null',
  detail      STRING COMMENT 'What exactly was wrong, one line. Never null',
  first_bytes STRING COMMENT 'First 200 bytes of the record, unprintable ones shown as a replacement sign. Empty where nothing could be read'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Records that could not be used, with the reason'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
