-- DuckDB: the tables, filled from what `plumbline evidence … --out evidence.parquet` wrote. In the folder of those files:
--   duckdb district.duckdb -c ".read duckdb.sql" -c ".read views.sql"
-- For NDJSON, write 'evidence.ndjson' and so on; the names below read either.

CREATE SCHEMA IF NOT EXISTS plumbline;

CREATE OR REPLACE TABLE plumbline.evidence (
  team VARCHAR NOT NULL,
  document VARCHAR NOT NULL,
  meeting_id VARCHAR NOT NULL,
  meeting_date DATE,
  meeting_title VARCHAR NOT NULL,
  meeting_type VARCHAR NOT NULL,
  line BIGINT NOT NULL,
  headings VARCHAR,
  quote VARCHAR,
  indicator VARCHAR NOT NULL,
  dimension VARCHAR NOT NULL,
  stance VARCHAR NOT NULL,
  confidence DOUBLE NOT NULL,
  tier VARCHAR NOT NULL,
  reader VARCHAR NOT NULL,
  rubric_id VARCHAR NOT NULL,
  rubric_version VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE plumbline.meetings (
  team VARCHAR NOT NULL,
  document VARCHAR NOT NULL,
  meeting_id VARCHAR NOT NULL,
  meeting_date DATE,
  meeting_title VARCHAR NOT NULL,
  meeting_type VARCHAR NOT NULL,
  lines BIGINT NOT NULL,
  rubric_id VARCHAR NOT NULL,
  rubric_version VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE plumbline.indicators (
  rubric_id VARCHAR NOT NULL,
  rubric_version VARCHAR NOT NULL,
  place BIGINT NOT NULL,
  indicator VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  dimension VARCHAR NOT NULL,
  dimension_title VARCHAR NOT NULL
);

INSERT INTO plumbline.evidence BY NAME SELECT * FROM 'evidence.parquet';
INSERT INTO plumbline.meetings BY NAME SELECT * FROM 'evidence-meetings.parquet';
INSERT INTO plumbline.indicators BY NAME SELECT * FROM 'evidence-indicators.parquet';
