import type { EvidenceRow } from "./evidence";
import type { Period } from "./periods";

/** What shows of one indicator in one period; `evidenced`, `planned` and `contrary` count found tags only. */
export interface HeatCell {
  readonly evidenced: number;
  readonly planned: number;
  readonly contrary: number;
  readonly suggested: number;
  /** Positions of its tags in the evidence rows, from 0: `from` to `to`, both included. */
  readonly from: number;
  readonly to: number;
}

/** Looks up a cell by indicator code and position of the period; absent where nothing shows. */
export type Heat = (code: string, period: number) => HeatCell | undefined;

/** Counts evidence rows by indicator and period; rows must come from `evidenceRows`, so that each cell's lie together. */
export function heat(rows: readonly EvidenceRow[], periods: readonly Period[]): Heat {
  const periodOf = new Map(periods.flatMap(({ meetings }, period) => meetings.map((meeting) => [meeting, period])));
  const cells = new Map<string, HeatCell>();
  for (const [index, { indicator, meetingIndex, tag }] of rows.entries()) {
    const key = `${periodOf.get(meetingIndex)} ${indicator.code}`;
    const cell = cells.get(key) ?? { evidenced: 0, planned: 0, contrary: 0, suggested: 0, from: index, to: index };
    const kind = tag.tier === "suggested" ? "suggested" : tag.stance;
    cells.set(key, { ...cell, [kind]: cell[kind] + 1, to: index });
  }
  return (code, period) => cells.get(`${period} ${code}`);
}

/** One step of the colour scale, with the words of the legend. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Four steps for counts up to `largest`: 1, 2–3, 4–7, 8 and more, or wider ones where counts are large. */
export function levels(largest: number): readonly Level[] {
  const top = Math.max(8, Math.ceil(largest / 2));
  const starts = [1, Math.ceil(top / 4), Math.ceil(top / 2), top];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    if (next === undefined) return { from, to: 1_000_000, label: `${from} or more` };
    return { from, to: next - 1, label: next - 1 === from ? `${from}` : `${from}–${next - 1}` };
  });
}

/** The largest number of lines that show or plan one practice in one period. */
export function largestCount(cells: Heat, codes: readonly string[], periods: number): number {
  return Math.max(0, ...codes.flatMap((code) => Array.from({ length: periods }, (_, at) => showing(cells(code, at)))));
}

/** Lines of a cell that show or plan the practice. */
export function showing(cell: HeatCell | undefined): number {
  return cell ? cell.evidenced + cell.planned : 0;
}
