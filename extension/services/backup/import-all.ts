import { readRubric, type Tag } from "../../../core/index";
import type { PlumblineDb } from "../../db";
import type { Place, TaggedLine } from "../../protocol";
import { keepReading } from "../store/keep-document";
import { placeDecisions } from "../store/placements";
import { brought } from "../whose";
import type { Backup } from "./backup-schema";
import { restoreSettings } from "./restore-settings";

/** What an import brought that was not there before. */
export interface Imported {
  readonly documents: number;
  readonly decisions: number;
  readonly places: readonly Place[];
}

/**
 * Brings in everything of a backup, all or none. What is here already stays: of a document the later reading counts, and a decision
 * that is known counts once. So importing twice changes nothing.
 */
export async function importAll(db: PlumblineDb, backup: Backup): Promise<Imported> {
  const imported = await db.transaction("rw", db.tables, async () => {
    let documents = 0;
    for (const kept of backup.documents) if (await bringDocument(db, kept)) documents++;
    const known = new Set((await db.decisions.bulkGet(backup.decisions.map(({ id }) => id))).map((row) => row?.id));
    const fresh = backup.decisions.filter(({ id }) => !known.has(id)).map(brought);
    await db.decisions.bulkPut(fresh);
    const anchors = new Map(backup.anchors.map((anchor) => [anchor.id, anchor]));
    const places = new Map<string, Place>();
    for (const { document, tab } of fresh) places.set(`${document}\n${tab}`, { document, tab });
    for (const place of places.values()) {
      const here = fresh.filter(({ document, tab }) => document === place.document && tab === place.tab);
      await placeDecisions(
        db,
        place,
        here.map((decision) => ({ ...decision, ...anchors.get(decision.id) })),
      );
    }
    const unsent = new Set(backup.outbox);
    await db.outbox.bulkPut(fresh.filter(({ id }) => unsent.has(id)).map(({ id }) => ({ id })));
    for (const { name, rubric } of backup.rubrics) {
      const reading = readRubric(rubric);
      if (reading.ok) await db.rubrics.put({ name, rubric: reading.rubric });
    }
    return { documents, decisions: fresh.length, places: [...places.values()] };
  });
  await restoreSettings(backup.settings);
  return imported;
}

async function bringDocument(db: PlumblineDb, kept: Backup["documents"][number]): Promise<boolean> {
  const { seen, readAt, lines, ...about } = kept;
  const here = await db.documents.get([kept.document, kept.tab]);
  if (here && here.readAt >= readAt) return false;
  // The whole text, as an export is: of what is only partly read, lines that are not seen would be left as they are.
  const reading = { ...about, way: { text: "export", marks: "none" } as const, lines: lines.map(lineOf) };
  await keepReading(db, reading, readAt);
  const order = (await db.documents.get([kept.document, kept.tab]))?.order ?? [];
  // Nothing of a backup is news to the one who made it.
  if (seen)
    await db.documents.update([kept.document, kept.tab], { seenLine: order.reduce((a, b) => Math.max(a, b), 0) });
  return !here;
}

/** Readers that this version does not know stay named as they were. */
const lineOf = ({ tags, ...line }: Backup["documents"][number]["lines"][number]): TaggedLine => ({
  ...line,
  tags: tags as readonly Tag[],
});
