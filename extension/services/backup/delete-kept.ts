import type { PlumblineDb } from "../../db";
import type { Place } from "../../protocol";
import { SETTINGS } from "../../settings";
import { account, heldToken, workbook } from "../sync/kept";

/** Deletes everything that is kept on this computer, settings too. */
export async function deleteAll(db: PlumblineDb): Promise<void> {
  await db.transaction("rw", db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  await Promise.all([...Object.values(SETTINGS), account, workbook, heldToken].map((item) => item.removeValue()));
}

/** Deletes one tab of a document with the decisions on it. */
export function deleteDocument(db: PlumblineDb, { document, tab }: Place): Promise<void> {
  return db.transaction("rw", db.tables, async () => {
    const ids = await db.decisions.where({ document, tab }).primaryKeys();
    await db.decisions.bulkDelete(ids);
    await db.outbox.bulkDelete(ids);
    await db.placements.where({ document, tab }).delete();
    await db.lines.where({ document, tab }).delete();
    await db.readings.where({ document, tab }).delete();
    await db.documents.delete([document, tab]);
  });
}
