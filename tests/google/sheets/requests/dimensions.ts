import { invalid } from "../../api/api-error";
import { applyMask } from "../../api/field-mask";
import type { Box } from "../a1";
import { type Sheet, wholeSheet } from "../book";
import { type Dimension, deleteAt, growBy, insertAt, lengthOf, moveTo, spanOf } from "../dimensions";
import { sheetOf } from "../grid-range";
import { refuseProtected } from "../protection";
import { type Handlers, required, updateMask } from "./request";

const spanBox = (sheet: Sheet, dimension: Dimension, start: number, end: number): Box =>
  dimension === "ROWS"
    ? { ...wholeSheet(sheet), startRow: start, endRow: end }
    : { ...wholeSheet(sheet), startColumn: start, endColumn: end };

export const dimensionHandlers: Handlers = {
  insertDimension({ book, editor }, request) {
    const range = required(request.range, "range");
    const sheet = sheetOf(book, range.sheetId);
    const dimension = required(range.dimension, "range.dimension") as Dimension;
    const start = range.startIndex ?? 0;
    const end = range.endIndex ?? 0;
    if (start < 0 || end <= start)
      throw invalid(`range.endIndex (${end}) must be greater than range.startIndex (${start})`);
    const length = lengthOf(sheet, dimension);
    if (start > length || (request.inheritFromBefore === true && start === 0)) {
      throw invalid(`range.startIndex[${start}] is too large. The sheet has ${length} ${dimension.toLowerCase()}.`);
    }
    if (start < length) refuseProtected(book, sheet, spanBox(sheet, dimension, start, start + 1), editor);
    insertAt(book, sheet, dimension, start, end - start);
    return undefined;
  },

  deleteDimension({ book, editor }, request) {
    const range = required(request.range, "range");
    const sheet = sheetOf(book, range.sheetId);
    const [dimension, start, end] = spanOf(sheet, range);
    refuseProtected(book, sheet, spanBox(sheet, dimension, start, end), editor);
    if (end - start === lengthOf(sheet, dimension)) {
      throw invalid(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
    }
    deleteAt(book, sheet, dimension, start, end);
    return undefined;
  },

  moveDimension({ book, editor }, request) {
    const range = required(request.source, "source");
    const sheet = sheetOf(book, range.sheetId);
    const [dimension, start, end] = spanOf(sheet, range);
    const before = request.destinationIndex ?? 0;
    if (before < 0 || before > lengthOf(sheet, dimension)) throw invalid(`destinationIndex out of range: ${before}`);
    refuseProtected(book, sheet, spanBox(sheet, dimension, Math.min(start, before), Math.max(end, before)), editor);
    if (before < start || before > end) moveTo(book, sheet, dimension, start, end, before);
    return undefined;
  },

  appendDimension({ book }, request) {
    const length = request.length ?? 0;
    if (length <= 0) throw invalid("length must be positive.");
    growBy(book, sheetOf(book, request.sheetId), required(request.dimension, "dimension") as Dimension, length);
    return undefined;
  },

  updateDimensionProperties({ book }, request) {
    const mask = updateMask("DimensionProperties", request.fields);
    const range = required(request.range, "range");
    const sheet = sheetOf(book, range.sheetId);
    const [dimension, start, end] = spanOf(sheet, range);
    const next = new Map(dimension === "ROWS" ? sheet.rowProperties : sheet.columnProperties);
    for (let index = start; index < end; index++) {
      next.set(index, applyMask(mask, next.get(index), request.properties ?? {}));
    }
    if (dimension === "ROWS") sheet.rowProperties = next;
    else sheet.columnProperties = next;
    return undefined;
  },

  autoResizeDimensions({ book }, request) {
    const range = required(request.dimensions, "dimensions");
    spanOf(sheetOf(book, range.sheetId), range);
    return undefined;
  },
};
