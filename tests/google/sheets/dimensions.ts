import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import { BOOK_CELLS, type Book, cellCount, type Row, SHEET_COLUMNS, type Sheet } from "./book";

export type Dimension = "ROWS" | "COLUMNS";

export const lengthOf = (sheet: Sheet, dimension: Dimension): number =>
  dimension === "ROWS" ? sheet.rowCount : sheet.columnCount;

/** Refuses (400) a spreadsheet that has outgrown what Google allows. */
export function checkSize(book: Book): void {
  if (cellCount(book) > BOOK_CELLS) {
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${BOOK_CELLS} cells.`,
    );
  }
  if (book.sheets.some(({ columnCount }) => columnCount > SHEET_COLUMNS)) {
    throw invalid(`A sheet can have at most ${SHEET_COLUMNS} columns.`);
  }
}

/** Where an index goes when a grid changes, or undefined where its row or column is gone. */
type Move = (index: number) => number | undefined;
/** Where a span goes; undefined where nothing of it is left. */
type MoveSpan = (start: number, end: number) => readonly [number, number] | undefined;

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const NAMES = { ROWS: ["startRowIndex", "endRowIndex"], COLUMNS: ["startColumnIndex", "endColumnIndex"] } as const;
const GONE = Symbol("gone");

function shiftSpan(value: Record<string, Json>, [from, to]: readonly [string, string], span: MoveSpan): Json {
  if (value[from] === undefined && value[to] === undefined) return value;
  const start = (value[from] as number | undefined) ?? 0;
  const open = value[to] === undefined;
  const moved = span(start, open ? Number.MAX_SAFE_INTEGER : (value[to] as number));
  if (!moved) return GONE;
  return { ...value, [from]: moved[0], ...(open ? {} : { [to]: moved[1] }) };
}

/** A copy of a value in which every range on the sheet has followed the grid; what lost all its cells is gone. */
function follow(value: Json, sheetId: number, dimension: Dimension, span: MoveSpan): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => follow(item, sheetId, dimension, span)).filter((item) => item !== GONE);
    return items.length === 0 && value.length > 0 ? GONE : items;
  }
  if (!isObject(value)) return value;
  if ((value.sheetId ?? 0) === sheetId) {
    if (value.dimension === dimension && "startIndex" in value)
      return shiftSpan(value, ["startIndex", "endIndex"], span);
    if (NAMES[dimension].some((name) => name in value)) return shiftSpan(value, NAMES[dimension], span);
  }
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, follow(inner, sheetId, dimension, span)] as const,
  );
  const ranged = entries.some(
    ([name, inner]) => inner === GONE && /^(range|ranges|location|dimensionRange)$/.test(name),
  );
  return ranged ? GONE : Object.fromEntries(entries.filter(([, inner]) => inner !== GONE));
}

function followAll(book: Book, sheet: Sheet, dimension: Dimension, span: MoveSpan): void {
  const all = <T>(list: readonly T[]): readonly T[] => {
    const moved = follow(list, sheet.sheetId, dimension, span);
    return moved === GONE ? [] : (moved as readonly T[]);
  };
  book.namedRanges = all(book.namedRanges);
  book.developerMetadata = all(book.developerMetadata);
  for (const one of book.sheets) {
    one.protectedRanges = all(one.protectedRanges);
    one.conditionalFormats = all(one.conditionalFormats);
    one.filterViews = all(one.filterViews);
    one.bandedRanges = all(one.bandedRanges);
    one.merges = all(one.merges);
    one.charts = all(one.charts);
    one.basicFilter = one.basicFilter && all([one.basicFilter])[0];
  }
}

function rearrange(sheet: Sheet, dimension: Dimension, move: Move, length: number): void {
  const placed = <T>(list: readonly (T | undefined)[]): (T | undefined)[] => {
    const next: (T | undefined)[] = [];
    for (const [index, item] of list.entries()) {
      const to = item === undefined ? undefined : move(index);
      if (to !== undefined) next[to] = item;
    }
    return Array.from(next);
  };
  const keyed = <T>(map: ReadonlyMap<number, T>): ReadonlyMap<number, T> =>
    new Map([...map].flatMap(([index, item]) => (move(index) === undefined ? [] : [[move(index) as number, item]])));
  if (dimension === "ROWS") {
    sheet.rows = placed<Row>(sheet.rows);
    sheet.rowProperties = keyed(sheet.rowProperties);
    sheet.rowCount = length;
  } else {
    sheet.rows = sheet.rows.map((row) => row && placed(row));
    sheet.columnProperties = keyed(sheet.columnProperties);
    sheet.columnCount = length;
  }
}

/** Puts empty rows or columns in before an index; what lies behind follows. */
export function insertAt(book: Book, sheet: Sheet, dimension: Dimension, at: number, count: number): void {
  rearrange(sheet, dimension, (index) => (index < at ? index : index + count), lengthOf(sheet, dimension) + count);
  followAll(book, sheet, dimension, (start, end) => [
    start < at ? start : start + count,
    end <= at ? end : end + count,
  ]);
  checkSize(book);
}

/** Takes rows or columns out; what lies behind follows, ranges inside are lost. */
export function deleteAt(book: Book, sheet: Sheet, dimension: Dimension, from: number, to: number): void {
  const cut = to - from;
  const down = (index: number): number => (index <= from ? index : index < to ? from : index - cut);
  const move: Move = (index) => (index < from ? index : index < to ? undefined : index - cut);
  rearrange(sheet, dimension, move, lengthOf(sheet, dimension) - cut);
  followAll(book, sheet, dimension, (start, end) => (down(start) < down(end) ? [down(start), down(end)] : undefined));
}

/** Moves rows or columns to before an index of the grid as it was. */
export function moveTo(book: Book, sheet: Sheet, dimension: Dimension, from: number, to: number, before: number): void {
  const count = to - from;
  const move = (index: number): number => {
    if (index >= from && index < to) return before > from ? before - count + index - from : before + index - from;
    if (before > from) return index >= to && index < before ? index - count : index;
    return index >= before && index < from ? index + count : index;
  };
  rearrange(sheet, dimension, move, lengthOf(sheet, dimension));
  followAll(book, sheet, dimension, (start, end) =>
    end - start === 1 || (start >= from && end <= to) ? [move(start), move(end - 1) + 1] : [start, end],
  );
}

/** Adds empty rows or columns at the end. */
export function growBy(book: Book, sheet: Sheet, dimension: Dimension, count: number): void {
  if (dimension === "ROWS") sheet.rowCount += count;
  else sheet.columnCount += count;
  checkSize(book);
}

/** A DimensionRange within the grid, or Google's 400. */
export function spanOf(sheet: Sheet, range: sheets_v4.Schema$DimensionRange): readonly [Dimension, number, number] {
  const dimension = range.dimension as Dimension | undefined;
  if (!dimension) throw invalid("dimension must be specified.");
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? lengthOf(sheet, dimension);
  if (start < 0 || start >= end)
    throw invalid(`range.endIndex (${end}) must be greater than range.startIndex (${start})`);
  if (end > lengthOf(sheet, dimension)) {
    throw invalid(
      `Cannot use ${dimension.toLowerCase()} ${start} to ${end}: the sheet has ${lengthOf(sheet, dimension)} of them.`,
    );
  }
  return [dimension, start, end];
}
