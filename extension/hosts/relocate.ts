import { editOf } from "./edit-of";
import { gapBetween, NEAR, type Segment } from "./lay-line";
import { looksLikeMarker } from "./list-marker";
import type { Located } from "./locate";
import { lengthOf, type PlacedRun } from "./runs";

/**
 * Finds the lines of a page again where nothing on it changed but within one line, as when someone types: every other line stands
 * where it stood. `undefined` where it may be otherwise; then the page must be looked over as a whole. The text must be the same.
 */
export function relocate(
  before: readonly Located[],
  was: readonly PlacedRun[],
  runs: readonly PlacedRun[],
): readonly Located[] | undefined {
  const [then, now] = [new Set(was), new Set(runs)];
  const went = was.filter((run) => !now.has(run));
  const came = new Set(runs.filter((run) => !then.has(run)));
  if (went.length === 0) return came.size === 0 ? before : undefined;
  const at = before.findIndex(({ segments }) => segments.some(({ run }) => run === went[0]));
  const line = before[at];
  if (!line || !isWhole(line) || line.entry.line.cell) return undefined;
  const own = new Set(line.segments.map(({ run }) => run));
  if (!went.every((run) => own.has(run))) return undefined;
  const next = runs.filter((run) => came.has(run) || own.has(run));
  if (!standAlone(next, runs)) return undefined;
  const { entry } = line;
  const shown = next.map(({ visible }) => visible).join("");
  const edit = shown === entry.visible ? undefined : editOf(entry.visible, shown);
  if (!edit && shown !== entry.visible) return undefined;
  let visible = 0;
  const segments = next.map((run): Segment => {
    const segment = { run, at: visible };
    visible += run.visible.length;
    return segment;
  });
  return before.with(at, { entry, segments, fromStart: true, ...(edit ? { edit } : {}) });
}

/** Whether the page shows all of a line. */
const isWhole = ({ entry, segments, edit, fromStart }: Located): boolean =>
  fromStart && lengthOf(segments.map(({ run }) => run)) === (edit?.shown ?? entry.visible.length);

/** Whether runs follow each other with nothing between them, and have their rows to themselves but for a list marker. */
function standAlone(own: readonly PlacedRun[], runs: readonly PlacedRun[]): boolean {
  const [first, last] = [own[0], own[own.length - 1]];
  if (!first || !last) return false;
  const from = runs.indexOf(first);
  const before = runs[from - 1];
  if (before?.row === first.row && !looksLikeMarker(before)) return false;
  if (runs[from + own.length]?.row === last.row) return false;
  return own.every((run, n) => {
    const left = own[n - 1];
    return runs[from + n] === run && (left?.row !== run.row || gapBetween(left, run) < run.height * NEAR);
  });
}
