import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readCoverage } from "../../cli/commands/coverage";
import { adaptRubric, type Coverage, plcRubric } from "../../core/index";
import { listGold, notesOf } from "../../training/gold";
import { plumbline, root, samples } from "../cli/plumbline";
import { scratch } from "../cli/scratch";
import { type Database, databaseIn, type Row } from "./database";

const folder = scratch();
const TEAMS = 7;
const NORM = "We agreed to look at student work from every class together";

/** By team: what `plumbline coverage` counts over the team's files. */
const coverages = new Map<string, Coverage>();
let database: Database;

/** The labelled meetings as the notes of seven teams, a team whose sheets print a practice, and the samples. */
beforeAll(async () => {
  const meetings = listGold(join(root, "tests/corpus/test"));
  meetings.forEach((meeting, at) => {
    const { date } = meeting.facts;
    const lines = meeting.lines.map(({ kind, text }) => ({ kind, text }));
    const notes = { ...notesOf(meeting), lines, ...(date === undefined || at % 9 === 0 ? {} : { date }) };
    write(`team ${at % TEAMS}/${String(at).padStart(3, "0")}.json`, JSON.stringify(notes));
  });
  for (let week = 1; week <= 4; week++)
    write(
      `printed/2025-10-0${week}.md`,
      `# PLC\n\n- ${NORM}\n- 1${week} of 22 passed the exit slip\n- ${NORM.toLowerCase()} ${week}\n`,
    );
  write("quiet/2025-10-01.md", "# PLC\n\n- pizza on Friday\n");
  for (const team of ["printed", "quiet", ...Array.from({ length: TEAMS }, (_, at) => `team ${at}`)])
    coverages.set(team, (await readCoverage([join(folder, "notes", team)], adaptRubric(plcRubric))).coverage);
  const ours = await plumbline(["evidence", "notes", "--out", "evidence.parquet"], { cwd: folder });
  expect(ours.err).toContain("Wrote evidence.parquet");

  coverages.set("samples", (await readCoverage([samples], adaptRubric(plcRubric))).coverage);
  await plumbline(["evidence", samples, "--out", "samples.parquet"], { cwd: folder });

  database = await databaseIn(folder);
  await database.file("duckdb.sql");
  // The samples go beside the others; their rubric is there already.
  await database.connection.run(`
    INSERT INTO plumbline.evidence BY NAME SELECT * FROM 'samples.parquet';
    INSERT INTO plumbline.meetings BY NAME SELECT * FROM 'samples-meetings.parquet'`);
  await database.file("views.sql");
}, 120_000);

function write(name: string, content: string): void {
  mkdirSync(join(folder, "notes", name, ".."), { recursive: true });
  writeFileSync(join(folder, "notes", name), content);
}

/** The totals of a row in the form that the coverage gives them. */
const totalsIn = ({ evidenced, planned, contrary, suggested, meetings, first_seen, last_seen, state }: Row) => ({
  evidenced,
  planned,
  contrary,
  suggested,
  meetings,
  ...(first_seen === null ? {} : { firstSeen: first_seen }),
  ...(last_seen === null ? {} : { lastSeen: last_seen }),
  state,
});

const byTeam = async (sql: string, key: string): Promise<Record<string, Record<string, unknown>>> => {
  const teams: Record<string, Record<string, unknown>> = {};
  for (const row of await database.rows(sql)) {
    const team = teams[String(row.team)] ?? {};
    teams[String(row.team)] = { ...team, [String(row[key])]: totalsIn(row) };
  }
  return teams;
};

const expected = <T>(of: (coverage: Coverage) => T): Record<string, T> =>
  Object.fromEntries([...coverages].map(([team, coverage]) => [team, of(coverage)]));

