import type { Tag } from "../../../core/index";
import type { LineInPlace } from "../../../deep-reader/encoder-input";
import type { PlumblineDb } from "../../db";
import type { Place } from "../../protocol";
import { hashOf } from "./hash-of";

/** Readings kept, over all documents; of more, the oldest go. */
const MOST = 20_000;
/** How many go at a time, so that it is not looked after at every line. */
const AT_ONCE = 1000;

/** The name under which a line's reading is kept: by its words, what stands around it, and who reads. */
export const keyOf = (recipe: string, { text, kind, type, heading, previous }: LineInPlace): Promise<string> =>
  hashOf([recipe, text, kind, type, heading, previous]);

/** What was read under these keys before; `undefined` where nothing was. */
export async function keptReadings(db: PlumblineDb, keys: readonly string[]): Promise<(readonly Tag[] | undefined)[]> {
  return (await db.readings.bulkGet([...keys])).map((row) => row?.tags);
}

/** Keeps what was read in a place. `now`: milliseconds since 1970. */
export function keepReadings(
  db: PlumblineDb,
  { document, tab }: Place,
  readings: readonly { readonly key: string; readonly tags: readonly Tag[] }[],
  now: number,
): Promise<void> {
  return db.transaction("rw", [db.readings], async () => {
    await db.readings.bulkPut(readings.map(({ key, tags }) => ({ key, tags, document, tab, readAt: now })));
    const over = (await db.readings.count()) - MOST;
    if (over <= 0) return;
    const oldest = await db.readings
      .orderBy("readAt")
      .limit(over + AT_ONCE)
      .primaryKeys();
    await db.readings.bulkDelete(oldest);
  });
}

/** Forgets what was read in a place of lines that are not there any more. */
export function forgetOtherReadings(db: PlumblineDb, { document, tab }: Place, keys: readonly string[]): Promise<void> {
  const there = new Set(keys);
  return db.transaction("rw", [db.readings], async () => {
    const all = await db.readings.where({ document, tab }).primaryKeys();
    await db.readings.bulkDelete(all.filter((key) => !there.has(key)));
  });
}
