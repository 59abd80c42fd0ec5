-- One row per chip, family or generation: of the lexicon that the last run used, and of those that articles name and it does not list.
CREATE TABLE IF NOT EXISTS ${namespace}.chips (
  chip_id     STRING  COMMENT 'Name without the maker, lower case, words joined by -. Never null. Example: mi300x',
  name        STRING  COMMENT 'Name to show. Never null. Example: Instinct MI300X',
  names       ARRAY<STRING> COMMENT 'Names that are read as this chip. Never null',
  vendor      STRING  COMMENT 'Company id of the maker. Null for kinds that several make (HBM3E)',
  family      STRING  COMMENT 'Family or generation, itself a row. Null if none',
  kind        STRING  COMMENT 'gpu, cpu, soc, accelerator, memory, modem, fpga … Null if unknown',
  year        INT     COMMENT 'Year of launch or announcement. Null if unknown',
  provisional BOOLEAN COMMENT 'True if found in text and not in the lexicon: jobs/sql.sh --question unlisted_chips lists them for review. Never null'
)
USING iceberg
COMMENT 'Chips of the lexicon, and provisional ones'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
