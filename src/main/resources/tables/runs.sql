-- One row per finished run: appending it is the commit.
CREATE TABLE IF NOT EXISTS ${namespace}.runs (
  run_id    STRING    COMMENT 'Started time and command; after a clock that was set back, a time behind the last run. Never null. Example: 20241212T020000Z-nightly',
  command   STRING    COMMENT 'nightly, backfill … Never null',
  started   TIMESTAMP COMMENT 'UTC. Never null',
  finished  TIMESTAMP COMMENT 'UTC, always later than that of the run before, whatever the clock says. Never null',
  days      ARRAY<DATE> COMMENT 'Load days that the run wrote. Never null',
  row_counts MAP<STRING, BIGINT> COMMENT 'Rows that the run wrote, by table. Never null',
  snapshots MAP<STRING, BIGINT> COMMENT 'Iceberg snapshot of every table as readers see it after the run. Never null',
  published STRING    COMMENT 'Version folder of plain Parquet under the publish directory. Never null. Example: v-20241212T020000Z',
  audits    MAP<STRING, BIGINT> COMMENT 'Offending rows by audit; not 0 only where that was accepted. Never null',
  version   STRING    COMMENT 'Version of ChipLedger. Never null'
)
USING iceberg
COMMENT 'Finished runs; readers take the snapshots of the last row'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd')
