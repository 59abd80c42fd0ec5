-- One row per input file and load; records = articles + rejects + skipped. Of an archive the rows of all its files count together.
CREATE TABLE IF NOT EXISTS ${namespace}.loads (
  load_day DATE      COMMENT 'The batch. Never null',
  file     STRING    COMMENT 'Input file. Never null',
  size     BIGINT    COMMENT 'Bytes of the file as stored. Never null',
  checksum STRING    COMMENT 'CRC-32C of the stored bytes, hexadecimal; of Parquet that of its last 64 KiB, of a file read in parts one of theirs. Never null. Example: 1c291ca3',
  records  BIGINT    COMMENT 'Records met in the file. Never null',
  articles BIGINT    COMMENT 'Records that became articles. Never null',
  rejects  BIGINT    COMMENT 'Records that ended in rejects. Never null',
  skipped  BIGINT    COMMENT 'Records passed over on purpose. Never null',
  started  TIMESTAMP COMMENT 'When the run began, UTC. Never null',
  finished TIMESTAMP COMMENT 'When the file had been read, UTC. Never null',
  version  STRING    COMMENT 'Version of ChipLedger that read it. Never null. Example: 0.1.0',
  skipped_by_reason MAP<STRING, BIGINT> COMMENT 'How many for which reason: blank_line, header, request, revisit, metadata, warcinfo, resource, conversion, continuation, other_record, not_http, not_html, not_text, http_404 and the like, no_main_text, no_dump, hidden_file. Never null'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Input files by load, with what became of their records'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
