import type { PageView, ShownLine } from "./host";
import type { LineIndex } from "./line-index";
import { type Located, locate } from "./locate";
import type { TextMeasure } from "./measure";
import type { PageRuns } from "./page-runs";
import { relocate } from "./relocate";
import { lengthOf, type PlacedRun } from "./runs";
import { shownLine } from "./shown-line";

/** What a page shows, and from what this was told: the next view is made from it, by what changed only. */
export interface LocatedPage {
  readonly runs: PageRuns;
  readonly view: PageView;
  readonly located: readonly Located[];
  /** The text as it was when the lines were found. */
  readonly index: LineIndex;
  readonly version: number;
  readonly scale: number;
}

/** Share by which a page's scale must change to count: less is how the browser rounds. */
const SAME_SCALE = 0.005;

/** CSS pixels by which text may end further left without the margin growing. */
const CALM = 40;

/** Finds the lines that pages show. */
export class PageViews {
  private readonly scales = new WeakMap<PlacedRun, number>();

  constructor(private readonly measure: TextMeasure["measure"]) {}

  /** `before`: what was found on the page the last time. */
  of(page: HTMLElement, shows: PageRuns, index: LineIndex, before: LocatedPage | undefined): LocatedPage {
    const { runs, width } = shows;
    const { version } = index;
    const sameText = before?.index === index && before.version === version;
    const located = (sameText && relocate(before.located, before.runs.runs, runs)) || locate(runs, index);
    const now = this.scaleOf(runs);
    const scale = before && Math.abs(now / before.scale - 1) < SAME_SCALE ? before.scale : now;
    const placed = located.reduce((sum, { segments }) => sum + lengthOf(segments.map(({ run }) => run)), 0);
    const known = new Map(
      before?.scale === scale ? before.located.map((line, at) => [line.entry, [line, before.view.lines[at]]]) : [],
    ) as ReadonlyMap<object, readonly [Located, ShownLine]>;
    const lines = located.map((line) => {
      const [was, shown] = known.get(line.entry) ?? [];
      return was && shown && isSame(was, line) ? shown : shownLine(line, this.measure, scale);
    });
    const view = {
      ...{ page, width, lines },
      textRight: textRight(runs, width, before?.view),
      unread: lengthOf(runs) - placed + located.filter(({ edit }) => edit).length,
    };
    return { runs: shows, view, located, index, version, scale };
  }

  /** Pixels of the overlay to a pixel of the fonts: a low one, as labels that lack spaces seem to be written larger. */
  private scaleOf(runs: readonly PlacedRun[]): number {
    const scales: number[] = [];
    for (const run of runs) {
      let scale = this.scales.get(run);
      if (scale === undefined) {
        scale = run.width / this.measure(run.font, run.text);
        this.scales.set(run, scale);
      }
      if (Number.isFinite(scale)) scales.push(scale);
    }
    scales.sort((a, b) => a - b);
    return scales[Math.floor(scales.length / 10)] ?? 1;
  }
}

/**
 * Where the margin begins: past all text, and no further left than the left margin is wide. With less text it stays where it was,
 * so that what is drawn in it does not go to and fro while someone types.
 */
function textRight(runs: readonly PlacedRun[], width: number, before: PageView | undefined): number {
  let [left, right] = [width, 0];
  for (const run of runs) {
    left = Math.min(left, run.left);
    right = Math.max(right, run.left + run.width);
  }
  right = Math.max(right, width - left);
  const last = before?.width === width ? before.textRight : 0;
  return right < last && right > last - CALM ? last : right;
}

/** Whether a line stands on just the runs that it stood on. */
function isSame(was: Located, now: Located): boolean {
  if (was === now) return true;
  const [a, b] = [was.edit, now.edit];
  return (
    was.fromStart === now.fromStart &&
    a?.prefix === b?.prefix &&
    a?.suffix === b?.suffix &&
    a?.shown === b?.shown &&
    was.segments.length === now.segments.length &&
    was.segments.every(({ run, at }, n) => run === now.segments[n]?.run && at === now.segments[n]?.at)
  );
}
