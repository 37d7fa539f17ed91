import type { PlumblineDb } from "../../db";
import type { Place } from "../../protocol";
import { SETTINGS } from "../../settings";
import { waitingDecisions } from "../panel/waiting-decisions";
import { account, heldToken, workbook } from "../sync/kept";

/** Deletes everything that is kept on this computer, settings too. */
export async function deleteAll(db: PlumblineDb): Promise<void> {
  await db.transaction("rw", db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  await Promise.all(
    [...Object.values(SETTINGS), account, workbook, heldToken, waitingDecisions].map((item) => item.removeValue()),
  );
}

/** Deletes one tab of a document with the decisions on it. */
export async function deleteDocument(db: PlumblineDb, { document, tab }: Place): Promise<void> {
  const waiting = await waitingDecisions.getValue();
  await waitingDecisions.setValue(waiting.filter((draft) => draft.document !== document || draft.tab !== tab));
  await db.transaction("rw", db.tables, async () => {
    const ids = await db.decisions.where({ document, tab }).primaryKeys();
    await db.decisions.bulkDelete(ids);
    await db.outbox.bulkDelete(ids);
    await db.placements.where({ document, tab }).delete();
    await db.lines.where({ document, tab }).delete();
    await db.readings.where({ document, tab }).delete();
    await db.documents.delete([document, tab]);
  });
}
