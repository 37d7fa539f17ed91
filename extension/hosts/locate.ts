import type { Edit } from "./edit-of";
import { fillGap } from "./fill-gap";
import type { Laid } from "./laid";
import { gapBetween, LooseRuns, type Segment } from "./lay-line";
import type { IndexedLine, LineIndex } from "./line-index";
import { looksLikeMarker, takeWithMarker } from "./list-marker";
import { insideLongLine } from "./long-line";
import type { PlacedRun } from "./runs";

/** A line of the document on a page. */
export interface Located {
  readonly entry: IndexedLine;
  readonly segments: readonly Segment[];
  /** Set where the page shows the line with an edit that the text does not have yet. */
  readonly edit?: Edit;
  /** Whether the page shows the line from its first character on. */
  readonly fromStart: boolean;
}

/** Shorter lines are not told by their words alone: their neighbours must agree too. */
const TELLING = 16;
/** Of the runs beside the first one, so much text is looked at to find lines that begin so. */
const BESIDE = 40;
/** So many heights apart, text and what stands after it are of one line: between them may be no more than a chip's icon. */
const CLOSE = 2;
/** A line cut off by the end of the page is told by so many units. */
const TELLING_PART = 28;
/** Lines that begin alike beyond this number are left to their neighbours. */
const MOST_ALIKE = 24;

/**
 * Finds which lines of the document the runs of one page show. A line is told by its own words where no other line has
 * them; any other line must stand without a gap between ones that are told. What stays unclear is left out.
 */
export function locate(runs: readonly PlacedRun[], index: LineIndex): Located[] {
  if (!runs.length || !index.entries.length) return [];
  const loose = new LooseRuns(runs);
  const anchors = rising(findAnchors(loose, index));
  const inside = anchors.length ? undefined : insideLongLine(loose, index);
  if (inside) anchors.push(inside);
  loose.taken.fill(false);
  for (const { runs: own } of anchors) takeWithMarker(loose, own);
  const found = [...anchors];
  const bounds = [undefined, ...anchors, undefined];
  for (let n = 0; n + 1 < bounds.length; n++) found.push(...fillGap(loose, index, bounds[n], bounds[n + 1]));
  return found.sort((a, b) => a.entry.position - b.entry.position).map((laid) => locatedOf(laid, loose));
}

function findAnchors(loose: LooseRuns, index: LineIndex): Laid[] {
  const anchors: Laid[] = [];
  for (let first = 0; first < loose.runs.length; first++) {
    if (loose.taken[first]) continue;
    const candidates = beginningAt(loose, first, index);
    if (!candidates.size || candidates.size > MOST_ALIKE) continue;
    let found: Laid | undefined;
    let count = 0;
    for (const entry of candidates) {
      const laid = loose.lay(entry.visible, first);
      if (!laid || (!entry.line.cell && isWithin(loose, first, laid.runs))) continue;
      count++;
      const length = laid.runs.reduce((sum, at) => sum + (loose.runs[at] as PlacedRun).visible.length, 0);
      if (length >= (laid.complete ? TELLING : TELLING_PART)) found = { entry, runs: laid.runs, from: 0 };
    }
    if (count !== 1 || !found) continue;
    loose.take(found.runs);
    anchors.push(found);
  }
  return anchors;
}

/** Whether text that is not a line's own stands close to its left: words of a chip, or in bold, that are also a line's, are not that line. */
function isWithin({ runs }: LooseRuns, first: number, own: readonly number[]): boolean {
  const [left, run] = [runs[first - 1], runs[first] as PlacedRun];
  return (
    left?.row === run.row &&
    !own.includes(first - 1) &&
    !looksLikeMarker(left) &&
    gapBetween(left, run) < run.height * CLOSE
  );
}

/** Lines that could begin with a run and those beside it. */
function beginningAt(loose: LooseRuns, first: number, index: LineIndex): ReadonlySet<IndexedLine> {
  const { runs } = loose;
  const run = runs[first] as PlacedRun;
  let text = run.visible;
  const found = new Set(index.startingWith(text));
  for (let next = first + 1; text.length < BESIDE && runs[next]?.row === run.row; next++) {
    text += (runs[next] as PlacedRun).visible;
    for (const entry of index.startingWith(text)) found.add(entry);
  }
  return found;
}

/** The longest choice of anchors whose lines come in the order of the document. */
function rising(anchors: readonly Laid[]): Laid[] {
  const best: { length: number; before: number }[] = [];
  let last = -1;
  anchors.forEach((anchor, n) => {
    let [length, before] = [1, -1];
    for (let m = 0; m < n; m++) {
      const other = best[m] as (typeof best)[number];
      if ((anchors[m] as Laid).entry.position < anchor.entry.position && other.length >= length)
        [length, before] = [other.length + 1, m];
    }
    best.push({ length, before });
    if (last < 0 || length > (best[last] as (typeof best)[number]).length) last = n;
  });
  const chosen: Laid[] = [];
  for (let n = last; n >= 0; n = (best[n] as (typeof best)[number]).before) chosen.unshift(anchors[n] as Laid);
  return chosen;
}

function locatedOf({ entry, runs, from, edit }: Laid, loose: LooseRuns): Located {
  let at = from;
  const segments = runs.map((n): Segment => {
    const run = loose.runs[n] as PlacedRun;
    const segment = { run, at };
    at += run.visible.length;
    return segment;
  });
  return { entry, segments, fromStart: from === 0, ...(edit ? { edit } : {}) };
}
