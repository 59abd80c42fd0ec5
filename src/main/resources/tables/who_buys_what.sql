-- One row per buyer, action, vendor, chip and month of publication: the mart of marts/who_buys_what.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.who_buys_what (
  month             DATE      COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  buyer             STRING    COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  action            STRING    COMMENT 'buy, rent, use, make or foundry; see claims. Never null',
  vendor            STRING    COMMENT 'Company id of who makes the chip (foundry: manufactures it). Null where the text does not tell. Example: nvidia',
  chip              STRING    COMMENT 'Chip id. Null for "chips", "GPUs". Example: h20',
  articles          BIGINT    COMMENT 'Articles that say it, each counted once over all loads, without duplicates and superseded versions; 0 where all are duplicates of another month. Never null. Example: 12',
  statements        BIGINT    COMMENT 'Different statements that say it: reprints and near-equal sentences count once. Never null. Example: 5',
  new_statements    BIGINT    COMMENT 'Statements that were first seen in this month; unlike statements these add up over months. Never null. Example: 3',
  publishers        BIGINT    COMMENT 'Different owners of publishers that printed it, duplicates included; articles without a publisher count for none. Never null. Example: 4',
  sources           BIGINT    COMMENT 'Different owners that told it: the one that a sentence names as its source, else the publisher''s. Never null. Example: 2',
  first_reported_by STRING    COMMENT 'Owner that told it earliest in the month; of several at one moment the first by name. Null where no told date has an owner. Example: financial-times',
  first_seen        TIMESTAMP COMMENT 'Earliest publication in the month, UTC. Null with month',
  last_seen         TIMESTAMP COMMENT 'Latest publication in the month, UTC. Null with month',
  actual            BIGINT    COMMENT 'Statements that say it has happened or holds. A statement whose claims disagree has the status of the surest. Never null',
  agreed            BIGINT    COMMENT 'Statements that say it is ordered or signed. Never null',
  planned           BIGINT    COMMENT 'Statements that say it is intended or announced. Never null',
  considered        BIGINT    COMMENT 'Statements that say it is in talks or weighed. Never null',
  possible          BIGINT    COMMENT 'Statements that say it could be or is allowed. Never null',
  prohibited        BIGINT    COMMENT 'Statements that say it is barred. Never null',
  ended             BIGINT    COMMENT 'Statements that say it did hold and no longer does. Never null',
  denied            BIGINT    COMMENT 'Statements that say it is not so. Never null',
  quantity_low      BIGINT    COMMENT 'Smallest number of units stated. Null where none is',
  quantity_high     BIGINT    COMMENT 'Largest number of units stated, upper ends of ranges included. Null where none is',
  amount_usd_low    DOUBLE    COMMENT 'Smallest value stated in US dollars; other currencies stay in claims. Null where none is',
  amount_usd_high   DOUBLE    COMMENT 'Largest value stated in US dollars, upper ends of ranges included. Null where none is',
  confidence        DOUBLE    COMMENT 'Of the surest claim: that we read it right, 0 to 1. Never null. Example: 0.93',
  example_claims    ARRAY<STRING> COMMENT 'Up to five claim_ids, the surest first, one a statement. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Who buys, rents, uses or makes which chips, by month of publication'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
