-- One row per buyer, action, vendor, chip and month of publication: the mart of marts/who_buys_what.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.who_buys_what (
  month          DATE      COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  buyer          STRING    COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  action         STRING    COMMENT 'buy, rent, use, make or foundry; see claims. Never null',
  vendor         STRING    COMMENT 'Company id of who makes the chip. Null where the text does not tell',
  chip           STRING    COMMENT 'Chip id. Null for "chips", "GPUs"',
  articles       BIGINT    COMMENT 'Articles that say it, each counted once over all loads. Never null',
  statements     BIGINT    COMMENT 'Different sentences that say it: reprints count once. Never null',
  publishers     BIGINT    COMMENT 'Different publishers that say it; articles without a publisher count for none. Never null',
  first_seen     TIMESTAMP COMMENT 'Earliest publication in the month, UTC. Null with month',
  last_seen      TIMESTAMP COMMENT 'Latest publication in the month, UTC. Null with month',
  actual         BIGINT    COMMENT 'Statements that say it has happened or holds. Never null',
  agreed         BIGINT    COMMENT 'Statements that say it is ordered or signed. Never null',
  planned        BIGINT    COMMENT 'Statements that say it is intended or announced. Never null',
  considered     BIGINT    COMMENT 'Statements that say it is in talks or weighed. Never null',
  possible       BIGINT    COMMENT 'Statements that say it could be or is allowed. Never null',
  prohibited     BIGINT    COMMENT 'Statements that say it is barred. Never null',
  ended          BIGINT    COMMENT 'Statements that say it did hold and no longer does. Never null',
  denied         BIGINT    COMMENT 'Statements that say it is not so. Never null',
  quantity_low   BIGINT    COMMENT 'Smallest number of units stated. Null where none is',
  quantity_high  BIGINT    COMMENT 'Largest number of units stated. Null where none is',
  amount_usd_low DOUBLE    COMMENT 'Smallest value stated in US dollars; other currencies stay in claims. Null where none is',
  amount_usd_high DOUBLE   COMMENT 'Largest value stated in US dollars, upper ends of ranges included. Null where none is',
  confidence     DOUBLE    COMMENT 'Of the surest claim: that we read it right, 0 to 1. Never null',
  example_claims ARRAY<STRING> COMMENT 'Up to five claim_ids, the surest first, one a sentence. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Who buys, rents, uses or makes which chips, by month of publication'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
