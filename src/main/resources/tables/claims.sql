-- One row per thing asserted in a sentence: a company gets, uses or makes a chip, or plans to, may, must not, no longer does.
CREATE TABLE IF NOT EXISTS ${namespace}.claims (
  load_day        DATE      COMMENT 'The batch. Never null',
  claim_id        STRING    COMMENT 'Hash of article, place and what is claimed; the same for the same text whenever it is loaded. Never null',
  article_id      STRING    COMMENT 'The article. Never null',
  published_at    TIMESTAMP COMMENT 'When the article was published, UTC. Null where unknown',
  buyer           STRING    COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  action          STRING    COMMENT 'buy, rent, use, make (designs its own: vendor = buyer) or foundry (has its chips manufactured by vendor). Never null',
  vendor          STRING    COMMENT 'Company id of who makes the chip (foundry: manufactures it). Null where the text does not tell',
  seller          STRING    COMMENT 'Company id of the counterparty where it is not the vendor: a cloud that rents out, a reseller. Mostly null',
  chip            STRING    COMMENT 'Chip id, the most specific product named. Null for "chips", "GPUs"',
  status          STRING    COMMENT 'actual, agreed, planned, considered, possible, prohibited, ended or denied. Never null',
  restricted_to   BOOLEAN   COMMENT 'True where the text says the buyer may get only this chip. Never null',
  rank            INT       COMMENT 'Place among the vendor''s buyers: 1 for the largest. Null where not said',
  region          STRING    COMMENT 'Country or larger region where the chips go, are used or barred, or the rank holds. Null where not said. Example: asia',
  quantity        BIGINT    COMMENT 'Units for this buyer, of a range ("tens of thousands") the lower end. Null where not said',
  quantity_max    BIGINT    COMMENT 'Upper end where the number is a range. Null otherwise',
  amount          DOUBLE    COMMENT 'Value of this purchase, in units of currency. Null where not said',
  amount_max      DOUBLE    COMMENT 'Upper end where the value is a range. Null otherwise',
  currency        STRING    COMMENT 'ISO 4217 code of amount. Null with amount. Example: USD',
  capacity_mw     DOUBLE    COMMENT 'Size of the deal in megawatts. Null where not said',
  event_start     DATE      COMMENT 'First day of the period when the purchase, delivery or use takes place, where the sentence says so. Null otherwise',
  event_end       DATE      COMMENT 'Day after the last of that period (half open). Null with event_start',
  event_precision STRING    COMMENT 'day, week, month, quarter, half or year; a stretch of several years has year. Null with event_start',
  source          STRING    COMMENT 'Who says so: a publication, a house of analysts or people as written, without the; a company of the lexicon, or who speaks for it, by its id. Null where nobody is told. Examples: Financial Times, people familiar with the matter, nvidia',
  hedged          BOOLEAN   COMMENT 'True where the sentence says it with a reserve: reportedly, is said to, may have. Never null',
  field           STRING    COMMENT 'title or text: where the sentence stands. Never null',
  start           INT       COMMENT 'Offset of the sentence''s first character, in code points from 0. Joins sentences on article_id, field, start',
  `end`           INT       COMMENT 'Offset after the sentence''s last character, in code points',
  spans           ARRAY<STRUCT<part: STRING, field: STRING, start: INT, `end`: INT>> COMMENT 'The characters behind each part: buyer, trigger, vendor, chip, rank, region, quantity … Offsets in code points of the field. Never null',
  rule            STRING    COMMENT 'Rule or model that read the claim. Never null',
  confidence      DOUBLE    COMMENT 'How sure we are to have read it right, 0 to 1. Never null',
  version         STRING    COMMENT 'Version of ChipLedger that read it. Never null'
)
USING iceberg
PARTITIONED BY (load_day)
COMMENT 'Who gets, uses or makes which chips, as sentences assert it'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
