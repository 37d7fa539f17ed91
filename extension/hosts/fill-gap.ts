import { editOf } from "./edit-of";
import type { Laid } from "./laid";
import type { LooseRuns } from "./lay-line";
import type { IndexedLine, LineIndex } from "./line-index";
import { isMarker, takeWithMarker, withoutMarker } from "./list-marker";
import type { PlacedRun } from "./runs";

/** Lines between two that are sure which are laid one by one. */
const MOST_BETWEEN = 200;

/** Lays the lines that stand between two that are told, or between one and the end of the page. */
export function fillGap(loose: LooseRuns, index: LineIndex, above: Laid | undefined, below: Laid | undefined): Laid[] {
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
