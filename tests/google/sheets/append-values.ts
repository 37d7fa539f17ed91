import { type AskedRange, type Box, boxOf } from "./a1";
import { type Book, cellAt, filledSize, type Sheet } from "./book";
import { isEmpty } from "./cell";
import { growBy, insertAt } from "./dimensions";
import type { InputOption } from "./enter";
import type { Editor } from "./protection";
import { type Written, writeValues } from "./write-values";

const filled = (sheet: Sheet, row: number, column: number): boolean => !isEmpty(cellAt(sheet, row, column));

function anyIn(sheet: Sheet, { startRow, endRow, startColumn, endColumn }: Box): boolean {
  for (let row = Math.max(0, startRow); row < endRow; row++) {
    for (let column = Math.max(0, startColumn); column < endColumn; column++) {
      if (filled(sheet, row, column)) return true;
    }
  }
  return false;
}

/** The last filled cell of the range, in reading order. */
function lastFilled(sheet: Sheet, box: Box): readonly [number, number] | undefined {
  const size = filledSize(sheet);
  for (let row = Math.min(box.endRow, size.rows) - 1; row >= box.startRow; row--) {
    for (let column = Math.min(box.endColumn, size.columns) - 1; column >= box.startColumn; column--) {
      if (filled(sheet, row, column)) return [row, column];
    }
  }
  return undefined;
}

/** The block of cells around a filled cell whose surroundings are empty: what Google's guide calls a table. */
function tableAround(sheet: Sheet, [row, column]: readonly [number, number]): Box {
  let [startRow, endRow, startColumn, endColumn] = [row, row + 1, column, column + 1];
  const inRow = (at: number) =>
    anyIn(sheet, { startRow: at, endRow: at + 1, startColumn: startColumn - 1, endColumn: endColumn + 1 });
  const inColumn = (at: number) =>
    anyIn(sheet, { startRow: startRow - 1, endRow: endRow + 1, startColumn: at, endColumn: at + 1 });
  for (let size = 0; size !== endRow - startRow + endColumn - startColumn; ) {
    size = endRow - startRow + endColumn - startColumn;
    while (inRow(startRow - 1)) startRow--;
    while (inRow(endRow)) endRow++;
    while (inColumn(startColumn - 1)) startColumn--;
    while (inColumn(endColumn)) endColumn++;
  }
  return { startRow, endRow, startColumn, endColumn };
}

/** Writes rows after the last table that the range touches, or at its start where it touches none; the grid grows. */
export function appendValues(
  book: Book,
  asked: AskedRange,
  rows: readonly (readonly unknown[])[],
  option: InputOption,
  insertRows: boolean,
  editor: Editor,
): { readonly table: Box | undefined; readonly written: Written } {
  const { sheet } = asked;
  const box = boxOf(asked);
  const last = lastFilled(sheet, box);
  const table = last && tableAround(sheet, last);
  const startRow = table ? table.endRow : box.startRow;
  const startColumn = table ? table.startColumn : box.startColumn;
  if (insertRows && startRow < sheet.rowCount) insertAt(book, sheet, "ROWS", startRow, rows.length);
  const missingRows = startRow + rows.length - sheet.rowCount;
  const missingColumns = startColumn + Math.max(0, ...rows.map((row) => row.length)) - sheet.columnCount;
  if (missingRows > 0) growBy(book, sheet, "ROWS", missingRows);
  if (missingColumns > 0) growBy(book, sheet, "COLUMNS", missingColumns);
  if (rows.length === 0) {
    return {
      table,
      written: {
        box: { startRow, endRow: startRow, startColumn, endColumn: startColumn },
        rows: 0,
        columns: 0,
        cells: 0,
      },
    };
  }
  return { table, written: writeValues(book, { sheet, startRow, startColumn, isCell: true }, rows, option, editor) };
}
