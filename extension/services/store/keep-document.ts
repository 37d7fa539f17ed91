import type { PlumblineDb, StoredDocument, StoredLine } from "../../db";
import type { DocumentChange, DocumentReading, Kept, Place } from "../../protocol";
import { heirsOf, matchLines, storedLine } from "./match-lines";
import { decisionsInPlace, followEdit, placeDecisions } from "./placements";
import { StoreTrouble } from "./trouble";
import { type LineOrRow, withUnseen } from "./with-unseen";

/** Milliseconds after which a document counts as read anew although nothing in it changed. */
const READ_ANEW = 60_000;

/** Keeps a tab of a document. Lines that did not change keep their rows, and so do those that the page did not show. */
export function keepReading(db: PlumblineDb, reading: DocumentReading, now: number): Promise<Kept> {
  return db.transaction("rw", tablesOf(db), async () => {
    const old = await db.documents.get([reading.document, reading.tab]);
    if (!isPart(reading)) {
      const rows = await replaceRows(db, reading, old?.order ?? [], reading.lines);
      return keep(db, { reading, old, order: rows.ids, rows, now });
    }
    const before = (await db.lines.bulkGet([...(old?.order ?? [])])).filter((row) => row !== undefined);
    const lines = withUnseen(before, reading.way.text === "none" ? [] : reading.lines);
    const rows = await replaceRows(db, reading, old?.order ?? [], lines);
    const { decisions } = await keep(db, { reading, old, order: rows.ids, rows, now });
    // No change can be told of what the sender has not seen, and its lines stand in other places.
    return { version: 0, decisions: decisions.map(({ line: _, ...decision }) => decision) };
  });
}

/** Keeps what changed in it. Throws `stale` where the sender's picture of it is not the stored one. */
export function keepChange(db: PlumblineDb, change: DocumentChange, now: number): Promise<Kept> {
  return db.transaction("rw", tablesOf(db), async () => {
    const old = await db.documents.get([change.document, change.tab]);
    if (isPart(change) || old?.version !== change.base || change.at + change.removed > old.order.length)
      throw new StoreTrouble({ code: "stale", message: "The document is read again." });
    const order = [...old.order];
    const gone = order.slice(change.at, change.at + change.removed);
    const rows = await replaceRows(db, change, gone, change.inserted);
    order.splice(change.at, change.removed, ...rows.ids);
    return keep(db, { reading: change, old, order, rows, now });
  });
}

/** Whether the page gave none of its text, or only what stood on the screen. */
const isPart = ({ way }: DocumentReading | DocumentChange): boolean => way.text === "none" || way.text === "painted";

const tablesOf = (db: PlumblineDb) => [db.documents, db.lines, db.decisions, db.placements];

/** What came of rows in whose place lines were put. */
interface Replaced {
  /** Of the rows that stand there now. */
  readonly ids: readonly number[];
  /** Those of them that are new. */
  readonly came: readonly StoredLine[];
  /** See `heirsOf`. */
  readonly heirs: ReadonlyMap<number, StoredLine>;
}

/** Puts lines in the place of rows. A row that is the same stays. */
async function replaceRows(
  db: PlumblineDb,
  { document, tab }: Place,
  gone: readonly number[],
  lines: readonly LineOrRow[],
): Promise<Replaced> {
  const before = (await db.lines.bulkGet([...gone])).filter((row) => row !== undefined);
  const matched = rowsOf(before, lines);
  const rows = lines.map((line, n): Omit<StoredLine, "id"> & { readonly id?: number } => {
    const old = matched[n];
    if (!old) return { ...storedLine(line), document, tab };
    const stays = JSON.stringify(old.tags) === JSON.stringify(line.tags);
    return stays ? old : { ...storedLine(line), document, tab, since: old.since ?? old.id };
  });
  const fresh = rows.filter(({ id }) => id === undefined);
  // Dexie gives the ids; its types ask for them.
  const ids = await db.lines.bulkAdd(fresh as StoredLine[], { allKeys: true });
  let next = 0;
  const after = rows.map((row) => ({ ...row, id: row.id ?? (ids[next++] as number) }));
  const stays = new Set(after.map(({ id }) => id));
  await db.lines.bulkDelete(gone.filter((id) => !stays.has(id)));
  return {
    ids: after.map(({ id }) => id),
    came: after.filter((_, n) => rows[n]?.id === undefined),
    heirs: heirsOf(before, after, matched),
  };
}

/** For each line its row, where it has one. */
function rowsOf(before: readonly StoredLine[], lines: readonly LineOrRow[]): (StoredLine | undefined)[] {
  const named = new Set(lines.map(({ id }) => id));
  const others = matchLines(
    before.filter(({ id }) => !named.has(id)),
    lines.filter(({ id }) => id === undefined),
  );
  const rows = new Map(before.map((row) => [row.id, row]));
  let next = 0;
  return lines.map(({ id }) => (id === undefined ? others[next++] : rows.get(id)));
}

interface Step {
  readonly reading: DocumentReading | DocumentChange;
  readonly old: StoredDocument | undefined;
  readonly order: readonly number[];
  readonly rows: Replaced;
  readonly now: number;
}

async function keep(db: PlumblineDb, { reading, old, order, rows, now }: Step): Promise<Kept> {
  const { document, tab, title, date, type, rubric, way, second } = reading;
  const sameLines = old !== undefined && same(old.order, order);
  const row: StoredDocument = {
    ...{ document, tab, title, type, rubric, way, order },
    ...(date === undefined ? {} : { date }),
    ...(second === undefined ? {} : { second }),
    version: sameLines ? old.version : (old?.version ?? 0) + 1,
    readAt: now,
    ...(old?.seenLine === undefined ? {} : { seenLine: old.seenLine }),
  };
  // A document that is merely open is not written over and over: every write wakes every window.
  if (!sameLines || now - old.readAt > READ_ANEW || about(old) !== about(row)) await db.documents.put(row);
  if (!old) await placeDecisions(db, row, await db.decisions.where({ document, tab }).toArray());
  else if (!sameLines) await followEdit(db, row, order, rows);
  return { version: row.version, decisions: await decisionsInPlace(db, row) };
}

const about = ({ title, date, type, rubric, way, second }: StoredDocument): string =>
  JSON.stringify([title, date, type, rubric, way.text, way.marks, second?.read, second?.of, second?.trouble]);

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);
