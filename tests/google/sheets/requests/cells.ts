import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { applyMask, type Mask } from "../../api/field-mask";
import { type Box, boxOf } from "../a1";
import { cellAt, filledSize, putCells, type Sheet } from "../book";
import { type Cell, WRITABLE } from "../cell";
import { growBy } from "../dimensions";
import { checkLength } from "../enter";
import { gridBox, sheetOf } from "../grid-range";
import { refuseProtected } from "../protection";
import { checkCondition } from "./conditions";
import { type Handlers, updateMask, type Work } from "./request";

type CellData = sheets_v4.Schema$CellData;

function cellMask(fields: string | null | undefined): Mask {
  const mask = updateMask("CellData", fields);
  if (mask === true) return new Map(WRITABLE.map((name) => [name, true] as const));
  const readOnly = [...mask.keys()].find((name) => !(WRITABLE as readonly string[]).includes(name));
  if (readOnly !== undefined) throw invalid(`Field '${readOnly}' is read-only.`);
  return mask;
}

function checkCell({ userEnteredValue, note, dataValidation }: CellData): void {
  if (dataValidation) checkCondition(dataValidation.condition, "data validation");
  const values = Object.values(userEnteredValue ?? {}).filter((value) => value !== null && value !== undefined);
  if (values.length > 1) throw invalid("An ExtendedValue must have exactly one value.");
  if (userEnteredValue?.errorValue) throw invalid("Cannot enter an error value.");
  const formula = userEnteredValue?.formulaValue;
  if (formula != null && !formula.startsWith("=")) throw invalid(`Formula must start with '=': ${formula}`);
  checkLength(userEnteredValue?.stringValue ?? formula);
  if ((note?.length ?? 0) > 50_000) throw invalid("A note can have at most 50000 characters.");
}

const merged = (mask: Mask, cell: Cell | undefined, data: CellData): Cell => applyMask<Cell>(mask, cell, data as Cell);

function writeRow(sheet: Sheet, row: number, column: number, mask: Mask, values: readonly CellData[]): void {
  for (const value of values) checkCell(value);
  putCells(
    sheet,
    row,
    column,
    values.map((value, place) => merged(mask, cellAt(sheet, row, column + place), value)),
  );
}

function updateFrom(
  work: Work,
  mask: Mask,
  start: sheets_v4.Schema$GridCoordinate,
  rows: readonly sheets_v4.Schema$RowData[],
): void {
  const sheet = sheetOf(work.book, start.sheetId);
  const [startRow, startColumn] = [start.rowIndex ?? 0, start.columnIndex ?? 0];
  const width = Math.max(0, ...rows.map(({ values }) => values?.length ?? 0));
  const box: Box = { startRow, startColumn, endRow: startRow + rows.length, endColumn: startColumn + width };
  boxOf({ sheet, startRow, startColumn, isCell: false });
  if (box.endRow > sheet.rowCount)
    throw invalid(
      `Attempting to write row: ${sheet.rowCount}, beyond the last requested row of: ${sheet.rowCount - 1}`,
    );
  if (box.endColumn > sheet.columnCount) {
    throw invalid(
      `Attempting to write column: ${sheet.columnCount}, beyond the last requested column of: ${sheet.columnCount - 1}`,
    );
  }
  refuseProtected(work.book, sheet, box, work.editor);
  for (const [offset, { values }] of rows.entries())
    writeRow(sheet, startRow + offset, startColumn, mask, values ?? []);
}

function updateWithin(
  work: Work,
  mask: Mask,
  range: sheets_v4.Schema$GridRange,
  rows: readonly sheets_v4.Schema$RowData[],
): void {
  const { sheet, box } = gridBox(work.book, range);
  const [height, width] = [box.endRow - box.startRow, box.endColumn - box.startColumn];
  if (rows.length > height) {
    throw invalid(`Attempting to write row: ${box.endRow}, beyond the last requested row of: ${box.endRow - 1}`);
  }
  if (rows.some(({ values }) => (values?.length ?? 0) > width)) {
    throw invalid(
      `Attempting to write column: ${box.endColumn}, beyond the last requested column of: ${box.endColumn - 1}`,
    );
  }
  refuseProtected(work.book, sheet, box, work.editor);
  for (let offset = 0; offset < height; offset++) {
    const given = rows[offset]?.values ?? [];
    const known = sheet.rows[box.startRow + offset]?.length ?? 0;
    if (given.length === 0 && known <= box.startColumn) continue;
    const length = Math.min(width, Math.max(given.length, known - box.startColumn));
    writeRow(
      sheet,
      box.startRow + offset,
      box.startColumn,
      mask,
      Array.from({ length }, (_, place) => given[place] ?? {}),
    );
  }
}

export const cellHandlers: Handlers = {
  updateCells(work, { fields, start, range, rows = [] }) {
    const mask = cellMask(fields);
    if ((start === undefined) === (range === undefined)) throw invalid("Must specify exactly one of start and range.");
    if (start) updateFrom(work, mask, start, rows);
    else updateWithin(work, mask, range ?? {}, rows);
    return undefined;
  },

  repeatCell(work, request) {
    const mask = cellMask(request.fields);
    const { sheet, box } = gridBox(work.book, request.range);
    refuseProtected(work.book, sheet, box, work.editor);
    const data = request.cell ?? {};
    checkCell(data);
    const blank = merged(mask, undefined, data);
    for (let row = box.startRow; row < box.endRow; row++) {
      const cells = Array.from({ length: Math.max(0, box.endColumn - box.startColumn) }, (_, place) => {
        const cell = cellAt(sheet, row, box.startColumn + place);
        return cell ? merged(mask, cell, data) : blank;
      });
      putCells(sheet, row, box.startColumn, cells);
    }
    return undefined;
  },

  appendCells(work, request) {
    const mask = cellMask(request.fields);
    const sheet = sheetOf(work.book, request.sheetId);
    const rows = request.rows ?? [];
    const start = filledSize(sheet).rows;
    const width = Math.max(0, ...rows.map(({ values }) => values?.length ?? 0));
    if (start + rows.length > sheet.rowCount) growBy(work.book, sheet, "ROWS", start + rows.length - sheet.rowCount);
    if (width > sheet.columnCount) growBy(work.book, sheet, "COLUMNS", width - sheet.columnCount);
    updateFrom(work, mask, { sheetId: sheet.sheetId, rowIndex: start, columnIndex: 0 }, rows);
    return undefined;
  },

  setDataValidation({ book, editor }, request) {
    const { sheet, box } = gridBox(book, request.range);
    refuseProtected(book, sheet, box, editor);
    const rule = request.rule;
    if (rule) checkCondition(rule.condition, "data validation");
    for (let row = box.startRow; row < box.endRow; row++) {
      if (!rule && !sheet.rows[row]) continue;
      const cells = Array.from({ length: box.endColumn - box.startColumn }, (_, place) => {
        const { dataValidation, ...cell } = cellAt(sheet, row, box.startColumn + place) ?? {};
        return rule ? { ...cell, dataValidation: rule } : cell;
      });
      putCells(sheet, row, box.startColumn, cells);
    }
    return undefined;
  },
};
