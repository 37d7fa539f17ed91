import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import { type AskedRange, type Box, boxOf } from "./a1";
import type { Book, Sheet } from "./book";

/** The sheet of an id, or Google's 400; an absent id means 0, as for any number in proto3. */
export function sheetOf(book: Book, sheetId: number | null | undefined): Sheet {
  const sheet = book.sheets.find((one) => one.sheetId === (sheetId ?? 0));
  if (!sheet) throw invalid(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** A GridRange as asked for, checked for sense; throws Google's 400. */
export function askedOf(book: Book, range: sheets_v4.Schema$GridRange | undefined): AskedRange {
  if (!range) throw invalid("range is required.");
  const sheet = sheetOf(book, range.sheetId);
  const startRow = range.startRowIndex ?? 0;
  const startColumn = range.startColumnIndex ?? 0;
  const indexes = [startRow, startColumn, range.endRowIndex ?? 0, range.endColumnIndex ?? 0];
  if (indexes.some((index) => !Number.isInteger(index) || index < 0)) {
    throw invalid(`Indexes of a range must be whole numbers from 0: ${JSON.stringify(range)}`);
  }
  if ((range.endRowIndex ?? startRow) < startRow || (range.endColumnIndex ?? startColumn) < startColumn) {
    throw invalid(`A range must not end before it starts: ${JSON.stringify(range)}`);
  }
  return {
    sheet,
    startRow,
    startColumn,
    ...(range.endRowIndex == null ? {} : { endRow: range.endRowIndex }),
    ...(range.endColumnIndex == null ? {} : { endColumn: range.endColumnIndex }),
    isCell: false,
  };
}

/** The cells of the grid under a GridRange; refused (400) where it begins past the grid. */
export function gridBox(book: Book, range: sheets_v4.Schema$GridRange | undefined): { sheet: Sheet; box: Box } {
  const asked = askedOf(book, range);
  return { sheet: asked.sheet, box: boxOf(asked) };
}

export const toGridRange = (sheet: Sheet, box: Box): sheets_v4.Schema$GridRange => ({
  sheetId: sheet.sheetId,
  startRowIndex: box.startRow,
  endRowIndex: box.endRow,
  startColumnIndex: box.startColumn,
  endColumnIndex: box.endColumn,
});

/** A GridRange with its open ends at infinity. */
const bounds = (range: sheets_v4.Schema$GridRange): Box => ({
  startRow: range.startRowIndex ?? 0,
  endRow: range.endRowIndex ?? Number.POSITIVE_INFINITY,
  startColumn: range.startColumnIndex ?? 0,
  endColumn: range.endColumnIndex ?? Number.POSITIVE_INFINITY,
});

export const overlap = (a: Box, b: Box): boolean =>
  a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;

export const contains = (outer: Box, inner: Box): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

/** Whether a GridRange and a box of a sheet share a cell. */
export const touches = (range: sheets_v4.Schema$GridRange, sheetId: number, box: Box): boolean =>
  (range.sheetId ?? 0) === sheetId && overlap(bounds(range), box);

/** Whether a GridRange holds all of a box. */
export const holds = (range: sheets_v4.Schema$GridRange, sheetId: number, box: Box): boolean =>
  (range.sheetId ?? 0) === sheetId && contains(bounds(range), box);
