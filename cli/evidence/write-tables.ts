import { mkdir, open, rename } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { IndicatorRow } from "../../core/index";
import type { ParquetWriter } from "../outputs/parquet";
import { type Assembled, assemble, TABLES, type TableFiles, type TeamParts } from "./assemble";

/** Where the tables go: the evidence to the file that was asked for, the others beside it. */
export function tableFiles(out: string): TableFiles {
  const ending = extname(out);
  const beside = (table: string) => join(dirname(out), `${basename(out, ending)}-${table}${ending}`);
  return { evidence: out, meetings: beside("meetings"), indicators: beside("indicators") };
}

/**
 * Puts the parts together and moves the tables to their places, the evidence last. Until then all lies in the folder of the
 * parts, which stays for the caller to remove.
 */
export async function writeTables(
  folder: string,
  teams: readonly TeamParts[],
  indicators: readonly IndicatorRow[],
  to: TableFiles,
  toParquet: ParquetWriter | undefined,
): Promise<Assembled> {
  const within = (ending: string): TableFiles => ({
    evidence: join(folder, `evidence.${ending}`),
    meetings: join(folder, `meetings.${ending}`),
    indicators: join(folder, `indicators.${ending}`),
  });
  const ndjson = within("ndjson");
  const parquet = within("parquet");
  const assembled = await assemble(teams, indicators, ndjson);
  if (toParquet) {
    for (const table of TABLES) {
      await toParquet(table, ndjson[table], parquet[table]);
      await ontoDisk(parquet[table]);
    }
  }
  const ready = toParquet ? parquet : ndjson;
  await mkdir(dirname(to.evidence), { recursive: true });
  for (const table of [...TABLES].reverse()) await rename(ready[table], to[table]);
  return assembled;
}

async function ontoDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
