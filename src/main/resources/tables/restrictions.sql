-- One row per buyer, action, vendor, chip, region, restriction and month of publication: the mart of marts/restrictions.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.restrictions (
  month          DATE      COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  buyer          STRING    COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  action         STRING    COMMENT 'buy, rent, use, make or foundry; see claims. Never null',
  vendor         STRING    COMMENT 'Company id of who makes the chip (foundry: manufactures it). Null where the text does not tell. Example: nvidia',
  chip           STRING    COMMENT 'Chip id. Null for "chips", "GPUs". Example: h20',
  region         STRING    COMMENT 'Country or larger region where it is barred or allowed. Null where not said. Example: china',
  restriction    STRING    COMMENT 'only (restricted to this chip), barred, may, or stopped (no longer gets it); see marts/restrictions.sql. Never null',
  articles       BIGINT    COMMENT 'Articles that say it, each counted once over all loads, without duplicates and superseded versions; 0 where all are duplicates of another month. Never null. Example: 12',
  statements     BIGINT    COMMENT 'Different statements that say it: reprints and near-equal sentences count once. Never null. Example: 5',
  publishers     BIGINT    COMMENT 'Different owners of publishers that printed it, duplicates included; articles without a publisher count for none. Never null. Example: 4',
  sources        BIGINT    COMMENT 'Different owners that told it: the one that a sentence names as its source, else the publisher''s. Never null. Example: 2',
  first_seen     TIMESTAMP COMMENT 'Earliest publication in the month, UTC. Null with month',
  last_seen      TIMESTAMP COMMENT 'Latest publication in the month, UTC. Null with month',
  confidence     DOUBLE    COMMENT 'Of the surest claim: that we read it right, 0 to 1. Never null. Example: 0.93',
  example_claims ARRAY<STRING> COMMENT 'Up to five claim_ids, the surest first, one a statement. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Who is barred from which chips, or may get only some, by month of publication'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
