import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Teams that are summed up in one go, so that memory hangs on these and not on the size of the district. */
const TEAMS = 200;
const TABLES = { evidence: "evidence", meetings: "evidence-meetings", indicators: "evidence-indicators" };

/** Goes through the figures of all teams, straight from the Parquet files of a folder, and keeps them in a database beside these. */
export async function sumUp(warehouse: string, folder: string): Promise<void> {
  process.chdir(folder);
  const instance = await DuckDBInstance.create("figures.duckdb", { threads: "2", memory_limit: "180MB" });
  const connection = await instance.connect();
  await connection.run("CREATE SCHEMA plumbline");
  for (const [table, file] of Object.entries(TABLES))
    await connection.run(`CREATE VIEW plumbline.${table} AS SELECT * FROM '${file}.parquet'`);
  await connection.run(readFileSync(join(warehouse, "views.sql"), "utf8"));
  const all = await connection.runAndReadAll("SELECT DISTINCT team FROM plumbline.meetings ORDER BY team");
  const teams = all.getColumns()[0] as string[];
  const perTeam = ["by_indicator", "by_dimension", "by_meeting", "by_month"];
  for (const view of perTeam) await connection.run(`CREATE TABLE figures_${view} AS FROM plumbline.${view} LIMIT 0`);
  for (let at = 0; at < teams.length; at += TEAMS) {
    const [first, last] = [teams[at] as string, teams[Math.min(at + TEAMS, teams.length) - 1] as string];
    for (const [table, file] of Object.entries(TABLES).filter(([table]) => table !== "indicators"))
      await connection.run(
        `CREATE OR REPLACE VIEW plumbline.${table} AS SELECT * FROM '${file}.parquet' WHERE team BETWEEN ${quoted(first)} AND ${quoted(last)}`,
      );
    for (const view of perTeam) await connection.run(`INSERT INTO figures_${view} FROM plumbline.${view}`);
  }
  // The district's own figures are sums over the teams', which are known by now.
  await connection.run("CREATE OR REPLACE VIEW plumbline.by_indicator AS FROM figures_by_indicator");
  await connection.run("CREATE TABLE figures_district AS FROM plumbline.district");
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