describe("the views give, figure by figure, what the coverage gives", () => {
  test("of every indicator, those not yet seen too", async () => {
    const figures = await byTeam("SELECT * FROM plumbline.by_indicator", "indicator");
    expect(figures).toEqual(expected(({ totals }) => totals.indicators));
    const states = Object.values(figures).flatMap((team) => Object.values(team).map((totals) => (totals as Row).state));
    expect(new Set(states)).toEqual(new Set(["seen", "planned", "not yet seen"]));
  });

  test("of every dimension", async () => {
    const figures = await byTeam("SELECT * FROM plumbline.by_dimension", "dimension");
    expect(figures).toEqual(expected(({ totals }) => totals.dimensions));
  });

  test("of every meeting, those in which nothing shows too", async () => {
    const rows = await database.rows("SELECT * FROM plumbline.by_meeting");
    const shape = (values: readonly unknown[]) => JSON.stringify(values);
    const figures = rows.map((row) =>
      shape([
        row.team,
        row.meeting_date,
        row.meeting_title,
        row.meeting_type,
        row.lines,
        row.evidenced,
        row.planned,
        row.contrary,
        row.suggested,
      ]),
    );
    const counted = [...coverages].flatMap(([team, { meetings }]) =>
      meetings.map(({ date = null, title, type, lines, tags }) => {
        const found = (stance: string) => tags.filter((tag) => tag.tier === "found" && tag.stance === stance).length;
        const suggested = tags.filter(({ tier }) => tier === "suggested").length;
        return shape([
          team,
          date,
          title,
          type,
          lines,
          found("evidenced"),
          found("planned"),
          found("contrary"),
          suggested,
        ]);
      }),
    );
    expect(figures.sort()).toEqual(counted.sort());
    expect(rows.some(({ indicators }) => indicators === 0)).toBe(true);
  });

  test("of every month and every stance", async () => {
    const counts = (rows: readonly (readonly [key: string, count: number])[]) => {
      const sums = new Map<string, number>();
      for (const [key, count] of rows) if (count) sums.set(key, (sums.get(key) ?? 0) + count);
      return Object.fromEntries([...sums].sort());
    };
    const tags = [...coverages].flatMap(([team, { meetings }]) =>
      meetings.flatMap(({ date, tags }) =>
        tags.map((tag) => ({ ...tag, team, month: date?.slice(0, 7) ?? "no date" })),
      ),
    );
    const months = await database.rows("SELECT * FROM plumbline.by_month");
    expect(
      counts(
        months.flatMap((row) =>
          ["evidenced", "planned", "contrary", "suggested"].map(
            (kind) => [`${row.team} ${row.month} ${row.indicator} ${kind}`, Number(row[kind])] as const,
          ),
        ),
      ),
    ).toEqual(
      counts(
        tags.map(({ team, month, indicator, tier, stance }) => [
          `${team} ${month} ${indicator} ${tier === "found" ? stance : "suggested"}`,
          1,
        ]),
      ),
    );
    expect(months.some(({ month }) => month === "no date")).toBe(true);
    const stances = await database.rows("SELECT * FROM plumbline.by_stance");
    expect(counts(stances.map((row) => [`${row.team} ${row.indicator} ${row.stance}`, Number(row.tags)]))).toEqual(
      counts(
        tags
          .filter(({ tier }) => tier === "found")
          .map(({ team, indicator, stance }) => [`${team} ${indicator} ${stance}`, 1]),
      ),
    );
  });

  test("of the district: its teams' figures, added up", async () => {
    const rows = await database.rows("SELECT * FROM plumbline.district ORDER BY place");
    const all = [...coverages.values()].map(({ totals }) => totals.indicators);
    expect(
      rows.map(({ indicator, teams, teams_seen, teams_planned, teams_not_yet_seen, evidenced, meetings }) => ({
        indicator,
        teams,
        teams_seen,
        teams_planned,
        teams_not_yet_seen,
        evidenced,
        meetings,
      })),
    ).toEqual(
      plcRubric.indicators.map(({ code }) => {
        const of = all.map((totals) => totals[code]);
        const inState = (state: string) => of.filter((totals) => totals?.state === state).length;
        return {
          indicator: code,
          teams: coverages.size,
          teams_seen: inState("seen"),
          teams_planned: inState("planned"),
          teams_not_yet_seen: inState("not yet seen"),
          evidenced: of.reduce((sum, totals) => sum + (totals?.evidenced ?? 0), 0),
          meetings: of.reduce((sum, totals) => sum + (totals?.meetings ?? 0), 0),
        };
      }),
    );
  });
});

test("a norm printed on a team's sheets is left out by both, and counted by neither", async () => {
  const lines = coverages.get("printed")?.meetings.map((meeting) => meeting.lines);
  expect(lines).toEqual([2, 2, 2, 2]);
  const [row] = await database.rows(`SELECT COUNT(*) AS tags FROM plumbline.evidence WHERE quote = '${NORM}'`);
  expect(row).toEqual({ tags: 0 });
});

test("NDJSON loads into the same tables as Parquet", async () => {
  await plumbline(["evidence", "notes", "--out", "evidence.ndjson"], { cwd: folder });
  const other = await databaseIn(folder);
  const sql = readFileSync(join(root, "warehouse/duckdb.sql"), "utf8").replaceAll(".parquet'", ".ndjson'");
  await other.connection.run(sql);
  const mine = await databaseIn(folder);
  await mine.file("duckdb.sql");
  for (const table of ["evidence", "meetings", "indicators"]) {
    const query = `SELECT * FROM plumbline.${table} ORDER BY ALL`;
    expect(await other.rows(query)).toEqual(await mine.rows(query));
  }
}, 60_000);
