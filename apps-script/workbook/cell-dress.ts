import type { SheetRequest } from "./sheets-service";

/** What one cell gets besides its plain value. */
export interface CellDress {
  readonly row: number;
  readonly column: number;
  readonly cell: object;
  /** Which fields of the cell are set, as the API names them. */
  readonly fields: string;
}

/** The fewest requests that do it: cells below each other that get the same fields go together. */
export function dressRequests(sheetId: number, dressed: readonly CellDress[]): SheetRequest[] {
  const last = new Map<string, CellDress>();
  for (const one of dressed) last.set(`${one.fields} ${one.column} ${one.row}`, one);
  const sorted = [...last.values()].sort((a, b) => compare(a.fields, b.fields) || a.column - b.column || a.row - b.row);
  const runs: { first: CellDress; cells: object[] }[] = [];
  for (const one of sorted) {
    const run = runs[runs.length - 1];
    const continues =
      run &&
      run.first.fields === one.fields &&
      run.first.column === one.column &&
      run.first.row + run.cells.length === one.row;
    if (continues) run.cells.push(one.cell);
    else runs.push({ first: one, cells: [one.cell] });
  }
  return runs.map(({ first, cells }) => ({
    updateCells: {
      start: { sheetId, rowIndex: first.row, columnIndex: first.column },
      rows: cells.map((cell) => ({ values: [cell] })),
      fields: first.fields,
    },
  }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
