import type { QuotingMode } from "../privacy/quoting";
import { documentMark, documentOfMeeting, factsOf } from "../workbook/evidence-facts";
import { type Row, textOf } from "../workbook/table";
import type { Workbook } from "../workbook/workbook";
import { SOURCE_STATES } from "./sources";

/** The way in which documents are read and lines are quoted, as it was when a slice began. */
export interface Reading {
  readonly engine: string;
  readonly quoting: QuotingMode;
  /** Whether lines were quoted otherwise when the rows of documents that are not in Sources were last gone over. */
  readonly isNewlyQuoted: boolean;
}

/** Documents that no reading writes anew, and whose rows may repeat words in an earlier way of quoting. */
export interface Stale {
  /** Ids of those that Sources lists. */
  readonly sources: readonly string[];
  /** Marks of those and of all others. */
  readonly marks: ReadonlySet<string>;
}

export const NOTHING_STALE: Stale = { sources: [], marks: new Set() };

/** Finds what a change of the quoting has left behind. */
export function staleIn(sheets: Workbook["sheets"], { engine, quoting, isNewlyQuoted }: Reading): Stale {
  if (quoting === "full") return NOTHING_STALE;
  const rows = sheets.get("sources")?.rows ?? [];
  const sources = rows.filter((row) => isUnread(row, engine)).map((row) => textOf(row, "key"));
  const marks = new Set(sources.map(documentMark));
  if (isNewlyQuoted) {
    const known = new Set(rows.map((row) => documentMark(textOf(row, "key"))));
    for (const row of sheets.get("evidence")?.rows ?? []) addUnknown(marks, known, factsOf(row).meeting);
    for (const row of sheets.get("meetings")?.rows ?? []) addUnknown(marks, known, textOf(row, "key"));
  }
  return { sources, marks };
}

function addUnknown(marks: Set<string>, known: ReadonlySet<string>, meeting: string): void {
  const mark = documentOfMeeting(meeting);
  if (mark && !known.has(mark)) marks.add(mark);
}

/** Whether a document may not be read again soon. */
export const isLost = (row: Row): boolean =>
  textOf(row, "changed") === "" || textOf(row, "state") === SOURCE_STATES.partly;

const isUnread = (row: Row, engine: string): boolean =>
  textOf(row, "key") !== "" && isLost(row) && textOf(row, "stamp").split(" ")[1] !== engine;

/** The stamp of a document whose rows were gone over without it: it differs from that of any reading. */
export const unreadStamp = (engine: string): string => `- ${engine} -`;
