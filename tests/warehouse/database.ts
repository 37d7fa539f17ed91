import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { root } from "../cli/plumbline";

export type Row = Readonly<Record<string, unknown>>;

/** A database in memory, with a few words for what tests ask of it. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Runs a file of the warehouse. */
  file(name: string): Promise<void>;
  /** All rows, numbers as numbers and days as text. */
  rows(sql: string): Promise<Row[]>;
}

/** Opens a database whose file names start in `folder`. */
export async function databaseIn(folder: string): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
  return {
    connection,
    file: async (name) => {
      await connection.run(readFileSync(join(root, "warehouse", name), "utf8"));
    },
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const types = reader.columnTypes().map(String);
      const names = reader.columnNames();
      return reader
        .getRowsJson()
        .map((row) =>
          Object.fromEntries(
            row.map((value, at) => [
              names[at] as string,
              value !== null && /INT|DECIMAL|DOUBLE/.test(types[at] ?? "") ? Number(value) : value,
            ]),
          ),
        );
    },
  };
}
