import { AnnotationRuns, type ChangedRects } from "./annotation-runs";
import { confirmedRuns } from "./confirmed-runs";
import type { TextMeasure } from "./measure";
import { frameOf, type PageFrame, within } from "./page-frame";
import { PaintedRuns } from "./painted-runs";
import { inReadingOrder, lengthOf, type PlacedRun, type Run } from "./runs";

/** Where the runs of a page come from. */
export type RunSource = "annotated" | "painted" | "none";

/** What a page shows, before it is known which lines these are. */
export interface PageRuns {
  readonly source: RunSource;
  /** In the order of reading. A run that did not change is the same object as before. */
  readonly runs: readonly PlacedRun[];
  /** Of the page, in pixels of its overlay. */
  readonly width: number;
}

/** Share of the annotation layer that the canvas must bear out for the layer to be used. */
const BORNE_OUT = 0.9;

/** Reads the runs of pages, each page from the best source that answers for it now. */
export class PageRunsReader {
  private readonly named = new AnnotationRuns();
  private readonly painted: PaintedRuns;
  private readonly placed = new WeakMap<Run, PlacedRun>();

  constructor(
    document: Document,
    private readonly text: TextMeasure,
    signal: AbortSignal,
  ) {
    this.painted = new PaintedRuns(document, text, signal);
  }

  read(page: HTMLElement, changed: ChangedRects): PageRuns {
    const frame = frameOf(page);
    const named = this.named.of(page, frame, changed);
    const { source, runs } = choose(page, frame, named, this.painted.of(page, frame), this.text);
    return { source, runs: inReadingOrder(runs, this.placed), width: page.offsetWidth };
  }

  /** What was measured may be wrong. */
  forget(): void {
    this.painted.forget();
  }
}

function choose(
  page: HTMLElement,
  frame: PageFrame,
  all: readonly Run[],
  painted: readonly Run[],
  { measure }: TextMeasure,
) {
  if (!painted.length) {
    const visible = onCanvas(page, frame, all);
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
function onCanvas(page: HTMLElement, frame: PageFrame, runs: readonly Run[]): readonly Run[] {
  const canvases = [...page.querySelectorAll("canvas")];
  if (!canvases.length) return runs;
  const areas = canvases.map((canvas) => within(frame, canvas.getBoundingClientRect()));
  return runs.filter((run) => areas.some(({ top, height }) => run.top + run.height > top && run.top < top + height));
}

/** Whether the layer names about as much as is painted: one that lags may lack what is new. */
const saysAll = (named: readonly Run[], painted: readonly Run[]): boolean =>
  lengthOf(named) >= lengthOf(painted) * BORNE_OUT;
