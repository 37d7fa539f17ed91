import type { PlacedRun } from "./runs";

/** A run and the visible character of its line that it begins with. */
export interface Segment {
  readonly run: PlacedRun;
  readonly at: number;
}

/** Rows below a run that are looked at for how its paragraph goes on. */
const ROWS_BELOW = 3;
/** Runs of one line of text stand no further apart than so many heights. */
export const NEAR = 1.2;

/** The runs of a page that are not yet known to belong to a line. */
export class LooseRuns {
  readonly rows: number[][] = [];
  taken: boolean[];

  constructor(readonly runs: readonly PlacedRun[]) {
    this.taken = runs.map(() => false);
    runs.forEach(({ row }, at) => {
      const own = this.rows[row] ?? [];
      own.push(at);
      this.rows[row] = own;
    });
  }

  take(runs: readonly number[]): void {
    for (const at of runs) this.taken[at] = true;
  }

  /** Goes back to an earlier state of `taken`. */
  restore(taken: readonly boolean[]): void {
    this.taken = [...taken];
  }

  /** The loose runs from one place in the order of reading to before another. */
  between(from: number, to: number): number[] {
    const loose: number[] = [];
    for (let at = Math.max(0, from); at < Math.min(to, this.runs.length); at++) if (!this.taken[at]) loose.push(at);
    return loose;
  }

  /**
   * Lays the visible characters of a line over loose runs, the first of which is given: every run must hold just the next
   * characters. `undefined` where one does not; `complete` is false where the page ends before the line does.
   */
  lay(
    visible: string,
    first: number,
    from = 0,
  ): { readonly runs: readonly number[]; readonly complete: boolean } | undefined {
    const own: number[] = [];
    let at = from;
    let current: number | undefined = first;
    while (current !== undefined) {
      const run = this.runs[current] as PlacedRun;
      if (!visible.startsWith(run.visible, at)) return undefined;
      own.push(current);
      at += run.visible.length;
      if (at === visible.length) return { runs: own, complete: true };
      const next: number | "end" | undefined = this.nextOf(own, visible, at);
      if (next === undefined) return undefined;
      if (next === "end") return { runs: own, complete: false };
      current = next;
    }
    return undefined;
  }

  /** Where a paragraph goes on after its runs so far: beside the last, or in the next row below that is under them. */
  private nextOf(own: readonly number[], visible: string, at: number): number | "end" | undefined {
    const last = this.runs[own[own.length - 1] as number] as PlacedRun;
    const fits = (run: PlacedRun) => visible.startsWith(run.visible, at);
    const free = (row: readonly number[]) => row.filter((n) => !this.taken[n] && !own.includes(n));
    const beside = free(this.rows[last.row] as number[]).filter((n) => fits(this.runs[n] as PlacedRun));
    const gap = (n: number) => gapBetween(last, this.runs[n] as PlacedRun);
    const near = beside.filter((n) => gap(n) < last.height * NEAR).sort((a, b) => gap(a) - gap(b));
    if (near[0] !== undefined) return near[0];

    let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const n of own) {
      const run = this.runs[n] as PlacedRun;
      left = Math.min(left, run.left);
      right = Math.max(right, run.left + run.width);
    }
    let met = false;
    for (let row = last.row + 1; row <= last.row + ROWS_BELOW && row < this.rows.length; row++) {
      const under = free(this.rows[row] as number[]).filter((n) => {
        const run = this.runs[n] as PlacedRun;
        return run.left < right && run.left + run.width > left;
      });
      if (!under.length) continue;
      met = true;
      const next = under.find((n) => fits(this.runs[n] as PlacedRun));
      if (next !== undefined) return next;
      break;
    }
    if (beside[0] !== undefined) return beside[0];
    return met ||
      this.between(0, this.runs.length).some((n) => (this.runs[n] as PlacedRun).row > last.row && !own.includes(n))
      ? undefined
      : "end";
  }
}

/** CSS pixels between two runs of a row. */
export function gapBetween(a: PlacedRun, b: PlacedRun): number {
  return Math.max(b.left - (a.left + a.width), a.left - (b.left + b.width), 0);
}
