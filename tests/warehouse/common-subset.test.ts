import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../cli/plumbline";

/**
 * What the views may say. Each stands in both grammars with one meaning: DuckDB's (https://duckdb.org/docs/sql/introduction) and
 * GoogleSQL's (https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax). `STRING` is DuckDB's own alias.
 */
const WORDS = new Set(
  "create or replace view as select distinct from inner left join on and where group by case when then else end is not null".split(
    " ",
  ),
);
const FUNCTIONS = new Set(["count", "sum", "min", "max", "coalesce", "substr", "cast"]);
const TYPES = new Set(["string"]);
/** GoogleSQL's reserved words, none of which may name a column: https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical */
const RESERVED = new Set(
  "all and any array as asc assert_rows_modified at between by case cast collate contains create cross cube current default define desc distinct else end enum escape except exclude exists extract false fetch following for from full group grouping groups hash having if ignore in inner intersect interval into is join lateral left like limit lookup merge natural new no not null nulls of on or order outer over partition preceding proto qualify range recursive respect right rollup rows select set some struct tablesample then to treat true unbounded union unnest using when where window with within".split(
    " ",
  ),
);

const sql = (file: string): string => readFileSync(join(root, "warehouse", file), "utf8").replace(/--.*$/gm, "");
const words = (text: string): string[] => text.toLowerCase().match(/[a-z_][a-z_0-9]*/g) ?? [];
const columnsOf = (file: string): Set<string> => {
  const tables = [...sql(file).matchAll(/CREATE[^;]*?TABLE[^(;]*\(([^;]*?)\n\)/g)].map(([, body = ""]) => body);
  return new Set(tables.flatMap((body) => [...body.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name as string)));
};

/** Words and signs that are not of the common subset. */
function strangeIn(statements: string): string[] {
  const bare = statements.replace(/'[^']*'/g, "''");
  const own = new Set([
    ...[...bare.matchAll(/\bAS (\w+)/gi)].map(([, name = ""]) => name.toLowerCase()),
    ...[...bare.matchAll(/\bplumbline\.(\w+)/g)].map(([, name = ""]) => name),
    ...columnsOf("duckdb.sql"),
    "plumbline",
  ]);
  const called = [...bare.matchAll(/\b(\w+)\s*\(/g)].map(([, name = ""]) => name.toLowerCase());
  return [
    ...words(bare).filter((word) => !WORDS.has(word) && !FUNCTIONS.has(word) && !TYPES.has(word) && !own.has(word)),
    ...called.filter((name) => !FUNCTIONS.has(name) && !WORDS.has(name)),
    ...(bare.match(/[^\w\s.,;()'=<>*]|==/g) ?? []),
  ];
}

test("the views say nothing that only one of the engines understands", () => {
  expect(strangeIn(sql("views.sql"))).toEqual([]);
});

test.each([
  "SELECT COUNT_IF(line > 1) FROM plumbline.evidence",
  "SELECT line FROM plumbline.evidence QUALIFY line = 1",
  "SELECT DATE_TRUNC('month', meeting_date) AS month FROM plumbline.evidence",
  "SELECT line::INT FROM plumbline.evidence",
  "SELECT `line` FROM plumbline.evidence",
  "SELECT line FROM plumbline.evidence WHERE line == 1",
  "SELECT indicator(line) AS indicator FROM plumbline.evidence",
])("%s would be noticed", (statement) => {
  expect(strangeIn(statement)).not.toEqual([]);
});

test("no column or name is one of GoogleSQL's reserved words", () => {
  const named = [...sql("views.sql").matchAll(/\bAS (\w+)/g)].map(([, name = ""]) => name.toLowerCase());
  const names = [...columnsOf("bigquery.sql"), ...named.filter((name) => !["select", "string"].includes(name))];
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => RESERVED.has(name))).toEqual([]);
});
