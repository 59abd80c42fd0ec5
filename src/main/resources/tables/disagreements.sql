-- One row per thing said of a buyer, action, vendor and chip that contradicts what most say, by month: the mart of marts/disagreements.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.disagreements (
  month            DATE   COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  buyer            STRING COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  action           STRING COMMENT 'buy, rent, use, make or foundry; see claims. Never null',
  vendor           STRING COMMENT 'Company id of who makes the chip (foundry: manufactures it). Null where the text does not tell. Example: nvidia',
  chip             STRING COMMENT 'Chip id. Null for "chips", "GPUs". Example: h20',
  region           STRING COMMENT 'Country or larger region. Null where not said. Example: china',
  event_start      DATE   COMMENT 'First day of the period that both sides speak of. Null where neither says',
  event_end        DATE   COMMENT 'Day after the last of that period. Null with event_start',
  about            STRING COMMENT 'quantity, amount or status. Never null',
  status           STRING COMMENT 'Status of the claims whose numbers are compared; see claims. Null where about is status',
  currency         STRING COMMENT 'ISO 4217 code of the amounts. Null where about is not amount',
  most_says        STRING COMMENT 'holds (actual, agreed) or holds_not (prohibited, denied). Null where about is a number',
  most_low         DOUBLE COMMENT 'The number that most statements give, or the lower end of its range: units, or units of currency. Null where about is status',
  most_high        DOUBLE COMMENT 'Upper end, equal to most_low for one number. Null where about is status',
  most_statements  BIGINT COMMENT 'Statements that say so. Never null',
  most_sources     ARRAY<STRING> COMMENT 'Owners that told them, by name. Never null',
  most_claims      ARRAY<STRING> COMMENT 'Up to five of their claim_ids, the surest first. Never null',
  other_says       STRING COMMENT 'The other side: holds or holds_not. Null where about is a number',
  other_low        DOUBLE COMMENT 'The other number, or the lower end of its range. Null where about is status',
  other_high       DOUBLE COMMENT 'Upper end, equal to other_low for one number. Null where about is status',
  other_statements BIGINT COMMENT 'Statements that say so. Never null',
  other_sources    ARRAY<STRING> COMMENT 'Owners that told them, by name. Never null',
  other_claims     ARRAY<STRING> COMMENT 'Up to five of their claim_ids, the surest first. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Where sources give other numbers or contradict each other'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
