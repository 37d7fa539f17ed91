import type { PlumblineDb, StoredLine } from "../../db";
import { SETTINGS } from "../../settings";
import { BACKUP_VERSION, type Backup } from "./backup-schema";

/** Everything that is kept on this computer, as the text of one JSON file. */
export async function exportAll(db: PlumblineDb): Promise<string> {
  const settings = Object.fromEntries(
    await Promise.all(Object.entries(SETTINGS).map(async ([name, item]) => [name, await item.getValue()] as const)),
  );
  const kept = await db.transaction("r", db.tables, async (): Promise<Backup> => {
    const lines = new Map((await db.lines.toArray()).map((line) => [line.id, line]));
    const documents = await db.documents.toArray();
    return {
      format: "plumbline-backup",
      version: BACKUP_VERSION,
      documents: documents.map(({ document, tab, title, date, type, rubric, readAt, seenLine, order }) => ({
        ...{ document, tab, title, type, rubric, readAt },
        ...(date === undefined ? {} : { date }),
        seen: seenLine !== undefined,
        lines: order.flatMap((id) => lineOf(lines.get(id))),
      })),
      decisions: await db.decisions.toArray(),
      anchors: (await db.placements.toArray()).map(({ id, quote, prefix, suffix }) => ({ id, quote, prefix, suffix })),
      rubrics: await db.rubrics.toArray(),
      outbox: (await db.outbox.toArray()).map(({ id }) => id),
      settings,
    };
  });
  return JSON.stringify(kept);
}

function lineOf(row: StoredLine | undefined): Backup["documents"][number]["lines"] {
  if (!row) return [];
  const { id: _, document: __, tab: ___, offset: ____, since: _____, tags, ...line } = row;
  return [
    {
      ...line,
      tags: tags.map((tag) => ({ ...tag, evidence: tag.evidence.map(([a, b]) => [a, b] as [number, number]) })),
    },
  ];
}
