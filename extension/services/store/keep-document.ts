import type { PlumblineDb, StoredDocument, StoredLine } from "../../db";
import type { DocumentChange, DocumentReading, Kept, TaggedLine } from "../../protocol";
import { matchLines, storedLine } from "./match-lines";
import { StoreTrouble } from "./trouble";

/** Milliseconds after which a document counts as read anew although nothing in it changed. */
const READ_ANEW = 60_000;

/** Keeps a whole tab of a document. Lines that did not change keep their rows. */
export function keepReading(db: PlumblineDb, reading: DocumentReading, now: number): Promise<Kept> {
  return db.transaction("rw", db.documents, db.lines, db.decisions, async () => {
    const old = await db.documents.get([reading.document, reading.tab]);
    const rows = old ? (await db.lines.bulkGet([...old.order])).filter((row) => row !== undefined) : [];
    const matched = matchLines(rows, reading.lines);
    const order = await orderOf(db, reading, reading.lines, matched);
    const kept = new Set(order);
    await db.lines.bulkDelete(rows.map(({ id }) => id).filter((id) => !kept.has(id)));
    return keep(db, reading, old, order, now);
  });
}

/** Keeps what changed in it. Throws `stale` where the sender's picture of it is not the stored one. */
export function keepChange(db: PlumblineDb, change: DocumentChange, now: number): Promise<Kept> {
  return db.transaction("rw", db.documents, db.lines, db.decisions, async () => {
    const old = await db.documents.get([change.document, change.tab]);
    if (old?.version !== change.base || change.at + change.removed > old.order.length)
      throw new StoreTrouble({ code: "stale", message: "The document is read again." });
    const order = [...old.order];
    const came = await orderOf(
      db,
      change,
      change.inserted,
      change.inserted.map(() => undefined),
    );
    const gone = order.splice(change.at, change.removed, ...came);
    await db.lines.bulkDelete(gone);
    return keep(db, change, old, order, now);
  });
}

async function orderOf(
  db: PlumblineDb,
  { document, tab }: { readonly document: string; readonly tab: string },
  lines: readonly TaggedLine[],
  known: readonly (number | undefined)[],
): Promise<number[]> {
  const rows = lines.flatMap((line, at) =>
    known[at] === undefined ? [{ ...storedLine(line), document, tab } as Omit<StoredLine, "id">] : [],
  );
  const ids = rows.length ? await db.lines.bulkAdd(rows as StoredLine[], { allKeys: true }) : [];
  let next = 0;
  return known.map((id) => id ?? (ids[next++] as number));
}

async function keep(
  db: PlumblineDb,
  reading: DocumentReading | DocumentChange,
  old: StoredDocument | undefined,
  order: readonly number[],
  now: number,
): Promise<Kept> {
  const { document, tab, title, date, type, rubric, way } = reading;
  const sameLines = old !== undefined && same(old.order, order);
  const row: StoredDocument = {
    ...{ document, tab, title, type, rubric, way, order },
    ...(date === undefined ? {} : { date }),
    version: sameLines ? old.version : (old?.version ?? 0) + 1,
    readAt: now,
    ...(old?.seenLine === undefined ? {} : { seenLine: old.seenLine }),
  };
  // A document that is merely open is not written over and over: every write wakes every window.
  const told = ({ readAt: _, order: __, ...rest }: StoredDocument) => JSON.stringify(rest, Object.keys(rest).sort());
  if (!sameLines || now - old.readAt > READ_ANEW || told(old) !== told(row)) await db.documents.put(row);
  const decisions = await db.decisions.where({ document, tab }).toArray();
  return { version: row.version, decisions };
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);
