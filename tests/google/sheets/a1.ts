import { invalid } from "../api/api-error";
import type { Book, Sheet } from "./book";

/** Rows and columns of a sheet from 0, ends excluded. */
export interface Box {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A range as asked for: a missing end is open. */
export interface AskedRange {
  readonly sheet: Sheet;
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow?: number;
  readonly endColumn?: number;
  /** One cell, named without a colon: for writing, only where to begin. */
  readonly isCell: boolean;
}

/** The letters of a column counted from 0. */
export function columnName(index: number): string {
  const head = Math.floor(index / 26);
  return (head > 0 ? columnName(head - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,7})?$/;
const corner = (text: string): { column?: number; row?: number } | undefined => {
  const match = text === "" ? null : CORNER.exec(text);
  if (!match) return undefined;
  return {
    ...(match[1] === undefined ? {} : { column: columnIndex(match[1]) }),
    ...(match[2] === undefined ? {} : { row: Number(match[2]) - 1 }),
  };
};

function cells(text: string): Omit<AskedRange, "sheet"> | undefined {
  const [first = "", second, extra] = text.split(":");
  const from = corner(first);
  const to = second === undefined ? from : corner(second);
  if (!from || !to || extra !== undefined) return undefined;
  const isCell = second === undefined;
  if (isCell && (from.column === undefined || from.row === undefined)) return undefined;
  const span = (a: number | undefined, b: number | undefined): readonly [number, number | undefined] => {
    if (a === undefined || b === undefined) return [a ?? b ?? 0, undefined];
    return [Math.min(a, b), Math.max(a, b) + 1];
  };
  const [startRow, endRow] = span(from.row, to.row);
  const [startColumn, endColumn] = span(from.column, to.column);
  return {
    isCell,
    startRow,
    startColumn,
    ...(endRow === undefined ? {} : { endRow }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

const unquote = (name: string): string => (/^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name);

/** Reads A1 notation, a sheet's name or a named range; throws Google's 400 where none of these is meant. */
export function readRange(book: Book, text: string): AskedRange {
  const unable = invalid(`Unable to parse range: ${text}`);
  const whole = (sheet: Sheet): AskedRange => ({ sheet, startRow: 0, startColumn: 0, isCell: false });
  const titled = (name: string) => book.sheets.find(({ properties }) => properties.title === unquote(name));
  const bang = text.lastIndexOf("!");
  if (bang >= 0) {
    const sheet = titled(text.slice(0, bang));
    const found = cells(text.slice(bang + 1));
    if (!sheet || !found) throw unable;
    return { sheet, ...found };
  }
  const [first] = book.sheets;
  const found = cells(text);
  if (found && first) return { sheet: first, ...found };
  const sheet = titled(text);
  if (sheet) return whole(sheet);
  const named = book.namedRanges.find(({ name }) => name === text)?.range;
  const target = book.sheets.find(({ sheetId }) => sheetId === (named?.sheetId ?? 0));
  if (!named || !target) throw unable;
  return {
    sheet: target,
    startRow: named.startRowIndex ?? 0,
    startColumn: named.startColumnIndex ?? 0,
    ...(named.endRowIndex == null ? {} : { endRow: named.endRowIndex }),
    ...(named.endColumnIndex == null ? {} : { endColumn: named.endColumnIndex }),
    isCell: false,
  };
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A sheet's name as it stands before "!" in A1 notation. */
export const quoted = (title: string): string =>
  PLAIN.test(title) && !CORNER.test(title) ? title : `'${title.replaceAll("'", "''")}'`;

/** A1 notation of a box; open ends leave out their part, as Google's messages do. */
export function rangeName(
  title: string,
  range: { startRow: number; startColumn: number; endRow?: number | undefined; endColumn?: number | undefined },
): string {
  const from = `${columnName(range.startColumn)}${range.startRow + 1}`;
  const column = range.endColumn === undefined ? "" : columnName(range.endColumn - 1);
  const to = `${column}${range.endRow ?? ""}`;
  return `${quoted(title)}!${from === to || to === "" ? from : `${from}:${to}`}`;
}

/**
 * The cells of the grid that a range covers. A range that begins past the grid is refused (400); one that begins inside
 * and ends past it covers what the grid has.
 */
export function boxOf(range: AskedRange): Box {
  const { sheet, startRow, startColumn, endRow, endColumn } = range;
  if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount) {
    throw invalid(
      `Range (${rangeName(sheet.properties.title ?? "", range)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return {
    startRow,
    startColumn,
    endRow: Math.min(endRow ?? sheet.rowCount, sheet.rowCount),
    endColumn: Math.min(endColumn ?? sheet.columnCount, sheet.columnCount),
  };
}
