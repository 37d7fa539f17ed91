import type { PlumblineDb, StoredDocument, StoredLine } from "../../db";
import type { DocumentChange, DocumentReading, Kept, Place, TaggedLine } from "../../protocol";
import { matchLines, sinceWhen, storedLine } from "./match-lines";
import { decisionsInPlace, followEdit, placeDecisions } from "./placements";
import { StoreTrouble } from "./trouble";
import { type LineOrRow, withUnseen } from "./with-unseen";

/** Milliseconds after which a document counts as read anew although nothing in it changed. */
const READ_ANEW = 60_000;

/** Keeps a tab of a document. Lines that did not change keep their rows, and so do those that the page did not show. */
export function keepReading(db: PlumblineDb, reading: DocumentReading, now: number): Promise<Kept> {
  return db.transaction("rw", tablesOf(db), async () => {
    const old = await db.documents.get([reading.document, reading.tab]);
    const rows = old ? (await db.lines.bulkGet([...old.order])).filter((row) => row !== undefined) : [];
    const whole = !old || !isPart(reading);
    const lines: readonly LineOrRow[] = whole
      ? reading.lines
      : withUnseen(rows, reading.way.text === "none" ? [] : reading.lines);
    const matched = whole ? matchLines(rows, lines) : lines.map(({ id }) => id);
    const left = new Set(matched);
    const came = await addLines(
      db,
      reading,
      lines.filter((_, at) => matched[at] === undefined),
      rows.filter(({ id }) => !left.has(id)),
    );
    let next = 0;
    const order = matched.map((id) => id ?? (came[next++] as StoredLine).id);
    const kept = new Set(order);
    await db.lines.bulkDelete(rows.map(({ id }) => id).filter((id) => !kept.has(id)));
    const answer = await keep(db, { reading, old, order, came, now });
    // No change can be told of what the sender has not seen.
    return isPart(reading) ? { ...answer, version: 0 } : answer;
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
    const before = (await db.lines.bulkGet(gone)).filter((row) => row !== undefined);
    const came = await addLines(db, change, change.inserted, before);
    order.splice(change.at, change.removed, ...came.map(({ id }) => id));
    await db.lines.bulkDelete(gone);
    return keep(db, { reading: change, old, order, came, now });
  });
}

/** Whether the page gave none of its text, or only what stood on the screen. */
const isPart = ({ way }: DocumentReading | DocumentChange): boolean => way.text === "none" || way.text === "painted";

const tablesOf = (db: PlumblineDb) => [db.documents, db.lines, db.decisions, db.placements];

async function addLines(
  db: PlumblineDb,
  { document, tab }: Place,
  lines: readonly TaggedLine[],
  gone: readonly StoredLine[],
): Promise<StoredLine[]> {
  const since = sinceWhen(gone, lines);
  const rows = lines.map((line, n) => ({
    ...{ ...storedLine(line), document, tab },
    ...(since[n] === undefined ? {} : { since: since[n] }),
  }));
  // Dexie gives the ids; its types ask for them.
  const ids = await db.lines.bulkAdd(rows as StoredLine[], { allKeys: true });
  return rows.map((row, n) => ({ ...row, id: ids[n] as number }));
}

interface Step {
  readonly reading: DocumentReading | DocumentChange;
  readonly old: StoredDocument | undefined;
  readonly order: readonly number[];
  readonly came: readonly StoredLine[];
  readonly now: number;
}

async function keep(db: PlumblineDb, { reading, old, order, came, now }: Step): Promise<Kept> {
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
  else if (!sameLines) await followEdit(db, row, order, came);
  return { version: row.version, decisions: await decisionsInPlace(db, row) };
}

const about = ({ title, date, type, rubric, way, second }: StoredDocument): string =>
  JSON.stringify([title, date, type, rubric, way.text, way.marks, second?.read, second?.of, second?.trouble]);

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);
