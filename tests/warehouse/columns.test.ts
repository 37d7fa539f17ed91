import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TABLES } from "../../cli/evidence/assemble";
import { evidenceRow, meetingRow } from "../../cli/evidence/rows";
import { COLUMNS } from "../../cli/outputs/parquet";
import { adaptRubric, indicatorRows, plcRubric } from "../../core/index";
import { root } from "../cli/plumbline";

/** Columns and types of a table as a file of SQL makes it; types in DuckDB's words. */
function columnsIn(file: string, table: string): Record<string, string> {
  const sql = readFileSync(join(root, "warehouse", file), "utf8");
  const body = new RegExp(`CREATE [^;(]*TABLE [^;(]*plumbline\\.${table} \\(([^;]*?)\\n\\)`).exec(sql)?.[1] ?? "";
  const types: Readonly<Record<string, string>> = { STRING: "VARCHAR", INT64: "BIGINT", FLOAT64: "DOUBLE" };
  return Object.fromEntries(
    [...body.matchAll(/^ {2}(\w+) (\w+)/gm)].map(([, name = "", type = ""]) => [name, types[type] ?? type]),
  );
}

test.each(TABLES)("%s has the same columns in Parquet and in both engines", (table) => {
  const entries = (columns: Readonly<Record<string, string>>) => Object.entries(columns);
  expect(entries(columnsIn("duckdb.sql", table))).toEqual(entries(COLUMNS[table]));
  expect(entries(columnsIn("bigquery.sql", table))).toEqual(entries(COLUMNS[table]));
});

test("the rows that are written have these columns, in this order", () => {
  const rubric = adaptRubric(plcRubric);
  const tag = {
    indicator: "SL3",
    stance: "evidenced",
    confidence: 0.9,
    tier: "found",
    evidence: [],
    why: "",
    reader: "compact",
    line: 0,
    text: "exit slips",
    headings: [],
  } as const;
  const meeting = { title: "PLC", source: "a.md", type: "minutes", lines: 1, tags: [tag], commitments: [] } as const;
  const row = meetingRow("team", meeting, 1, rubric);
  expect(Object.keys(row)).toEqual(Object.keys(COLUMNS.meetings));
  expect(Object.keys(evidenceRow(row, tag, "SL", true))).toEqual(Object.keys(COLUMNS.evidence));
  expect(Object.keys(indicatorRows(rubric)[0] ?? {})).toEqual(Object.keys(COLUMNS.indicators));
});
