import type { UserStore } from "./services";

const PREFIX = "queue:";

/** Puts documents in line to become sources; quick, whatever their number, and safe to do twice. */
export function enqueue(store: UserStore, documents: readonly { readonly id: string; readonly title: string }[]): void {
  store.put(Object.fromEntries(documents.map(({ id, title }) => [`${PREFIX}${id}`, title.slice(0, 500)])));
}

/** Documents in line, titles by id. */
export function queued(store: UserStore): ReadonlyMap<string, string> {
  const found = Object.entries(store.all()).filter(([key]) => key.startsWith(PREFIX));
  return new Map(found.map(([key, title]) => [key.slice(PREFIX.length), title]));
}

/** Takes documents out of the line, once they are sources. */
export function dequeue(store: UserStore, ids: Iterable<string>): void {
  for (const id of ids) store.remove(`${PREFIX}${id}`);
}

const LOOK = "look:";

/** Notes that all sources of a workbook are to be looked at again; the next slice does it. */
export const wantLook = (store: UserStore, workbookId: string): void => store.put({ [`${LOOK}${workbookId}`]: "yes" });

export const isLookWanted = (store: UserStore, workbookId: string): boolean =>
  store.get(`${LOOK}${workbookId}`) !== null;

export const lookedAt = (store: UserStore, workbookId: string): void => store.remove(`${LOOK}${workbookId}`);
