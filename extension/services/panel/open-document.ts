import type { PlumblineDb, StoredLine } from "../../db";
import type { Place } from "../../protocol";
import type { OpenedDocument } from "./source";

/** Reads a document from the store again and again, each line but once: rows never change. */
export function createDocumentReader(db: PlumblineDb): (place: Place) => Promise<OpenedDocument | undefined> {
  let known = new Map<number, StoredLine>();
  return async ({ document, tab }) =>
    db.transaction("r", [db.documents, db.lines, db.decisions, db.placements], async () => {
      const about = await db.documents.get([document, tab]);
      if (!about) return undefined;
      const missing = about.order.filter((id) => !known.has(id));
      for (const row of await db.lines.bulkGet(missing)) if (row) known.set(row.id, row);
      const lines = about.order.flatMap((id) => known.get(id) ?? []);
      known = new Map(lines.map((line) => [line.id, line]));
      const [decisions, placements] = await Promise.all([
        db.decisions.where({ document, tab }).toArray(),
        db.placements.where({ document, tab }).toArray(),
      ]);
      return { about, lines, decisions, placements };
    });
}
