import type { Decision } from "../../../core/index";
import type { PlumblineDb, SyncState } from "../../db";
import type { Place } from "../../protocol";
import { placeDecisions } from "../store/placements";
import { brought } from "../whose";

const KEY = "workbook";
const FRESH: SyncState = { key: KEY, failures: 0, notBefore: 0, bad: [] };

/** What the exchange with the workbook needs of the store. Each method is one transaction: it happens whole or not at all. */
export interface SyncStore {
  state(): Promise<SyncState>;
  setState(state: Omit<SyncState, "key">): Promise<void>;
  /** The oldest decisions of which the workbook is not known to have them. */
  unsent(): Promise<readonly Decision[]>;
  /** The workbook has these. */
  sent(ids: readonly string[]): Promise<void>;
  /** Those of the ids that are not kept here. */
  unknown(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Keeps what colleagues decided. What is known stays as it was; gives the places of what is new. */
  receive(decisions: readonly Decision[]): Promise<readonly Place[]>;
}

/** The store of this computer. */
export function createSyncStore(db: PlumblineDb): SyncStore {
  return {
    state: async () => (await db.sync.get(KEY)) ?? FRESH,
    setState: async (state) => {
      await db.sync.put({ ...state, key: KEY });
    },
    unsent: () =>
      db.transaction("rw", [db.outbox, db.decisions], async () => {
        const ids = await db.outbox.toCollection().primaryKeys();
        const found = await db.decisions.bulkGet(ids);
        await db.outbox.bulkDelete(ids.filter((_, n) => found[n] === undefined));
        return found
          .filter((decision) => decision !== undefined)
          .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      }),
    sent: (ids) => db.outbox.bulkDelete([...ids]),
    unknown: async (ids) => {
      const found = await db.decisions.bulkGet([...ids]);
      return new Set(ids.filter((_, n) => found[n] === undefined));
    },
    receive: (decisions) => receive(db, decisions),
  };
}

/** Keeps decisions that came from elsewhere, each id once, and looks for their lines. */
export function receive(db: PlumblineDb, decisions: readonly Decision[]): Promise<readonly Place[]> {
  return db.transaction("rw", [db.documents, db.lines, db.decisions, db.placements], async () => {
    const unique = [...new Map(decisions.map((decision) => [decision.id, decision])).values()];
    const kept = await db.decisions.bulkGet(unique.map(({ id }) => id));
    const fresh = unique.filter((_, n) => kept[n] === undefined);
    await db.decisions.bulkAdd(fresh.map(brought));
    const places = new Map(fresh.map(({ document, tab }) => [`${document}\n${tab}`, { document, tab }]));
    for (const place of places.values())
      await placeDecisions(
        db,
        place,
        fresh.filter(({ document, tab }) => document === place.document && tab === place.tab),
      );
    return [...places.values()];
  });
}
