import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import { type AskedRange, type Box, boxOf, columnName } from "./a1";
import { type Book, cellAt, putCells } from "./book";
import type { Cell } from "./cell";
import { enter, type InputOption } from "./enter";
import { type Editor, refuseProtected } from "./protection";
import { boxName } from "./read-values";

/** What was written: its box, and how much of it. */
export interface Written {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

const transposed = (lines: readonly (readonly unknown[])[]): unknown[][] => {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, place) => lines.map((line) => line[place]));
};

/** Rows of a ValueRange, or Google's 400 where a row is no list. */
export function rowsOf(valueRange: sheets_v4.Schema$ValueRange): readonly (readonly unknown[])[] {
  const values: readonly (readonly unknown[])[] = valueRange.values ?? [];
  return valueRange.majorDimension === "COLUMNS" ? transposed(values) : values;
}

/** The box of the written cells, or Google's 400 where the values do not fit into the range or the grid. */
function fittingBox(asked: AskedRange, rows: readonly (readonly unknown[])[]): Box {
  const { sheet, isCell } = asked;
  const box = boxOf(asked);
  const limit = isCell ? { endRow: sheet.rowCount, endColumn: sheet.columnCount } : box;
  const endRow = box.startRow + rows.length;
  const endColumn = box.startColumn + Math.max(0, ...rows.map((row) => row.length));
  const within = `Requested writing within range [${boxName(sheet, box)}], but tried writing to`;
  if (endRow > limit.endRow) throw invalid(`${within} row [${limit.endRow + 1}]`);
  if (endColumn > limit.endColumn) throw invalid(`${within} column [${columnName(limit.endColumn)}]`);
  return { startRow: box.startRow, startColumn: box.startColumn, endRow, endColumn };
}

/** Writes rows of values where a range begins; null leaves a cell, what a row does not reach is left. */
export function writeValues(
  book: Book,
  asked: AskedRange,
  rows: readonly (readonly unknown[])[],
  option: InputOption,
  editor: Editor,
): Written {
  const { sheet } = asked;
  const box = fittingBox(asked, rows);
  refuseProtected(book, sheet, box, editor);
  const columns = new Set<number>();
  let cells = 0;
  let written = 0;
  for (const [offset, row] of rows.entries()) {
    const at = box.startRow + offset;
    let filled = 0;
    const next = row.map((value, place): Cell | undefined => {
      if (value !== null && value !== undefined) {
        filled++;
        columns.add(place);
      }
      return enter(cellAt(sheet, at, box.startColumn + place), value, option, `values[${offset}][${place}]`);
    });
    if (filled > 0) {
      written++;
      putCells(sheet, at, box.startColumn, next);
    }
    cells += filled;
  }
  return { box, rows: written, columns: columns.size, cells };
}
