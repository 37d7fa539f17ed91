import { DECISION_COLUMNS, type Decision, decisionFromRow, decisionToRow } from "../../../core/index";
import type { BadRow, PlumblineDb } from "../../db";
import type { Place } from "../../protocol";
import { rowsOfText } from "./rows-of-text";
import { receive } from "./sync-store";

/** Decisions that were neither seen in the workbook nor handed over yet, oldest first. */
export async function newDecisions(db: PlumblineDb): Promise<readonly Decision[]> {
  const ids = (await db.outbox.toArray()).filter(({ copied }) => !copied).map(({ id }) => id);
  const found = (await db.decisions.bulkGet(ids)).filter((decision) => decision !== undefined);
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Notes that these were handed over. They still wait: whether anybody pasted them, only the workbook can tell. */
export async function noteHandedOver(db: PlumblineDb, decisions: readonly Decision[]): Promise<void> {
  await db.transaction("rw", db.outbox, async () => {
    const waiting = await db.outbox.bulkGet(decisions.map(({ id }) => id));
    await db.outbox.bulkPut(waiting.flatMap((row) => (row ? [{ id: row.id, copied: true as const }] : [])));
  });
}

/** Rows to paste below the last row of the Decisions sheet, in its own columns. */
export const rowsToPaste = (decisions: readonly Decision[]): string =>
  decisions.map((decision) => decisionToRow(decision).map(cellText).join("\t")).join("\n");

/** The same as a file, with the names of the columns first. */
export const decisionsFile = (decisions: readonly Decision[]): string =>
  `${DECISION_COLUMNS.join("\t")}\n${rowsToPaste(decisions)}\n`;

/** A cell as a sheet takes it: never a formula, and on one row whatever line ends it holds. */
function cellText(text: string): string {
  const plain = text.replace(/[\t\r\n\v\f]+/g, " ");
  return /^[=+\-@'"]/.test(plain) ? `'${plain}` : plain;
}

/** What `cellText` put before a text to keep it a text. */
const withoutGuard = (cell: string): string => (/^'[=+\-@'"]/.test(cell) ? cell.slice(1) : cell);

/** What an import of decisions came to. */
export interface HandedIn {
  readonly fresh: number;
  readonly known: number;
  readonly bad: readonly BadRow[];
  readonly places: readonly Place[];
}

/**
 * Brings in decisions from a file of ours, from a colleague's, or from the Decisions sheet saved as CSV. What is known stays:
 * importing twice changes nothing. What is new waits for the workbook too, in case it has not been there.
 */
export async function handIn(db: PlumblineDb, text: string): Promise<HandedIn> {
  const rows = rowsOfText(text);
  const named = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const hasHeads = named.includes("id") && named.includes("quote");
  const columns = DECISION_COLUMNS.map((column, at) => (hasHeads ? named.indexOf(column) : at));
  const decisions: Decision[] = [];
  const bad: BadRow[] = [];
  rows.forEach((cells, n) => {
    if ((hasHeads && n === 0) || cells.every((cell) => !cell.trim())) return;
    const reading = decisionFromRow(columns.map((at) => withoutGuard(cells[at] ?? "")));
    if (reading.ok) decisions.push(reading.decision);
    else bad.push({ row: n + 1, problem: reading.problem });
  });
  const unique = [...new Map(decisions.map((decision) => [decision.id, decision])).values()];
  return db.transaction("rw", [db.documents, db.lines, db.decisions, db.placements, db.outbox], async () => {
    const kept = await db.decisions.bulkGet(unique.map(({ id }) => id));
    const fresh = unique.filter((_, n) => kept[n] === undefined);
    const places = await receive(db, fresh);
    await db.outbox.bulkPut(fresh.map(({ id }) => ({ id, copied: true as const })));
    return { fresh: fresh.length, known: unique.length - fresh.length, bad, places };
  });
}
