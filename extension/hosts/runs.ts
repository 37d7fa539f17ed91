import { visibleOf } from "./visible";

/** A stretch of text as the page shows it: one style, one visual line. CSS pixels of the page's overlay. */
export interface Run {
  /** As the page names it; its spacing may differ from the document's. */
  readonly text: string;
  readonly visible: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** As `CanvasRenderingContext2D.font` takes it. */
  readonly font: string;
}

/** A run with its place in the order of reading. */
export interface PlacedRun extends Run {
  /** Row from the top; runs of one row stand beside each other. */
  readonly row: number;
}

/** Makes a run; `undefined` where there is nothing to see. */
export function runOf(run: Omit<Run, "visible">): Run | undefined {
  const visible = visibleOf(run.text);
  return visible && run.width > 0 && run.height > 0 ? { ...run, visible } : undefined;
}

/** How many visible UTF-16 units runs have together. */
export const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { visible }) => sum + visible.length, 0);

/**
 * Sorts runs into rows from top to bottom and, in a row, from left to right. Raised letters belong to their row. `kept`: what a
 * run was placed as before; where it stands in the same row, it is that object again.
 */
export function inReadingOrder(runs: readonly Run[], kept = new WeakMap<Run, PlacedRun>()): PlacedRun[] {
  // Taller ones first, so that a superscript finds the row that it is raised from.
  const rows: { top: number; bottom: number; runs: Run[] }[] = [];
  const byMiddle = [...runs].sort((a, b) => b.height - a.height || a.top - b.top);
  for (const run of byMiddle) {
    const middle = run.top + run.height / 2;
    const row = rows.find(({ top, bottom }) => middle > top && middle < bottom);
    if (row) row.runs.push(run);
    else rows.push({ top: run.top, bottom: run.top + run.height, runs: [run] });
  }
  rows.sort((a, b) => a.top - b.top);
  const placed: PlacedRun[] = [];
  rows.forEach(({ runs: own }, row) => {
    for (const run of own.sort((a, b) => a.left - b.left)) {
      const before = kept.get(run);
      const now = before?.row === row ? before : { ...run, row };
      if (now !== before) kept.set(run, now);
      placed.push(now);
    }
  });
  return placed;
}
