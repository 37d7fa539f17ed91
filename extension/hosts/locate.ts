import { LooseRuns, type Segment } from "./lay-line";
import type { IndexedLine, LineIndex } from "./line-index";
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

/** What of a line stayed the same around an edit, in visible UTF-16 units. */
export interface Edit {
  readonly prefix: number;
  readonly suffix: number;
  /** Units that the page shows. */
  readonly shown: number;
}

/** Shorter lines are not told by their words alone: their neighbours must agree too. */
const TELLING = 16;
/** Of the runs beside the first one, so much text is looked at to find lines that begin so. */
const BESIDE = 40;
/** A line cut off by the end of the page is told by so many units. */
const TELLING_PART = 28;
/** Lines that begin alike beyond this number are left to their neighbours. */
const MOST_ALIKE = 24;
/** Lines between two that are sure which are laid one by one. */
const MOST_BETWEEN = 200;
/** What an editor puts before the lines of a list: a sign, or a number or letter with a full stop or bracket. */
const MARKER = /^(?:[^\p{L}\p{N}]{1,3}|\(?(?:\d{1,3}|\p{L}|[ivxlcIVXLC]{1,6})[.):]{1,2})$/u;
/** Share of an edited line that must have stayed the same. */
const SAME = 0.5;

interface Laid {
  readonly entry: IndexedLine;
  readonly runs: readonly number[];
  readonly from: number;
  readonly edit?: Edit;
}

/**
 * Finds which lines of the document the runs of one page show. A line is told by its own words where no other line has
 * them; any other line must stand without a gap between ones that are told. What stays unclear is left out.
 */
