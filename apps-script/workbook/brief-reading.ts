import { a1, columnName, quotedTitle } from "./a1";
import { rowsOf } from "./rows-of";
import type { Row, SheetState } from "./table";

/** Columns that are read of every row of a large sheet. */
const BRIEF = ["key", "facts"] as const;

type Place = Pick<SheetState, "title" | "columns">;
type Values = readonly (readonly unknown[])[];

/** The columns, one by one: people may have put theirs between them. */
export function briefRanges({ title, columns }: Place): readonly string[] {
  return BRIEF.flatMap((id) => {
    const at = columns.get(id);
    return at === undefined ? [] : [`${quotedTitle(title)}!${columnName(at)}:${columnName(at)}`];
  });
}

/** Columns that came one by one as rows of the whole sheet. */
export function besideEachOther({ columns }: Place, parts: readonly Values[]): Values {
  const present = BRIEF.flatMap((id) => columns.get(id) ?? []);
  const length = Math.max(0, ...parts.map((part) => part.length));
  return Array.from({ length }, (_, row) => {
    const cells: unknown[] = [];
    present.forEach((column, at) => {
      cells[column] = parts[at]?.[row]?.[0];
    });
    return cells;
  });
}

/** The ranges of rows that are needed whole, and of all below the last row with a key, where people may have written. */
export function wholeParts(
  { title, columnCount, rowCount, freeFrom }: SheetState,
  rows: readonly Row[],
): readonly { readonly top: number; readonly range: string }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const at of rows.map((row) => row.at).sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.bottom === at - 1) last.bottom = at;
    else runs.push({ top: at, bottom: at });
  }
  if (freeFrom < rowCount) runs.push({ top: freeFrom, bottom: rowCount - 1 });
  return runs.map(({ top, bottom }) => ({ top, range: a1(title, top, 0, bottom, columnCount - 1) }));
}

/** The sheet with some of its rows read whole. */
export function withWhole(
  sheet: SheetState,
  parts: readonly { readonly top: number; readonly values: Values }[],
): SheetState {
  const whole = new Map(
    parts.flatMap(({ top, values }) => rowsOf(values, sheet.headAt, sheet.columns, top)).map((row) => [row.at, row]),
  );
  const known = new Set(sheet.rows.map(({ at }) => at));
  const rows = sheet.rows.map((row) => whole.get(row.at) ?? row);
  const below = [...whole.values()].filter(({ at }) => !known.has(at));
  const freeFrom = Math.max(
    sheet.freeFrom,
    ...parts.map(({ top, values }) => (values.length ? top + values.length : 0)),
  );
  return { ...sheet, rows: [...rows, ...below], freeFrom };
}
