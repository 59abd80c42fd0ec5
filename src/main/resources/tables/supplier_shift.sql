-- One row per buyer, vendor left, vendor gained and month of publication: the mart of marts/supplier_shift.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.supplier_shift (
  month               DATE   COMMENT 'First day of the month of publication, UTC. Never null',
  buyer               STRING COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  supply              STRING COMMENT 'chips (buys, rents, uses or makes them) or foundry (has them manufactured). Never null',
  from_vendor         STRING COMMENT 'Company id of the maker that it is said to be over with. Null where basis is added',
  to_vendor           STRING COMMENT 'Company id of the maker whose chips it gets or plans to get; equal to buyer for chips of its own. Never null',
  basis               STRING COMMENT 'one_statement (one says both), ended (statements say each) or added (new beside others); see marts/supplier_shift.sql. Never null',
  statements          BIGINT COMMENT 'Statements of the month that say it gets or plans to get to_vendor''s chips. Never null',
  sources             BIGINT COMMENT 'Different owners that told these. Never null',
  example_claims      ARRAY<STRING> COMMENT 'Up to five of their claim_ids, the surest first. Never null',
  from_statements     BIGINT COMMENT 'Statements of the month that say it is over with from_vendor. 0 where basis is added',
  from_sources        BIGINT COMMENT 'Different owners that told these. 0 where basis is added',
  from_example_claims ARRAY<STRING> COMMENT 'Up to five of their claim_ids, the surest first. Empty where basis is added',
  earlier_vendors     ARRAY<STRING> COMMENT 'Other makers whose chips it got or planned to get by statements of the five months before, of a kind that is not known to differ. Never null'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'Which buyers moved from one chip maker to another, by month of publication'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