export function locate(runs: readonly PlacedRun[], index: LineIndex): Located[] {
  if (!runs.length || !index.entries.length) return [];
  const loose = new LooseRuns(runs);
  const anchors = rising(findAnchors(loose, index));
  loose.taken.fill(false);
  for (const { runs: own } of anchors) takeWithMarker(loose, own);
  const found = [...anchors];
  if (!anchors.length) {
    const inside = insideLongLine(loose, index);
    if (inside) return [locatedOf(inside, loose)];
  }
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
      if (!laid) continue;
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

/** A page that shows nothing but the middle of one very long paragraph. */
function insideLongLine(loose: LooseRuns, index: LineIndex): Laid | undefined {
  const visible = loose.runs.map((run) => run.visible).join("");
  if (visible.length < TELLING_PART) return undefined;
  const [entry, another] = index.longHolding(visible);
  if (!entry || another) return undefined;
  const from = entry.visible.indexOf(visible);
  if (entry.visible.indexOf(visible, from + 1) >= 0) return undefined;
  return { entry, runs: loose.runs.map((_, at) => at), from };
}

/** Lays the lines that stand between two that are told, or between one and the end of the page. */
function fillGap(loose: LooseRuns, index: LineIndex, above: Laid | undefined, below: Laid | undefined): Laid[] {
  const from = above ? (above.runs[0] as number) + 1 : 0;
  const to = below ? (below.runs[0] as number) : loose.runs.length;
  if (!loose.between(from, to).length) return [];
  const start = above?.entry.position ?? -1;
  const end = below?.entry.position ?? index.entries.length;
  const lines: IndexedLine[] = [];
  for (let next = index.next(start, 1); next && next.position < end; next = index.next(next.position, 1)) {
    lines.push(next);
    if (lines.length > MOST_BETWEEN) break;
  }
  if (lines.length <= MOST_BETWEEN) {
    const before = [...loose.taken];
    const laid = layBetween(loose, from, to, lines);
    // Where a page ends in the middle of the document, too many lines are left over: it is laid from one side.
    if ((above && below) || laid.closed) return laid.lines;
    loose.restore(before);
  }
  if (above) return layDownwards(loose, index, from, above);
  return below ? layUpwards(loose, index, to, below) : [];
}

function layBetween(
  loose: LooseRuns,
  from: number,
  to: number,
  lines: readonly IndexedLine[],
): { lines: Laid[]; closed: boolean } {
  const held: Laid[] = [];
  const hold = (entry: IndexedLine, runs: readonly number[]) => {
    takeWithMarker(loose, runs);
    held.push({ entry, runs, from: 0 });
  };
  let first = 0;
  for (; first < lines.length; first++) {
    const entry = lines[first] as IndexedLine;
    const runs = layFirst(loose, from, to, entry);
    if (!runs) break;
    hold(entry, runs);
  }
  let last = lines.length - 1;
  for (; last >= first; last--) {
    const entry = lines[last] as IndexedLine;
    const runs = layLast(loose, from, to, entry);
    if (!runs) break;
    hold(entry, runs);
  }
  const left = lines.slice(first, last + 1);
  const runs = withoutMarker(loose, loose.between(from, to));
  const shown = runs.map((at) => (loose.runs[at] as PlacedRun).visible).join("");
  const [only] = left;
  if (only && left.length === 1 && shown) {
    const edit = editOf(only.visible, shown);
    if (edit) {
      loose.take(runs);
      held.push({ entry: only, runs, from: 0, edit });
      return { lines: held, closed: true };
    }
  }
  // Of what is left over, nothing may have the words of a line that was laid: it could as well be that line.
  const clear = held.filter(({ entry }) => {
    if (shown.includes(entry.visible)) return false;
    return !left.some(({ visible }) => visible === entry.visible);
  });
  return { lines: clear, closed: left.length === 0 };
}

/** Lays a line over the first loose runs of a gap. */
function layFirst(loose: LooseRuns, from: number, to: number, entry: IndexedLine): readonly number[] | undefined {
  const [first, second] = loose.between(from, to);
  for (const at of [first, isMarker(loose, first, second) ? second : undefined]) {
    const laid = at === undefined ? undefined : loose.lay(entry.visible, at);
    if (laid?.complete && laid.runs.every((run) => run < to)) return laid.runs;
  }
  return undefined;
}

/** Lays a line so that it ends with the last loose run of a gap. */
function layLast(loose: LooseRuns, from: number, to: number, entry: IndexedLine): readonly number[] | undefined {
  const free = loose.between(from, to);
  for (let n = free.length - 1; n >= 0; n--) {
    const laid = loose.lay(entry.visible, free[n] as number);
    if (laid?.complete && laid.runs.every((run) => run < to))
      return free.slice(n).every((at) => laid.runs.includes(at)) ? laid.runs : undefined;
  }
  return undefined;
}

function layDownwards(loose: LooseRuns, index: LineIndex, from: number, above: Laid): Laid[] {
  const held: Laid[] = [];
  let entry = index.next(above.entry.position, 1);
  for (; entry; entry = index.next(entry.position, 1)) {
    const [first, second] = loose.between(from, loose.runs.length);
    if (first === undefined) return held;
    const laid =
      loose.lay(entry.visible, first) ??
      (second !== undefined && isMarker(loose, first, second) ? loose.lay(entry.visible, second) : undefined);
    if (!laid) break;
    takeWithMarker(loose, laid.runs);
    held.push({ entry, runs: laid.runs, from: 0 });
  }
  return withoutDoubt(loose, held, loose.between(from, loose.runs.length), entry);
}

function layUpwards(loose: LooseRuns, index: LineIndex, to: number, below: Laid): Laid[] {
  const held: Laid[] = [];
  let entry = index.next(below.entry.position, -1);
  for (; entry; entry = index.next(entry.position, -1)) {
    const runs = layLast(loose, 0, to, entry);
    if (runs) {
      takeWithMarker(loose, runs);
      held.push({ entry, runs, from: 0 });
      continue;
    }
    const rest = loose.between(0, to);
    const shown = rest.map((at) => (loose.runs[at] as PlacedRun).visible).join("");
    if (!shown) return held;
    if (!entry.visible.endsWith(shown)) break;
    // The end of a paragraph that began on the page before.
    loose.take(rest);
    return [...held, { entry, runs: rest, from: entry.visible.length - shown.length }];
  }
  return withoutDoubt(loose, held, loose.between(0, to), entry);
}

/** At the end of a page, lines are kept that neither what is left of it nor the next line could be taken for. */
function withoutDoubt(
  loose: LooseRuns,
  held: readonly Laid[],
  rest: readonly number[],
  next: IndexedLine | undefined,
): Laid[] {
  if (!rest.length) return [...held];
  const shown = rest.map((at) => (loose.runs[at] as PlacedRun).visible).join("");
  return held.filter(({ entry }) => !shown.includes(entry.visible) && next?.visible !== entry.visible);
}

/** Takes the runs of a line, and the list marker to their left. */
function takeWithMarker(loose: LooseRuns, runs: readonly number[]): void {
  loose.take(runs);
  const first = runs[0] as number;
  if (first > 0 && !loose.taken[first - 1] && isMarker(loose, first - 1, first)) loose.take([first - 1]);
}

/** Whether a run can be a list marker: it looks like one, and the text is to its right in the same row. */
function isMarker(loose: LooseRuns, at: number | undefined, beside: number | undefined): boolean {
  if (at === undefined || beside === undefined) return false;
  const [marker, text] = [loose.runs[at] as PlacedRun, loose.runs[beside] as PlacedRun];
  return marker.row === text.row && MARKER.test(marker.visible);
}

const withoutMarker = (loose: LooseRuns, runs: readonly number[]): readonly number[] =>
  isMarker(loose, runs[0], runs[1]) ? runs.slice(1) : runs;

/** How a shown line differs from the known one, where it can be one edit of it. */
export function editOf(known: string, shown: string): Edit | undefined {
  const most = Math.min(known.length, shown.length);
  let prefix = 0;
  while (prefix < most && known.charCodeAt(prefix) === shown.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < most - prefix &&
    known.charCodeAt(known.length - 1 - suffix) === shown.charCodeAt(shown.length - 1 - suffix)
  )
    suffix++;
  if (prefix + suffix < Math.max(known.length, shown.length) * SAME) return undefined;
  return { prefix, suffix, shown: shown.length };
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
