import { columnName, quotedTitle } from "./a1";
import { wholeParts } from "./brief-reading";
import { marksOf } from "./metadata";
import { rowsOf } from "./rows-of";
import type { SheetsService } from "./sheets-service";
import { type Row, type SheetState, textOf } from "./table";
import type { Workbook } from "./workbook";

/**
 * Whether the rows and columns of some sheets stand where they stood when they were read. Google finds what is written by
 * its place only, so this is asked right before: people sort, insert, delete and type all the time. Two calls.
 * `isFree` says of which sheets nothing may have been written below the rows that were read either.
 */
export function isUnmoved(
  service: Pick<SheetsService, "metadata" | "values">,
  { id, marks, structure }: Workbook,
  sheets: readonly SheetState[],
  isFree: (sheet: SheetState) => boolean = () => true,
): boolean {
  // A sheet that is being made has nothing in it that could move.
  const present = new Set(structure.sheets?.map(({ properties }) => properties?.sheetId));
  const old = sheets.filter(({ sheetId }) => present.has(sheetId));
  if (old.length === 0) return true;
  const now = marksOf(service.metadata(id));
  for (const { sheetId } of old) {
    if (marks.heads.get(sheetId) !== now.heads.get(sheetId)) return false;
    for (const [column, at] of marks.columns.get(sheetId) ?? [])
      if (now.columns.get(sheetId)?.get(column) !== at) return false;
  }
  const asked = old.map((sheet) => {
    const parts = wholeParts(
      sheet,
      sheet.rows.filter((row) => !keyOf(sheet, row)),
    );
    return { sheet, parts: parts.filter(({ top }) => top < sheet.freeFrom || isFree(sheet)) };
  });
  const values = service.values(
    id,
    asked.flatMap(({ sheet, parts }) => [keyRange(sheet), ...parts.map(({ range }) => range)]),
  );
  let at = 0;
  return asked.every(({ sheet, parts }) => {
    const keys = values[at++] ?? [];
    const rows = parts.flatMap(({ top }) => rowsOf(values[at++] ?? [], sheet.headAt, sheet.columns, top));
    return hasSameKeys(sheet, keys) && hasSameRows(sheet, rows);
  });
}

const keyOf = ({ table }: SheetState, row: Row): string => textOf(row, table.key);

function keyRange({ title, columns, table }: SheetState): string {
  const name = columnName(columns.get(table.key) ?? 0);
  return `${quotedTitle(title)}!${name}:${name}`;
}

function hasSameKeys(sheet: SheetState, column: readonly (readonly unknown[])[]): boolean {
  const known = new Map(sheet.rows.map((row) => [row.at, keyOf(sheet, row)]));
  for (let at = sheet.headAt + 1; at < sheet.freeFrom; at++)
    if (String(column[at]?.[0] ?? "") !== (known.get(at) ?? "")) return false;
  return true;
}

/** Rows without a key are told apart by all that stands in them. */
function hasSameRows(sheet: SheetState, rows: readonly Row[]): boolean {
  const known = new Map(sheet.rows.map((row) => [row.at, row]));
  return rows.every((row) => {
    const before = known.get(row.at);
    return before && Object.entries(row.cells).every(([column, value]) => before.cells[column] === value);
  });
}
