import type { LooseRuns } from "./lay-line";
import type { PlacedRun } from "./runs";

/** What an editor puts before the lines of a list: a sign, or a number or letter with a full stop or bracket. */
const MARKER = /^(?:[^\p{L}\p{N}]{1,3}|\(?(?:\d{1,3}|\p{L}|[ivxlcIVXLC]{1,6})[.):]{1,2})$/u;

/** Takes the runs of a line, and the list marker to their left. */
export function takeWithMarker(loose: LooseRuns, runs: readonly number[]): void {
  loose.take(runs);
  const first = runs[0] as number;
  if (first > 0 && !loose.taken[first - 1] && isMarker(loose, first - 1, first)) loose.take([first - 1]);
}

/** Whether a run can be a list marker: it looks like one, and the text is to its right in the same row. */
export function isMarker(loose: LooseRuns, at: number | undefined, beside: number | undefined): boolean {
  if (at === undefined || beside === undefined) return false;
  const [marker, text] = [loose.runs[at] as PlacedRun, loose.runs[beside] as PlacedRun];
  return marker.row === text.row && looksLikeMarker(marker);
}

export const looksLikeMarker = ({ visible }: PlacedRun): boolean => MARKER.test(visible);

/** These runs without the list marker that they begin with. */
export const withoutMarker = (loose: LooseRuns, runs: readonly number[]): readonly number[] =>
  isMarker(loose, runs[0], runs[1]) ? runs.slice(1) : runs;
