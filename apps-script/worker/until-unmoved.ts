import type { Services } from "./services";

/** What work answers that found rows moved right before it would have written; it wrote nothing by its place then. */
export const MOVED = "moved";

/** Sooner or later people must be given way to. */
const MOST_TRIES = 5;

/**
 * Does work again, from the reading on, as long as people move the rows that it is about to write and a further try fits in
 * before `finishBy` (milliseconds since 1970). `undefined` where they never left it time enough.
 */
export function untilUnmoved<T>(
  services: Pick<Services, "now">,
  finishBy: number,
  work: () => T | typeof MOVED,
): T | undefined {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const from = services.now().getTime();
    const done = work();
    if (done !== MOVED) return done;
    const now = services.now().getTime();
    if (now + (now - from) > finishBy) return undefined;
  }
  return undefined;
}
