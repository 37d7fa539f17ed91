import type { Tag } from "../../../core/index";
import type { LineInPlace } from "../../../deep-reader/encoder-input";
import type { PlumblineDb } from "../../db";
import type { Place } from "../../protocol";
import { hashOf } from "./hash-of";

/** Readings kept, over all documents; of more, those go that were not seen for longest. */
const MOST = 20_000;
/** How many go at a time, so that it is not looked after at every line. */
const AT_ONCE = 1000;

/** The name under which a line's reading is kept: by its words, what stands around it, and who reads. */
export const keyOf = (recipe: string, { text, kind, type, heading, previous }: LineInPlace): Promise<string> =>
  hashOf([recipe, text, kind, type, heading, previous]);

/** What was read under these keys before; `undefined` where nothing was. `now`: milliseconds since 1970. */
export async function keptReadings(
  db: PlumblineDb,
  keys: readonly string[],
  now: number,
): Promise<(readonly Tag[] | undefined)[]> {
  const rows = await db.readings.bulkGet([...keys]);
  const seen = rows.flatMap((row) => (row ? [{ ...row, seenAt: now }] : []));
  // Where there is no room even for that, what is known is known all the same.
  await db.readings.bulkPut(seen).catch(() => {});
  return rows.map((row) => row?.tags);
}

/** Keeps what was read in a place. `now`: milliseconds since 1970. */
export function keepReadings(
  db: PlumblineDb,
  { document, tab }: Place,
  readings: readonly { readonly key: string; readonly tags: readonly Tag[] }[],
  now: number,
): Promise<void> {
  return db.transaction("rw", [db.readings], async () => {
    await db.readings.bulkPut(readings.map(({ key, tags }) => ({ key, tags, document, tab, seenAt: now })));
    const over = (await db.readings.count()) - MOST;
    if (over <= 0) return;
    const longest = await db.readings
      .orderBy("seenAt")
      .limit(over + AT_ONCE)
      .primaryKeys();
    await db.readings.bulkDelete(longest);
  });
}

/** Forgets what was read in a place and not asked for since `from`, milliseconds since 1970. */
export function forgetUnseen(db: PlumblineDb, { document, tab }: Place, from: number): Promise<unknown> {
  return db.readings
    .where({ document, tab })
    .filter(({ seenAt }) => seenAt < from)
    .delete();
}
