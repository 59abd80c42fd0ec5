-- One row per company: of the lexicon that the last run used, and of those that articles name and it does not list.
CREATE TABLE IF NOT EXISTS ${namespace}.companies (
  company_id  STRING  COMMENT 'Common English name, lower case, words joined by -. Never null. Example: sk-hynix',
  name        STRING  COMMENT 'Name to show. Never null. Example: SK Hynix',
  names       ARRAY<STRING> COMMENT 'Names and brands that are read as this company. Never null',
  ticker      STRING  COMMENT 'Main ticker. Null if private or unknown',
  country     STRING  COMMENT 'ISO 3166 alpha-2 code of the headquarters. Null if unknown',
  parent      STRING  COMMENT 'Owner with a row of its own. Null if none',
  kind        STRING  COMMENT 'Comma list: chipmaker, foundry, cloud, ai, device, auto … Null if unknown',
  provisional BOOLEAN COMMENT 'True if found in text and not in the lexicon: jobs/sql.sh --question unlisted_companies lists them for review. Never null'
)
USING iceberg
COMMENT 'Companies of the lexicon, and provisional ones'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
