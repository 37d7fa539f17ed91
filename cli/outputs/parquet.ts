import type { Table } from "../evidence/assemble";
import { Problem } from "../problem";

type DuckDb = typeof import("@duckdb/node-api");

/** The columns of each table, and their types as DuckDB and Parquet have them. */
export const COLUMNS: Readonly<Record<Table, Readonly<Record<string, string>>>> = {
  evidence: {
    team: "VARCHAR",
    document: "VARCHAR",
    meeting_id: "VARCHAR",
    meeting_date: "DATE",
    meeting_title: "VARCHAR",
    meeting_type: "VARCHAR",
    line: "BIGINT",
    headings: "VARCHAR",
    quote: "VARCHAR",
    indicator: "VARCHAR",
    dimension: "VARCHAR",
    stance: "VARCHAR",
    confidence: "DOUBLE",
    tier: "VARCHAR",
    reader: "VARCHAR",
    rubric_id: "VARCHAR",
    rubric_version: "VARCHAR",
  },
  meetings: {
    team: "VARCHAR",
    document: "VARCHAR",
    meeting_id: "VARCHAR",
    meeting_date: "DATE",
    meeting_title: "VARCHAR",
    meeting_type: "VARCHAR",
    lines: "BIGINT",
    rubric_id: "VARCHAR",
    rubric_version: "VARCHAR",
  },
  indicators: {
    rubric_id: "VARCHAR",
    rubric_version: "VARCHAR",
    place: "BIGINT",
    indicator: "VARCHAR",
    title: "VARCHAR",
    dimension: "VARCHAR",
    dimension_title: "VARCHAR",
  },
};

/** Longest line of NDJSON in bytes; texts are cut long before. The engine sets aside twice as much. */
const LONGEST = 4 * 1024 * 1024;

/** Writes one table from its NDJSON as Parquet; the same rows always give the same bytes. */
export type ParquetWriter = (table: Table, ndjson: string, parquet: string) => Promise<void>;

/** The writer, which brings a database engine along; throws `Problem` where that is not installed. */
export async function loadParquetWriter(): Promise<ParquetWriter> {
  const { DuckDBInstance } = await loadDuckDb();
  return async (table, ndjson, parquet) => {
    const instance = await DuckDBInstance.create(":memory:", {
      // One thread, so that the order of rows never hangs on chance. Nothing is fetched from the network.
      threads: "1",
      memory_limit: "160MB",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connection = await instance.connect();
    try {
      const columns = Object.entries(COLUMNS[table]).map(([name, type]) => `${name}: '${type}'`);
      await connection.run(
        `COPY (SELECT * FROM read_json(${quoted(globbed(ndjson))}, format = 'newline_delimited', ` +
          `maximum_object_size = ${LONGEST}, columns = {${columns.join(", ")}})) ` +
          `TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)`,
      );
    } catch (error) {
      throw new Problem(
        `The table ${table} could not be written as Parquet: ${(error as Error).message.split("\n")[0]}.`,
        "Make room on the disk, or write NDJSON instead (--out evidence.ndjson), which holds the same rows.",
      );
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

async function loadDuckDb(): Promise<DuckDb> {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    throw new Problem(
      `Parquet is written by DuckDB, which could not be loaded here: ${(error as Error).message.split("\n")[0]}.`,
      'Write NDJSON instead (--out evidence.ndjson), which holds the same rows; or install it with "npm install".',
    );
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The path as a pattern that matches itself alone. */
const globbed = (path: string): string => path.replace(/[*?[]/g, "[$&]");
