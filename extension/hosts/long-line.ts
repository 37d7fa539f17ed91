import type { Laid } from "./laid";
import type { LooseRuns } from "./lay-line";
import type { IndexedLine, LineIndex } from "./line-index";
import type { PlacedRun } from "./runs";

/** So many visible units are looked for in long lines. */
const TELLING_PART = 28;
/** Places in long lines that read alike beyond this number are not told apart. */
const MOST_ALIKE = 200;

/**
 * The middle of one very long paragraph, of which a page shows nothing else, or its end, which it shows first. `undefined`
 * where it could be from more than one place.
 */
export function insideLongLine({ runs }: LooseRuns, index: LineIndex): Laid | undefined {
  let head = "";
  for (const { visible } of runs) if (head.length < TELLING_PART) head += visible;
  if (head.length < TELLING_PART) return undefined;
  const found: Laid[] = [];
  let tried = 0;
  for (const entry of index.longHolding(head)) {
    for (let from = entry.visible.indexOf(head); from >= 0; from = entry.visible.indexOf(head, from + 1)) {
      if (++tried > MOST_ALIKE) return undefined;
      const count = runsFrom(runs, entry, from);
      if (count > 0) found.push({ entry, runs: Array.from({ length: count }, (_, at) => at), from });
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** How many runs go on with the line from there: all of the page, or those up to the line's end; else 0. */
function runsFrom(runs: readonly PlacedRun[], { visible }: IndexedLine, from: number): number {
  let at = from;
  for (const [n, run] of runs.entries()) {
    if (at === visible.length) return n;
    if (!visible.startsWith(run.visible, at)) return 0;
    at += run.visible.length;
  }
  return runs.length;
}
