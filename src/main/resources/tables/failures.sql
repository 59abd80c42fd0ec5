-- One row per run that failed by a check or a fault, not by the user's mistake: for status and alerts. A run that was killed has none.
CREATE TABLE IF NOT EXISTS ${namespace}.failures (
  command STRING      COMMENT 'nightly, backfill … Never null',
  started TIMESTAMP   COMMENT 'When the run began, UTC. Never null',
  failed  TIMESTAMP   COMMENT 'When it gave up, UTC. Never null',
  days    ARRAY<DATE> COMMENT 'Load days that it was to write. Never null',
  reason  STRING      COMMENT 'What was wrong, one line. Never null. Example: 11 of 11 records can''t be used, most for bad_json',
  version STRING      COMMENT 'Version of ChipLedger. Never null'
)
USING iceberg
COMMENT 'Runs that failed; readers see nothing else of them'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd')
