-- One row per statement, what it claims, and month of publication: the mart of marts/claim_timeline.sql.
CREATE TABLE IF NOT EXISTS ${namespace}.claim_timeline (
  month           DATE      COMMENT 'First day of the month of publication, UTC. Null for articles without a date',
  day             DATE      COMMENT 'Where the row stands in time: event_start, else the day of first_seen. Null where neither is known',
  buyer           STRING    COMMENT 'Company id of who gets the chips. Never null. Example: bytedance',
  action          STRING    COMMENT 'buy, rent, use, make or foundry; see claims. Never null',
  vendor          STRING    COMMENT 'Company id of who makes the chip (foundry: manufactures it). Null where the text does not tell. Example: nvidia',
  seller          STRING    COMMENT 'Company id of the counterparty where it is not the vendor. Mostly null',
  chip            STRING    COMMENT 'Chip id. Null for "chips", "GPUs". Example: h20',
  status          STRING    COMMENT 'actual, agreed, planned, considered, possible, prohibited, ended or denied; see claims. Never null',
  region          STRING    COMMENT 'Country or larger region. Null where not said. Example: china',
  restricted_to   BOOLEAN   COMMENT 'True where the text says the buyer may get only this chip. Never null',
  rank            INT       COMMENT 'Place among the vendor''s buyers: 1 for the largest. Null where not said',
  event_start     DATE      COMMENT 'First day of the period when it takes place, where the sentence says so. Null otherwise',
  event_end       DATE      COMMENT 'Day after the last of that period. Null with event_start',
  event_precision STRING    COMMENT 'day, week, month, quarter, half or year; a stretch of several years has year. Null with event_start',
  quantity        BIGINT    COMMENT 'Units for this buyer, of a range ("tens of thousands") the lower end. Null where not said',
  quantity_max    BIGINT    COMMENT 'Upper end where the number is a range. Null otherwise',
  amount          DOUBLE    COMMENT 'Value of this purchase, in units of currency. Null where not said',
  amount_max      DOUBLE    COMMENT 'Upper end where the value is a range. Null otherwise',
  currency        STRING    COMMENT 'ISO 4217 code of amount. Null with amount. Example: USD',
  capacity_mw     DOUBLE    COMMENT 'Size of the deal in megawatts. Null where not said',
  statement_id    STRING    COMMENT 'The statement; one printed in two months has rows in both. Never null',
  first_seen      TIMESTAMP COMMENT 'Earliest publication of the statement in any month, UTC. Null where unknown',
  publishers      BIGINT    COMMENT 'Different owners of publishers that printed it in the month. Never null',
  sources         BIGINT    COMMENT 'Different owners that told it in the month. Never null',
  told_by         ARRAY<STRING> COMMENT 'Those owners, by name. Empty where none is known. Never null',
  source          STRING    COMMENT 'Who says so, as in claims. Null where nobody is told',
  hedged          BOOLEAN   COMMENT 'True where the sentence says it with a reserve. Never null',
  confidence      DOUBLE    COMMENT 'How sure we are to have read it right, 0 to 1. Never null',
  claim_id        STRING    COMMENT 'The claim that stands for the statement. Never null',
  article_id      STRING    COMMENT 'Its article. Never null',
  load_day        DATE      COMMENT 'Its batch. Never null',
  field           STRING    COMMENT 'title or text. Never null',
  start           INT       COMMENT 'Offset of its sentence, in code points from 0. Joins sentences on load_day, article_id, field, start'
)
USING iceberg
PARTITIONED BY (month)
COMMENT 'What was said of buyers and vendors, by the day it happens'
TBLPROPERTIES ('format-version' = '2', 'write.parquet.compression-codec' = 'zstd', 'write.wap.enabled' = 'true')
