-- BigQuery: the tables, how they are filled, and the tagger as a function. `npm run build:warehouse -- --bucket gs://…` writes
-- a copy with your bucket in it to dist/warehouse. Run the copy once, then views.sql, then one of the two CALLs:
--   CALL plumbline.load_evidence('gs://YOUR-BUCKET/evidence');   loads what `plumbline evidence … --out evidence.parquet` wrote
--   CALL plumbline.tag_notes();                                   tags the table plumbline.notes here

CREATE SCHEMA IF NOT EXISTS plumbline;

CREATE TABLE IF NOT EXISTS plumbline.evidence (
  team STRING,
  document STRING,
  meeting_id STRING,
  meeting_date DATE,
  meeting_title STRING,
  meeting_type STRING,
  line INT64,
  headings STRING,
  quote STRING,
  indicator STRING,
  dimension STRING,
  stance STRING,
  confidence FLOAT64,
  tier STRING,
  reader STRING,
  rubric_id STRING,
  rubric_version STRING
)
CLUSTER BY team, indicator;

CREATE TABLE IF NOT EXISTS plumbline.meetings (
  team STRING,
  document STRING,
  meeting_id STRING,
  meeting_date DATE,
  meeting_title STRING,
  meeting_type STRING,
  lines INT64,
  rubric_id STRING,
  rubric_version STRING
)
CLUSTER BY team;

CREATE TABLE IF NOT EXISTS plumbline.indicators (
  rubric_id STRING,
  rubric_version STRING,
  place INT64,
  indicator STRING,
  title STRING,
  dimension STRING,
  dimension_title STRING
);

-- Notes to be tagged here: one row a document, as Notes JSON.
CREATE TABLE IF NOT EXISTS plumbline.notes (
  team STRING,
  document STRING,
  notes_json STRING
);

-- Replaces what the tables hold by three Parquet files: PATH.parquet, PATH-meetings.parquet, PATH-indicators.parquet.
CREATE OR REPLACE PROCEDURE plumbline.load_evidence(path STRING)
BEGIN
  EXECUTE IMMEDIATE FORMAT("LOAD DATA OVERWRITE plumbline.evidence CLUSTER BY team, indicator FROM FILES (format = 'PARQUET', uris = ['%s.parquet'])", path);
  EXECUTE IMMEDIATE FORMAT("LOAD DATA OVERWRITE plumbline.meetings CLUSTER BY team FROM FILES (format = 'PARQUET', uris = ['%s-meetings.parquet'])", path);
  EXECUTE IMMEDIATE FORMAT("LOAD DATA OVERWRITE plumbline.indicators FROM FILES (format = 'PARQUET', uris = ['%s-indicators.parquet'])", path);
END;

-- The meetings of one document with their tags, or NULL where it cannot be read (plumbline.problem says why).
CREATE OR REPLACE FUNCTION plumbline.tag(notes_json STRING)
RETURNS ARRAY<STRUCT<
  number INT64,
  meeting_date STRING,
  meeting_title STRING,
  meeting_type STRING,
  lines INT64,
  repeatable ARRAY<STRUCT<text STRING, lines INT64>>,
  tags ARRAY<STRUCT<
    line INT64,
    headings STRING,
    quote STRING,
    indicator STRING,
    dimension STRING,
    stance STRING,
    confidence FLOAT64,
    tier STRING,
    reader STRING
  >>
>>
LANGUAGE js
OPTIONS (library = ['gs://YOUR-BUCKET/plumbline-core.js'])
AS r"""
  return Plumbline.tag(notes_json);
""";

CREATE OR REPLACE FUNCTION plumbline.problem(notes_json STRING)
RETURNS STRING
LANGUAGE js
OPTIONS (library = ['gs://YOUR-BUCKET/plumbline-core.js'])
AS r"""
  return Plumbline.problem(notes_json);
""";

CREATE OR REPLACE FUNCTION plumbline.rubric()
RETURNS ARRAY<STRUCT<
  rubric_id STRING,
  rubric_version STRING,
  place INT64,
  indicator STRING,
  title STRING,
  dimension STRING,
  dimension_title STRING
>>
LANGUAGE js
OPTIONS (library = ['gs://YOUR-BUCKET/plumbline-core.js'])
AS r"""
  return Plumbline.indicators();
""";

-- Replaces what the tables hold by the tags of plumbline.notes. Text that stands in three or more meetings of one team is
-- print, and left out, as in the coverage.
CREATE OR REPLACE PROCEDURE plumbline.tag_notes()
BEGIN
  CREATE OR REPLACE TEMP TABLE tagged AS
  SELECT n.team, n.document, m.*, CONCAT(n.document, '#', CAST(m.number AS STRING)) AS meeting_id
  FROM plumbline.notes AS n
  CROSS JOIN UNNEST(plumbline.tag(n.notes_json)) AS m;

  CREATE OR REPLACE TEMP TABLE printed AS
  SELECT t.team, r.text
  FROM tagged AS t
  CROSS JOIN UNNEST(t.repeatable) AS r
  GROUP BY t.team, r.text
  HAVING COUNT(*) >= 3;

  -- All three tables change at once, or none.
  BEGIN TRANSACTION;
  TRUNCATE TABLE plumbline.indicators;
  INSERT INTO plumbline.indicators (rubric_id, rubric_version, place, indicator, title, dimension, dimension_title)
  SELECT i.rubric_id, i.rubric_version, i.place, i.indicator, i.title, i.dimension, i.dimension_title
  FROM UNNEST(plumbline.rubric()) AS i;

  TRUNCATE TABLE plumbline.meetings;
  INSERT INTO plumbline.meetings (team, document, meeting_id, meeting_date, meeting_title, meeting_type, lines, rubric_id, rubric_version)
  SELECT
    t.team, t.document, t.meeting_id, CAST(t.meeting_date AS DATE),
    COALESCE(NULLIF(t.meeting_title, ''), t.document), t.meeting_type, t.lines - COALESCE(p.lines, 0),
    v.rubric_id, v.rubric_version
  FROM tagged AS t
  CROSS JOIN (SELECT DISTINCT rubric_id, rubric_version FROM plumbline.indicators) AS v
  LEFT JOIN (
    SELECT t.meeting_id, SUM(r.lines) AS lines
    FROM tagged AS t
    CROSS JOIN UNNEST(t.repeatable) AS r
    INNER JOIN printed AS p ON p.team = t.team AND p.text = r.text
    GROUP BY t.meeting_id
  ) AS p ON p.meeting_id = t.meeting_id;

  TRUNCATE TABLE plumbline.evidence;
  INSERT INTO plumbline.evidence (
    team, document, meeting_id, meeting_date, meeting_title, meeting_type, line, headings, quote,
    indicator, dimension, stance, confidence, tier, reader, rubric_id, rubric_version
  )
  SELECT
    t.team, t.document, t.meeting_id, CAST(t.meeting_date AS DATE),
    COALESCE(NULLIF(t.meeting_title, ''), t.document), t.meeting_type, g.line, g.headings, g.quote,
    g.indicator, g.dimension, g.stance, g.confidence, g.tier, g.reader, v.rubric_id, v.rubric_version
  FROM tagged AS t
  CROSS JOIN UNNEST(t.tags) AS g
  CROSS JOIN (SELECT DISTINCT rubric_id, rubric_version FROM plumbline.indicators) AS v
  LEFT JOIN printed AS p ON p.team = t.team AND p.text = g.quote
  WHERE p.text IS NULL;
  COMMIT TRANSACTION;
END;
