import type { Cell } from "../../core/notes/line-collector";
import type { DocsBlock, DocsTable } from "./docs-json";

/** One cell with its place in the table. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly content: readonly DocsBlock[];
}

/** Lists the cells of a table by row, without those that a merged cell covers and rows that are only suggested. */
export function placedRows({ columns, tableRows }: DocsTable): PlacedCell[] {
  const placed: PlacedCell[] = [];
  /** For each column the first row that no cell from above reaches into. */
  const freeFrom: number[] = [];
  const rows = (tableRows ?? []).filter((row) => !row.suggestedInsertionIds?.length);
  rows.forEach(({ tableCells = [] }, row) => {
    const isWhole = tableCells.length === columns;
    let column = 0;
    tableCells.forEach((tableCell, index) => {
      if (isWhole) {
        // Every place has a cell here, a covered one an empty one.
        if (index < column || (freeFrom[index] ?? 0) > row) return;
        column = index;
      } else while ((freeFrom[column] ?? 0) > row) column++;
      const wide = tableCell.tableCellStyle?.columnSpan ?? 1;
      const high = tableCell.tableCellStyle?.rowSpan ?? 1;
      placed.push({ cell: { row, column }, content: tableCell.content ?? [] });
      if (high > 1) for (let at = column; at < column + wide; at++) freeFrom[at] = row + high;
      column += Math.max(wide, 1);
    });
  });
  return placed;
}
