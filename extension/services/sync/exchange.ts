import type { BadRow, SyncTrouble } from "../../db";
import type { Place } from "../../protocol";
import type { Failure, GoogleApi } from "./google-api";
import type { SyncStore } from "./sync-store";
import { createDecisionsSheet } from "./workbook/decisions-sheet";
import { isWhole } from "./workbook/marks";

/** What one exchange did. */
export interface Exchanged {
  readonly sent: number;
  readonly received: number;
  readonly bad: readonly BadRow[];
  /** Places on which there are new decisions of colleagues. */
  readonly places: readonly Place[];
}

export type ExchangeAnswer =
  | { readonly ok: true; readonly value: Exchanged }
  | { readonly ok: false; readonly failure: Failure | { readonly kind: "lacks"; readonly trouble: SyncTrouble } };

/** Rows of one request; Google asks for about 2 MB at most, and a decision is 5 kB at its longest. */
const BATCH = 100;

/**
 * Gives the workbook what it lacks, and takes from it what is not here. An append is not idempotent, so the ids in the sheet
 * are read first, every time: whatever became of an earlier attempt, a decision that arrived is not sent again. What is sent
 * counts as sent only after the answer, or when its id is seen in the sheet.
 */
export async function exchange(
  api: GoogleApi,
  store: SyncStore,
  where: { readonly sheets: string; readonly workbook: string },
): Promise<ExchangeAnswer> {
  const service = createDecisionsSheet(api, where.sheets, where.workbook);
  const found = await service.find();
  if (!found.ok) return found;
  const sheet = found.value;
  if (!sheet) return lacks("no sheet");
  if (!isWhole(sheet)) return lacks("columns");

  const listed = await service.ids(sheet);
  if (!listed.ok) return listed;
  const there = new Set(listed.value.map(({ id }) => id));
  const waiting = await store.unsent();
  const arrived = waiting.filter(({ id }) => there.has(id)).map(({ id }) => id);
  if (arrived.length > 0) await store.sent(arrived);
  const toSend = waiting.filter(({ id }) => !there.has(id));
  for (let from = 0; from < toSend.length; from += BATCH) {
    const batch = toSend.slice(from, from + BATCH);
    const answer = await service.append(sheet, batch);
    if (!answer.ok) return answer;
    await store.sent(batch.map(({ id }) => id));
  }

  const unknown = await store.unknown([...there]);
  const wanted = listed.value.filter(({ id }) => unknown.has(id)).map(({ at }) => at);
  if (wanted.length === 0) return done(toSend.length, 0, [], []);
  const rows = await service.rows(sheet, wanted);
  if (!rows.ok) return rows;
  const places = await store.receive(rows.value.decisions);
  const received = rows.value.decisions.filter(({ id }) => unknown.has(id)).length;
  return done(toSend.length, received, rows.value.bad, places);
}

const done = (
  sent: number,
  received: number,
  bad: readonly BadRow[],
  places: readonly Place[],
): { readonly ok: true; readonly value: Exchanged } => ({ ok: true, value: { sent, received, bad, places } });

const lacks = (trouble: SyncTrouble) => ({ ok: false as const, failure: { kind: "lacks" as const, trouble } });
