import { annotationRuns } from "./annotation-runs";
import { confirmedRuns } from "./confirmed-runs";
import type { PageView } from "./host";
import type { LineIndex } from "./line-index";
import { locate } from "./locate";
import type { TextMeasure } from "./measure";
import { frameOf, within } from "./page-frame";
import { paintedRuns } from "./painted-runs";
import { inReadingOrder, type PlacedRun, type Run } from "./runs";
import { shownLine } from "./shown-line";

/** Where the runs of a page come from. */
export type RunSource = "annotated" | "painted" | "none";

/** What a page shows, before it is known which lines these are. */
export interface PageRuns {
  readonly source: RunSource;
  readonly runs: readonly PlacedRun[];
}

/** Share of the annotation layer that the canvas must bear out for the layer to be used. */
const BORNE_OUT = 0.9;

/** Reads a page's runs from the best source that answers for it now. */
export function pageRuns(page: HTMLElement, measure: TextMeasure): PageRuns {
  const named = annotationRuns(page);
  const painted = paintedRuns(page, measure);
  const chosen = choose(page, named, painted, measure);
  return { source: chosen.source, runs: inReadingOrder(chosen.runs) };
}

function choose(page: HTMLElement, all: readonly Run[], painted: readonly Run[], { measure }: TextMeasure) {
  if (!painted.length) {
    const visible = onCanvas(page, all);
    return { source: visible.length ? ("annotated" as const) : ("none" as const), runs: visible };
  }
  // Above 100 % a canvas covers a part of its page only; what the layer names beyond it cannot be borne out, nor seen.
  const top = Math.min(...painted.map((run) => run.top));
  const bottom = Math.max(...painted.map((run) => run.top + run.height));
  const named = all.filter((run) => run.top + run.height > top && run.top < bottom);
  const confirmed = confirmedRuns(named, painted, measure);
  if (named.length && confirmed.length >= named.length * BORNE_OUT && saysAll(confirmed, painted))
    return { source: "annotated" as const, runs: confirmed };
  return { source: "painted" as const, runs: painted };
}

/** The runs that a canvas of the page reaches, where it has any: above 100 % the others cannot be seen. */
function onCanvas(page: HTMLElement, runs: readonly Run[]): readonly Run[] {
  const canvases = [...page.querySelectorAll("canvas")];
  if (!canvases.length) return runs;
  const frame = frameOf(page);
  const areas = canvases.map((canvas) => within(frame, canvas.getBoundingClientRect()));
  return runs.filter((run) => areas.some(({ top, height }) => run.top + run.height > top && run.top < top + height));
}

/** Whether the layer names about as much as is painted: one that lags may lack what is new. */
const saysAll = (named: readonly Run[], painted: readonly Run[]): boolean =>
  lengthOf(named) >= lengthOf(painted) * BORNE_OUT;
const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { visible }) => sum + visible.length, 0);

/** Finds the lines that a page shows. */
export function pageView(page: HTMLElement, { runs }: PageRuns, index: LineIndex, { measure }: TextMeasure): PageView {
  const located = locate(runs, index);
  const placed = located.reduce((sum, { segments }) => sum + lengthOf(segments.map(({ run }) => run)), 0);
  const scale = scaleOf(runs, measure);
  return {
    page,
    lines: located.map((found) => shownLine(found, measure, scale)),
    textRight: runs.reduce((right, { left, width }) => Math.max(right, left + width), 0),
    unread: lengthOf(runs) - placed + located.filter(({ edit }) => edit).length,
  };
}

/** Pixels of the overlay to a pixel of the fonts: a low one, as labels that lack spaces seem to be written larger. */
function scaleOf(runs: readonly PlacedRun[], measure: TextMeasure["measure"]): number {
  const scales = runs.flatMap(({ font, text, width }) => {
    const full = measure(font, text);
    return full > 0 ? [width / full] : [];
  });
  scales.sort((a, b) => a - b);
  return scales[Math.floor(scales.length / 10)] ?? 1;
}
