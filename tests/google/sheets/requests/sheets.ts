import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { applyMask, takes } from "../../api/field-mask";
import { type Book, DEFAULT_GRID, newSheet, type Sheet, wholeSheet } from "../book";
import { checkSize, deleteAt, growBy } from "../dimensions";
import { sheetOf } from "../grid-range";
import { refuseProtected, refuseProtectedSheet } from "../protection";
import { sheetProperties } from "../resource";
import { type Handlers, required, updateMask, type Work } from "./request";

type Properties = sheets_v4.Schema$SheetProperties;

function checkTitle(book: Book, title: string, self?: Sheet): void {
  if (title === "") throw invalid("Sheet name cannot be empty.");
  if (title.length > 100) throw invalid("Sheet names cannot be longer than 100 characters.");
  if (book.sheets.some((one) => one !== self && one.properties.title?.toLowerCase() === title.toLowerCase())) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function freeTitle(book: Book): string {
  for (let number = book.sheets.length + 1; ; number++) {
    const title = `Sheet${number}`;
    if (!book.sheets.some(({ properties }) => properties.title === title)) return title;
  }
}

function checkFrozen(sheet: Sheet): void {
  const { frozenRowCount, frozenColumnCount } = sheet.properties.gridProperties ?? {};
  if ((frozenRowCount ?? 0) >= sheet.rowCount) throw invalid("You can't freeze all visible rows on the sheet.");
  if ((frozenColumnCount ?? 0) >= sheet.columnCount)
    throw invalid("You can't freeze all visible columns on the sheet.");
}

/** Sets the properties, keeping the grid's size where it belongs. */
function setProperties(sheet: Sheet, properties: Properties): void {
  const { sheetId, index, gridProperties, ...rest } = properties;
  const { rowCount, columnCount, ...grid } = gridProperties ?? {};
  sheet.properties = { sheetType: "GRID", ...rest, ...(Object.keys(grid).length > 0 ? { gridProperties: grid } : {}) };
}

function place(book: Book, sheet: Sheet, index: number | null | undefined): void {
  const at = index ?? book.sheets.length;
  if (at < 0 || at > book.sheets.length) throw invalid(`Sheet index out of range: ${at}`);
  book.sheets.splice(at, 0, sheet);
}

function resize(work: Work, sheet: Sheet, rows: number, columns: number): void {
  if (rows < 1 || columns < 1) throw invalid("A sheet must have at least one row and one column.");
  const { book, editor } = work;
  if (rows < sheet.rowCount) {
    refuseProtected(book, sheet, { ...wholeSheet(sheet), startRow: rows }, editor);
    deleteAt(book, sheet, "ROWS", rows, sheet.rowCount);
  } else growBy(book, sheet, "ROWS", rows - sheet.rowCount);
  if (columns < sheet.columnCount) {
    refuseProtected(book, sheet, { ...wholeSheet(sheet), startColumn: columns }, editor);
    deleteAt(book, sheet, "COLUMNS", columns, sheet.columnCount);
  } else growBy(book, sheet, "COLUMNS", columns - sheet.columnCount);
}

/** Adds a sheet as properties describe it. */
export function addSheetTo(work: Pick<Work, "book" | "newId">, properties: Properties): Sheet {
  const { book } = work;
  const title = properties.title ?? freeTitle(book);
  checkTitle(book, title);
  const sheetId = properties.sheetId ?? work.newId();
  if (sheetId < 0) throw invalid("sheetId must be non-negative.");
  if (book.sheets.some((one) => one.sheetId === sheetId)) {
    throw invalid(`Can not add a sheet with ID ${sheetId}, as a sheet with that ID already exists.`);
  }
  const sheet = newSheet(sheetId, title, {
    rowCount: properties.gridProperties?.rowCount ?? DEFAULT_GRID.rowCount,
    columnCount: properties.gridProperties?.columnCount ?? DEFAULT_GRID.columnCount,
  });
  setProperties(sheet, { ...properties, title });
  checkFrozen(sheet);
  place(book, sheet, properties.index);
  checkSize(book);
  return sheet;
}

export const sheetHandlers: Handlers = {
  addSheet(work, { properties = {} }) {
    return { addSheet: { properties: sheetProperties(work.book, addSheetTo(work, properties)) } };
  },

  deleteSheet({ book, editor }, { sheetId }) {
    const sheet = sheetOf(book, sheetId);
    refuseProtectedSheet(book, sheet, editor);
    refuseProtected(book, sheet, wholeSheet(sheet), editor);
    if (book.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
    book.sheets = book.sheets.filter((one) => one !== sheet);
    book.namedRanges = book.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheet.sheetId);
    book.developerMetadata = book.developerMetadata.filter(
      ({ location }) =>
        location?.spreadsheet === true ||
        (location?.dimensionRange?.sheetId ?? location?.sheetId ?? 0) !== sheet.sheetId,
    );
    return undefined;
  },

  duplicateSheet(work, request) {
    const source = sheetOf(work.book, request.sourceSheetId);
    const added = addSheetTo(work, {
      ...source.properties,
      gridProperties: {
        ...source.properties.gridProperties,
        rowCount: source.rowCount,
        columnCount: source.columnCount,
      },
      title: request.newSheetName ?? `Copy of ${source.properties.title}`,
      ...(request.newSheetId == null ? {} : { sheetId: request.newSheetId }),
      index: request.insertSheetIndex ?? work.book.sheets.indexOf(source) + 1,
    });
    added.rows = source.rows.slice();
    return { duplicateSheet: { properties: sheetProperties(work.book, added) } };
  },

  updateSheetProperties(work, request) {
    const { book, editor } = work;
    const given = required(request.properties, "properties");
    const mask = updateMask("SheetProperties", request.fields);
    const sheet = sheetOf(book, given.sheetId);
    refuseProtectedSheet(book, sheet, editor);
    const next = applyMask(mask, sheetProperties(book, sheet), given);
    if (takes(mask, ["title"])) checkTitle(book, next.title ?? "", sheet);
    setProperties(sheet, next);
    const { rowCount, columnCount } = next.gridProperties ?? {};
    resize(work, sheet, rowCount ?? sheet.rowCount, columnCount ?? sheet.columnCount);
    checkFrozen(sheet);
    if (mask !== true && mask.has("index")) {
      // An index counts the places between sheets as they were, so one behind the sheet's own place is one less after.
      const from = book.sheets.indexOf(sheet);
      const to = next.index ?? 0;
      book.sheets = book.sheets.filter((one) => one !== sheet);
      place(book, sheet, to > from ? to - 1 : to);
    }
    return undefined;
  },

  updateSpreadsheetProperties({ book }, request) {
    const mask = updateMask("SpreadsheetProperties", request.fields);
    book.properties = applyMask(mask, book.properties, request.properties ?? {});
    return undefined;
  },
};
