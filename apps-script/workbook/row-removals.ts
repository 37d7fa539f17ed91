import type { SheetRequest } from "./sheets-service";

/** Takes rows away from the bottom up, so that none moves before its turn; neighbours in one go. */
export function rowRemovals(sheetId: number, removed: Iterable<number>): SheetRequest[] {
  const runs: { startIndex: number; endIndex: number }[] = [];
  for (const row of [...removed].sort((a, b) => b - a)) {
    const last = runs[runs.length - 1];
    if (last && last.startIndex === row + 1) last.startIndex = row;
    else runs.push({ startIndex: row, endIndex: row + 1 });
  }
  return runs.map((run) => ({ deleteDimension: { range: { sheetId, dimension: "ROWS", ...run } } }));
}
