import type { IndicatorRow } from "../../core/index";
import { isPrintedIn } from "../../core/index";
import type { Unread } from "../files";
import { HashCounts } from "./hash-counts";
import { readPart } from "./part";
import type { MeetingRow } from "./rows";
import { TextFile } from "./text-file";

/** The three tables, by the name that each has in SQL. */
export const TABLES = ["evidence", "meetings", "indicators"] as const;
export type Table = (typeof TABLES)[number];
export type TableFiles = Readonly<Record<Table, string>>;

/** The parts of one team, in order. */
export interface TeamParts {
  readonly team: string;
  readonly parts: readonly string[];
}

/** What stands in the tables, and what a person should know of the reading. */
export interface Assembled {
  readonly tags: number;
  readonly meetings: number;
  readonly unread: readonly Unread[];
  readonly warned: readonly (readonly [file: string, warnings: readonly string[]])[];
}

/**
 * Puts the parts together into one NDJSON file a table. Text that a team prints on every sheet is left out, as in the
 * coverage; so each team's parts are gone through twice, once to count texts and once to write. Only counts are held.
 */
export async function assemble(
  teams: readonly TeamParts[],
  indicators: readonly IndicatorRow[],
  to: TableFiles,
): Promise<Assembled> {
  const evidence = await TextFile.create(to.evidence);
  const meetings = await TextFile.create(to.meetings);
  const rubric = await TextFile.create(to.indicators);
  const count = { tags: 0, meetings: 0 };
  const unread: Unread[] = [];
  const warned: [string, readonly string[]][] = [];
  for (const { parts } of teams) {
    const counts = await meetingsByHash(parts);
    const isPrint = (hash: number) => isPrintedIn(counts.of(hash));
    for await (const record of recordsOf(parts)) {
      if (record.kind === "unread") unread.push(record.unread);
      else if (record.kind === "warned") warned.push([record.file, record.warnings]);
      else if (record.kind === "meeting") {
        const printed = record.repeatable.reduce((sum, [hash, lines]) => sum + (isPrint(hash) ? lines : 0), 0);
        const row: MeetingRow = { ...record.row, lines: record.row.lines - printed };
        await meetings.line(JSON.stringify(row));
        count.meetings++;
      } else if (record.hash === undefined || !isPrint(record.hash)) {
        await evidence.line(record.json);
        count.tags++;
      }
    }
  }
  for (const row of indicators) await rubric.line(JSON.stringify(row));
  await Promise.all([evidence, meetings, rubric].map((file) => file.close()));
  return { ...count, unread, warned };
}

async function meetingsByHash(parts: readonly string[]): Promise<HashCounts> {
  const counts = new HashCounts();
  for await (const record of recordsOf(parts)) {
    if (record.kind === "meeting") for (const [hash] of record.repeatable) counts.add(hash);
  }
  return counts;
}

async function* recordsOf(parts: readonly string[]) {
  for (const part of parts) yield* readPart(part);
}
