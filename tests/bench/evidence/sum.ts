import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Loads the tables of a folder into a database beside them and goes through the figures of all teams. */
export async function sumUp(warehouse: string, folder: string): Promise<void> {
  process.chdir(folder);
  const instance = await DuckDBInstance.create("district.duckdb", { threads: "2", memory_limit: "250MB" });
  const connection = await instance.connect();
  for (const file of ["duckdb.sql", "views.sql"]) await connection.run(readFileSync(join(warehouse, file), "utf8"));
  for (const view of ["by_indicator", "by_dimension", "by_meeting", "by_month", "district"])
    await connection.run(`CREATE OR REPLACE TABLE summed_${view} AS SELECT * FROM plumbline.${view}`);
}
