import type { sheets_v4 } from "@googleapis/sheets";
import { type AskedRange, type Box, boxOf } from "./a1";
import { type Book, cellAt, type Sheet } from "./book";
import type { Cell } from "./cell";
import { locationTypeOf } from "./data-filter";
import { type Editor, mayEdit } from "./protection";
import { type Evaluate, effective, formatted } from "./render";

/** A sheet's properties as Google gives them. */
export function sheetProperties(book: Book, sheet: Sheet): sheets_v4.Schema$SheetProperties {
  return {
    sheetId: sheet.sheetId,
    index: book.sheets.indexOf(sheet),
    ...sheet.properties,
    gridProperties: {
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      ...sheet.properties.gridProperties,
    },
  };
}

const extended = (value: string | number | boolean): sheets_v4.Schema$ExtendedValue =>
  typeof value === "string"
    ? { stringValue: value }
    : typeof value === "number"
      ? { numberValue: value }
      : { boolValue: value };

function cellData(cell: Cell | undefined, evaluate: Evaluate): sheets_v4.Schema$CellData {
  if (!cell) return {};
  const value = effective(cell.userEnteredValue ?? undefined, evaluate);
  const shown = formatted(cell, evaluate);
  const link = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(cell.userEnteredValue?.formulaValue ?? "")?.[1];
  return {
    ...cell,
    ...(value === undefined ? {} : { effectiveValue: extended(value) }),
    ...(shown === undefined ? {} : { formattedValue: shown }),
    ...(cell.userEnteredFormat ? { effectiveFormat: cell.userEnteredFormat } : {}),
    ...(link === undefined ? {} : { hyperlink: link.replaceAll('""', '"') }),
  };
}

function trimEnd<T>(list: readonly T[], blank: (item: T) => boolean): T[] {
  let end = list.length;
  while (end > 0 && blank(list[end - 1] as T)) end--;
  return list.slice(0, end);
}

function dimensionData(
  book: Book,
  sheet: Sheet,
  dimension: "ROWS" | "COLUMNS",
  start: number,
  end: number,
): sheets_v4.Schema$DimensionProperties[] {
  const known = dimension === "ROWS" ? sheet.rowProperties : sheet.columnProperties;
  return Array.from({ length: end - start }, (_, offset) => {
    const developerMetadata = book.developerMetadata.filter(({ location }) => {
      const span = location?.dimensionRange;
      return (
        span?.dimension === dimension && (span.sheetId ?? 0) === sheet.sheetId && span.startIndex === start + offset
      );
    });
    return {
      pixelSize: dimension === "ROWS" ? 21 : 100,
      ...known.get(start + offset),
      ...(developerMetadata.length > 0 ? { developerMetadata } : {}),
    };
  });
}

function gridData(book: Book, sheet: Sheet, box: Box, evaluate: Evaluate): sheets_v4.Schema$GridData {
  const rowData: sheets_v4.Schema$RowData[] = [];
  for (let row = box.startRow; row < Math.min(box.endRow, sheet.rows.length); row++) {
    const width = Math.min(box.endColumn, sheet.rows[row]?.length ?? 0) - box.startColumn;
    const cells = Array.from({ length: Math.max(0, width) }, (_, place) =>
      cellData(cellAt(sheet, row, box.startColumn + place), evaluate),
    );
    const values = trimEnd(cells, (cell) => Object.keys(cell).length === 0);
    rowData.push(values.length === 0 ? {} : { values });
  }
  const kept = trimEnd(rowData, ({ values }) => values === undefined);
  return {
    ...(box.startRow > 0 ? { startRow: box.startRow } : {}),
    ...(box.startColumn > 0 ? { startColumn: box.startColumn } : {}),
    ...(kept.length > 0 ? { rowData: kept } : {}),
    rowMetadata: dimensionData(book, sheet, "ROWS", box.startRow, box.endRow),
    columnMetadata: dimensionData(book, sheet, "COLUMNS", box.startColumn, box.endColumn),
  };
}

/** A protection as the person who asks sees it: editors are shown to those who may edit only. */
export function protectedRangeFor(
  one: sheets_v4.Schema$ProtectedRange,
  editor: Editor,
): sheets_v4.Schema$ProtectedRange {
  const may = mayEdit(one, editor);
  const { editors, ...rest } = one;
  return { ...rest, ...(may ? { requestingUserCanEdit: true, ...(editors ? { editors } : {}) } : {}) };
}

const some = <T>(name: string, list: readonly T[]) => (list.length === 0 ? {} : { [name]: list });

/** One sheet as `spreadsheets.get` gives it; `boxes` are those whose cells are wanted, none for no cells. */
export function sheetResource(
  book: Book,
  sheet: Sheet,
  editor: Editor,
  evaluate: Evaluate,
  boxes: readonly Box[],
): sheets_v4.Schema$Sheet {
  const metadata = book.developerMetadata.filter(
    ({ location }) => locationTypeOf(location ?? {}) === "SHEET" && (location?.sheetId ?? 0) === sheet.sheetId,
  );
  return {
    properties: sheetProperties(book, sheet),
    ...some(
      "data",
      boxes.map((box) => gridData(book, sheet, box, evaluate)),
    ),
    ...some("merges", sheet.merges),
    ...some("conditionalFormats", sheet.conditionalFormats),
    ...some("filterViews", sheet.filterViews),
    ...some(
      "protectedRanges",
      sheet.protectedRanges.map((one) => protectedRangeFor(one, editor)),
    ),
    ...(sheet.basicFilter ? { basicFilter: sheet.basicFilter } : {}),
    ...some("charts", sheet.charts),
    ...some("bandedRanges", sheet.bandedRanges),
    ...some("developerMetadata", metadata),
  };
}

/** A spreadsheet as `spreadsheets.get` gives it; with ranges, only their sheets. */
export function bookResource(
  book: Book,
  editor: Editor,
  evaluate: Evaluate,
  ranges: readonly AskedRange[],
  withCells: boolean,
): sheets_v4.Schema$Spreadsheet {
  const wanted =
    ranges.length === 0 ? book.sheets : book.sheets.filter((sheet) => ranges.some((one) => one.sheet === sheet));
  const boxes = (sheet: Sheet): readonly Box[] => {
    if (!withCells) return [];
    const asked = ranges.filter((one) => one.sheet === sheet);
    return asked.length === 0 ? [boxOf({ sheet, startRow: 0, startColumn: 0, isCell: false })] : asked.map(boxOf);
  };
  const metadata = book.developerMetadata.filter(({ location }) => locationTypeOf(location ?? {}) === "SPREADSHEET");
  return {
    spreadsheetId: book.spreadsheetId,
    properties: book.properties,
    sheets: wanted.map((sheet) => sheetResource(book, sheet, editor, evaluate, boxes(sheet))),
    ...some("namedRanges", book.namedRanges),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.spreadsheetId}/edit`,
    ...some("developerMetadata", metadata),
  };
}
