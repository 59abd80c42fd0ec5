-- One row per vendor, region, buyer and month of publication: the mart of marts/buyer_rank.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.buyer_rank (
  month                DATE   COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  vendor               STRING COMMENT 'Company id of who makes the chips. Never null. Example: nvidia',
  region               STRING COMMENT 'Country or larger region that statements name. Null for the world, which counts all statements. Example: asia',
  buyer                STRING COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  statements           BIGINT COMMENT 'Different statements that say it: reprints and near-equal sentences count once. Never null. Example: 5',
  publishers           BIGINT COMMENT 'Different owners of publishers that printed it, duplicates included; articles without a publisher count for none. Never null. Example: 4',
  sources              BIGINT COMMENT 'Different owners that told it: the one that a sentence names as its source, else the publisher''s. Never null. Example: 2',
  rank_by_statements   INT    COMMENT 'Place among the vendor''s buyers of the row''s month and region by statements, from 1; equal counts share a place. Never null',
  rank_by_publishers   INT    COMMENT 'The same by publishers. Never null',
  stated_rank          INT    COMMENT 'Place that most statements tell, 1 for the largest buyer; of two told equally often the lower number. Null where none tells one',
  stated_ranks         ARRAY<INT> COMMENT 'Every place told, in order. Empty where none is; more than one where statements differ. Never null',
  statements_with_rank BIGINT COMMENT 'Statements that tell a place. Never null',
  example_claims       ARRAY<STRING> COMMENT 'Up to five claim_ids, those that tell a place first, then the surest, one a statement. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Whom the news calls a vendor''s largest buyers, and whom it counts most'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
