import type { sheets_v4 } from "@googleapis/sheets";
import type { Box } from "./a1";
import { type Cell, isEmpty, tidy } from "./cell";

export type Row = readonly (Cell | undefined)[];

/** How large a new sheet is. */
export const DEFAULT_GRID = { rowCount: 1000, columnCount: 26 } as const;
/** The most cells in a spreadsheet, as Google documents it. */
export const BOOK_CELLS = 10_000_000;
/** The most columns in a sheet: up to ZZZ. */
export const SHEET_COLUMNS = 18_278;

/** One sheet. Rows and lists are replaced and never changed in place, so that a shallow copy keeps what was. */
export interface Sheet {
  readonly sheetId: number;
  properties: sheets_v4.Schema$SheetProperties;
  rowCount: number;
  columnCount: number;
  rows: (Row | undefined)[];
  /** What is set for single rows and columns (hidden, height), by index. */
  rowProperties: ReadonlyMap<number, sheets_v4.Schema$DimensionProperties>;
  columnProperties: ReadonlyMap<number, sheets_v4.Schema$DimensionProperties>;
  protectedRanges: readonly sheets_v4.Schema$ProtectedRange[];
  conditionalFormats: readonly sheets_v4.Schema$ConditionalFormatRule[];
  charts: readonly sheets_v4.Schema$EmbeddedChart[];
  filterViews: readonly sheets_v4.Schema$FilterView[];
  bandedRanges: readonly sheets_v4.Schema$BandedRange[];
  merges: readonly sheets_v4.Schema$GridRange[];
  basicFilter: sheets_v4.Schema$BasicFilter | undefined;
}

/** One spreadsheet. */
export interface Book {
  readonly spreadsheetId: string;
  properties: sheets_v4.Schema$SpreadsheetProperties;
  sheets: Sheet[];
  namedRanges: readonly sheets_v4.Schema$NamedRange[];
  developerMetadata: readonly sheets_v4.Schema$DeveloperMetadata[];
}

export function newSheet(
  sheetId: number,
  title: string,
  grid: { rowCount: number; columnCount: number } = DEFAULT_GRID,
): Sheet {
  return {
    sheetId,
    properties: { title, sheetType: "GRID" },
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    rows: [],
    rowProperties: new Map(),
    columnProperties: new Map(),
    protectedRanges: [],
    conditionalFormats: [],
    charts: [],
    filterViews: [],
    bandedRanges: [],
    merges: [],
    basicFilter: undefined,
  };
}

export function newBook(spreadsheetId: string, title: string): Book {
  return {
    spreadsheetId,
    properties: { title, locale: "en_US", autoRecalc: "ON_CHANGE", timeZone: "Etc/GMT" },
    sheets: [newSheet(0, "Sheet1")],
    namedRanges: [],
    developerMetadata: [],
  };
}

/** A copy to work on; what is not taken over leaves the first as it was. */
export const copyOf = (book: Book): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice() })),
});

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.rows[row]?.[column];

/** Puts cells into one row from a column on; undefined empties a cell. */
export function putCells(sheet: Sheet, row: number, column: number, cells: readonly (Cell | undefined)[]): void {
  const next = (sheet.rows[row] ?? []).slice();
  while (next.length < column) next.push(undefined);
  for (const [index, cell] of cells.entries()) next[column + index] = cell && tidy(cell);
  sheet.rows[row] = next;
}

/** The rows and columns of the sheet that hold a value, counted from its first; nothing beyond has one. */
export function filledSize(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [index, row] of sheet.rows.entries()) {
    if (!row) continue;
    let last = row.length;
    while (last > 0 && isEmpty(row[last - 1])) last--;
    if (last > 0) rows = index + 1;
    columns = Math.max(columns, last);
  }
  return { rows, columns };
}

export const wholeSheet = (sheet: Sheet): Box => ({
  startRow: 0,
  endRow: sheet.rowCount,
  startColumn: 0,
  endColumn: sheet.columnCount,
});

export const cellCount = (book: Book): number =>
  book.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
