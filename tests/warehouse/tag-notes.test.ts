import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBScalarFunction, VARCHAR } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { listGold } from "../../training/gold";
import { plumbline, root } from "../cli/plumbline";
import { scratch } from "../cli/scratch";
import { bareEngine } from "./bare-engine";
import { databaseIn } from "./database";

const NORM = "We agreed to look at student work from every class together";

/** What BigQuery's functions return, in DuckDB's words. */
const SHAPES = {
  tag: [
    {
      number: "BIGINT",
      meeting_date: "VARCHAR",
      meeting_title: "VARCHAR",
      meeting_type: "VARCHAR",
      lines: "BIGINT",
      repeatable: [{ text: "VARCHAR", lines: "BIGINT" }],
      tags: [
        {
          line: "BIGINT",
          headings: "VARCHAR",
          quote: "VARCHAR",
          indicator: "VARCHAR",
          dimension: "VARCHAR",
          stance: "VARCHAR",
          confidence: "DOUBLE",
          tier: "VARCHAR",
          reader: "VARCHAR",
        },
      ],
    },
  ],
  rubric: [
    {
      rubric_id: "VARCHAR",
      rubric_version: "VARCHAR",
      place: "BIGINT",
      indicator: "VARCHAR",
      title: "VARCHAR",
      dimension: "VARCHAR",
      dimension_title: "VARCHAR",
    },
  ],
};

/** The statements of the procedure `tag_notes`, with BigQuery's way to unfold a list put in DuckDB's. */
function statements(): string {
  const sql = readFileSync(join(root, "warehouse/bigquery.sql"), "utf8");
  const body = /PROCEDURE plumbline\.tag_notes\(\)\nBEGIN\n(.*?)\nEND;/s.exec(sql)?.[1];
  if (!body) throw new Error("bigquery.sql makes no procedure tag_notes.");
  return body
    .replace(/CROSS JOIN UNNEST\((.+)\) AS (\w+)/g, "CROSS JOIN LATERAL (SELECT UNNEST($1, max_depth := 2)) AS $2")
    .replace(/FROM UNNEST\((.+)\) AS (\w+)/g, "FROM (SELECT UNNEST($1, max_depth := 2)) AS $2");
}

test("the tables that BigQuery's procedure fills from notes are those that the command writes", async () => {
  const folder = scratch();
  const meetings = listGold(join(root, "tests/corpus/test")).slice(0, 40);
  const documents = meetings.map(({ facts, lines }, at) => ({
    team: `team ${at % 3}`,
    name: `${100 + at}.json`,
    notes: {
      // One without a title, and a norm on the sheets of two teams.
      ...(at === 5 ? {} : { title: facts.title ?? "" }),
      ...(facts.date === undefined || at % 7 === 0 ? {} : { date: facts.date }),
      lines: [...(at % 3 ? [{ kind: "para", text: NORM }] : []), ...lines.map(({ kind, text }) => ({ kind, text }))],
    },
  }));
  for (const { team, name, notes } of documents) {
    mkdirSync(join(folder, "notes", team), { recursive: true });
    writeFileSync(join(folder, "notes", team, name), JSON.stringify(notes));
  }
  await plumbline(["evidence", "notes", "--out", "evidence.parquet"], { cwd: folder });
  const written = await databaseIn(folder);
  await written.file("duckdb.sql");

  const filled = await databaseIn(folder);
  await filled.file("duckdb.sql");
  const call = await bareEngine();
  for (const name of ["tag", "rubric"] as const) {
    filled.connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name: `${name}_json`,
        parameterTypes: [VARCHAR],
        returnType: VARCHAR,
        mainFunction: (_info, input, output) => {
          const notes = input.getColumnVector(0);
          for (let row = 0; row < input.rowCount; row++)
            output.setItem(row, JSON.stringify(call(name, ...(name === "tag" ? [notes.getItem(row) as string] : []))));
          output.flush();
        },
      }),
    );
  }
  await filled.connection.run(`
    CREATE MACRO plumbline.tag(x) AS from_json(tag_json(x), '${JSON.stringify(SHAPES.tag)}');
    CREATE MACRO plumbline.rubric() AS from_json(rubric_json(''), '${JSON.stringify(SHAPES.rubric)}');
    CREATE TABLE plumbline.notes (team VARCHAR, document VARCHAR, notes_json VARCHAR)`);
  const insert = await filled.connection.prepare("INSERT INTO plumbline.notes VALUES ($1, $2, $3)");
  for (const { team, name, notes } of [...documents, { team: "team 0", name: "none.json", notes: "no notes" }]) {
    insert.bind([team, join("notes", team, name), JSON.stringify(notes)]);
    await insert.run();
  }
  await filled.connection.run(statements());

  for (const table of ["indicators", "meetings", "evidence"]) {
    const query = `SELECT * FROM plumbline.${table} ORDER BY ALL`;
    const rows = await filled.rows(query);
    expect(rows, table).toEqual(await written.rows(query));
    expect(rows.length).toBeGreaterThan(20);
  }
  expect(await filled.rows(`SELECT COUNT(*) AS tags FROM plumbline.evidence WHERE quote = '${NORM}'`)).toEqual([
    { tags: 0 },
  ]);
}, 60_000);
