-- The figures of the coverage, over any number of teams. This file runs unchanged on DuckDB and on BigQuery: it keeps to what
-- both understand, and a test holds it to that. The tables are made by duckdb.sql or bigquery.sql.
--
-- Only tags that were found count; those worth a look (tier 'suggested') stand beside them. What a rubric asks for and
-- nobody has written down is "not yet seen". No level is computed: people set levels.

-- What each tag counts as: a column is filled where the tag counts in it. Every figure below is a count of these.
CREATE OR REPLACE VIEW plumbline.marked AS
SELECT
  team, rubric_id, rubric_version, dimension, indicator, meeting_id, meeting_date,
  CASE WHEN tier = 'found' AND stance = 'evidenced' THEN 1 END AS is_evidenced,
  CASE WHEN tier = 'found' AND stance = 'planned' THEN 1 END AS is_planned,
  CASE WHEN tier = 'found' AND stance = 'contrary' THEN 1 END AS is_contrary,
  CASE WHEN tier = 'suggested' THEN 1 END AS is_suggested,
  CASE WHEN tier = 'found' AND stance <> 'contrary' THEN indicator END AS shown,
  CASE WHEN tier = 'found' AND stance <> 'contrary' THEN meeting_id END AS shown_in,
  CASE WHEN tier = 'found' AND stance = 'evidenced' THEN meeting_date END AS seen_on
FROM plumbline.evidence;

-- What every team could show: its rubric, practice by practice.
CREATE OR REPLACE VIEW plumbline.expected AS
SELECT t.team, i.rubric_id, i.rubric_version, i.place, i.indicator, i.title, i.dimension, i.dimension_title
FROM (SELECT DISTINCT team, rubric_id, rubric_version FROM plumbline.meetings) AS t
INNER JOIN plumbline.indicators AS i ON i.rubric_id = t.rubric_id AND i.rubric_version = t.rubric_version;

-- One row a team and practice, those not yet seen too.
CREATE OR REPLACE VIEW plumbline.by_indicator AS
SELECT
  x.team, x.rubric_id, x.rubric_version, x.place, x.indicator, x.title, x.dimension, x.dimension_title,
  COUNT(e.is_evidenced) AS evidenced,
  COUNT(e.is_planned) AS planned,
  COUNT(e.is_contrary) AS contrary,
  COUNT(e.is_suggested) AS suggested,
  COUNT(DISTINCT e.shown_in) AS meetings,
  MIN(e.seen_on) AS first_seen,
  MAX(e.seen_on) AS last_seen,
  CASE
    WHEN COUNT(e.is_evidenced) > 0 THEN 'seen'
    WHEN COUNT(e.is_planned) > 0 THEN 'planned'
    ELSE 'not yet seen'
  END AS state
FROM plumbline.expected AS x
LEFT JOIN plumbline.marked AS e
  ON e.team = x.team AND e.indicator = x.indicator AND e.rubric_id = x.rubric_id AND e.rubric_version = x.rubric_version
GROUP BY x.team, x.rubric_id, x.rubric_version, x.place, x.indicator, x.title, x.dimension, x.dimension_title;

-- One row a team and dimension. Meetings and days are not sums of the practices': one meeting may show several.
CREATE OR REPLACE VIEW plumbline.by_dimension AS
SELECT
  x.team, x.rubric_id, x.rubric_version, x.place, x.dimension, x.dimension_title,
  COUNT(e.is_evidenced) AS evidenced,
  COUNT(e.is_planned) AS planned,
  COUNT(e.is_contrary) AS contrary,
  COUNT(e.is_suggested) AS suggested,
  COUNT(DISTINCT e.shown_in) AS meetings,
  MIN(e.seen_on) AS first_seen,
  MAX(e.seen_on) AS last_seen,
  CASE
    WHEN COUNT(e.is_evidenced) > 0 THEN 'seen'
    WHEN COUNT(e.is_planned) > 0 THEN 'planned'
    ELSE 'not yet seen'
  END AS state
FROM (
  SELECT team, rubric_id, rubric_version, MIN(place) AS place, dimension, dimension_title
  FROM plumbline.expected
  GROUP BY team, rubric_id, rubric_version, dimension, dimension_title
) AS x
LEFT JOIN plumbline.marked AS e
  ON e.team = x.team AND e.dimension = x.dimension AND e.rubric_id = x.rubric_id AND e.rubric_version = x.rubric_version
GROUP BY x.team, x.rubric_id, x.rubric_version, x.place, x.dimension, x.dimension_title;

-- One row a team, practice and stance that shows.
CREATE OR REPLACE VIEW plumbline.by_stance AS
SELECT
  team, rubric_id, rubric_version, dimension, indicator, stance,
  COUNT(*) AS tags,
  COUNT(DISTINCT meeting_id) AS meetings,
  MIN(meeting_date) AS first_seen,
  MAX(meeting_date) AS last_seen
FROM plumbline.evidence
WHERE tier = 'found'
GROUP BY team, rubric_id, rubric_version, dimension, indicator, stance;

-- One row a meeting, those in which nothing shows too.
CREATE OR REPLACE VIEW plumbline.by_meeting AS
SELECT
  m.team, m.rubric_id, m.rubric_version, m.document, m.meeting_id, m.meeting_date, m.meeting_title, m.meeting_type, m.lines,
  COUNT(e.is_evidenced) AS evidenced,
  COUNT(e.is_planned) AS planned,
  COUNT(e.is_contrary) AS contrary,
  COUNT(e.is_suggested) AS suggested,
  COUNT(DISTINCT e.shown) AS indicators
FROM plumbline.meetings AS m
LEFT JOIN plumbline.marked AS e
  ON e.team = m.team AND e.meeting_id = m.meeting_id AND e.rubric_id = m.rubric_id AND e.rubric_version = m.rubric_version
GROUP BY m.team, m.rubric_id, m.rubric_version, m.document, m.meeting_id, m.meeting_date, m.meeting_title, m.meeting_type, m.lines;

-- One row a team, month and practice that shows in it. Meetings without a day stand in the month 'no date'.
CREATE OR REPLACE VIEW plumbline.by_month AS
SELECT
  team, rubric_id, rubric_version,
  COALESCE(SUBSTR(CAST(meeting_date AS STRING), 1, 7), 'no date') AS month,
  dimension, indicator,
  COUNT(is_evidenced) AS evidenced,
  COUNT(is_planned) AS planned,
  COUNT(is_contrary) AS contrary,
  COUNT(is_suggested) AS suggested,
  COUNT(DISTINCT shown_in) AS meetings
FROM plumbline.marked
GROUP BY team, rubric_id, rubric_version, month, dimension, indicator;

-- One row a practice over all teams: in how many it shows. Says nothing of any one team.
CREATE OR REPLACE VIEW plumbline.district AS
SELECT
  rubric_id, rubric_version, place, indicator, title, dimension, dimension_title,
  COUNT(*) AS teams,
  COUNT(CASE WHEN state = 'seen' THEN 1 END) AS teams_seen,
  COUNT(CASE WHEN state = 'planned' THEN 1 END) AS teams_planned,
  COUNT(CASE WHEN state = 'not yet seen' THEN 1 END) AS teams_not_yet_seen,
  SUM(evidenced) AS evidenced,
  SUM(planned) AS planned,
  SUM(contrary) AS contrary,
  SUM(suggested) AS suggested,
  SUM(meetings) AS meetings,
  MIN(first_seen) AS first_seen,
  MAX(last_seen) AS last_seen
FROM plumbline.by_indicator
GROUP BY rubric_id, rubric_version, place, indicator, title, dimension, dimension_title;
