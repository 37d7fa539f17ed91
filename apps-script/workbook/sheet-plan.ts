import { a1 } from "./a1";
import { type CellDress, dressRequests } from "./cell-dress";
import { columnRules } from "./new-sheet";
import { rowRemovals } from "./row-removals";
import type { SheetRequest, ValueRange } from "./sheets-service";
import type { Cells, CellValue, SheetState } from "./table";

/** What is to become of a sheet. Rows are indexes, from 0. */
export interface SheetChanges {
  readonly sheet: SheetState;
  /** Cells of rows that are there. */
  readonly changed: ReadonlyMap<number, Cells>;
  /** Rows to come below all others. */
  readonly appended: readonly Cells[];
  readonly removed: ReadonlySet<number>;
  readonly dressed: readonly CellDress[];
}

/** What has to be done to a sheet, in the order in which it must happen. */
export interface SheetPlan {
  /** Makes room, before values are written. */
  readonly before: readonly SheetRequest[];
  readonly values: readonly ValueRange[];
  /** Notes, links and formulas on what was written, and at last the rows that go. */
  readonly after: readonly SheetRequest[];
}

/** More rows than are needed now, so that a sheet does not have to grow every time. */
const SPARE_ROWS = 200;

/** The changes with plain values apart, for sheets of many rows. */
export function planApart(changes: SheetChanges): SheetPlan {
  const { sheet, changed, appended, removed, dressed } = changes;
  const values = [...changed].filter(([at]) => !removed.has(at)).flatMap(([at, cells]) => rangeOf(sheet, at, [cells]));
  if (appended.length > 0) values.push(...rangeOf(sheet, sheet.freeFrom, appended));
  const after = [...dressRequests(sheet.sheetId, dressed), ...rowRemovals(sheet.sheetId, removed)];
  return { before: roomFor(changes), values, after };
}

/** The changes without plain values apart, so that they happen all together or not at all. */
export function planAtOnce(changes: SheetChanges): SheetPlan {
  const { sheet, changed, appended, removed, dressed } = changes;
  const cells: CellDress[] = [];
  const add = (row: number, values: Cells) => {
    for (const [id, value] of Object.entries(values)) {
      const column = sheet.columns.get(id);
      if (column === undefined) continue;
      // A cell that holds an empty text would cut off the text before it; one without a value does not.
      const cell = value === "" ? {} : { userEnteredValue: enteredValue(value) };
      cells.push({ row, column, cell, fields: "userEnteredValue" });
    }
  };
  for (const [at, values] of changed) if (!removed.has(at)) add(at, values);
  appended.forEach((values, at) => {
    add(sheet.freeFrom + at, values);
  });
  // Formulas come after values of the same kind of field, and win.
  const after = [...dressRequests(sheet.sheetId, [...cells, ...dressed]), ...rowRemovals(sheet.sheetId, removed)];
  return { before: roomFor(changes), values: [], after };
}

const enteredValue = (value: CellValue) =>
  typeof value === "number" ? { numberValue: value } : { stringValue: value };

function roomFor({ sheet, appended }: SheetChanges): SheetRequest[] {
  const needed = sheet.freeFrom + appended.length;
  if (needed <= sheet.rowCount) return [];
  const length = needed - sheet.rowCount + SPARE_ROWS;
  const grown = { ...sheet, rowCount: sheet.rowCount + length };
  return [{ appendDimension: { sheetId: sheet.sheetId, dimension: "ROWS", length } }, ...columnRules(grown)];
}

/** The values of some rows below each other, as one range from the first to the last column that any of them writes. */
function rangeOf({ title, columns }: SheetState, top: number, rows: readonly Cells[]): ValueRange[] {
  const indexes = new Set<number>();
  for (const cells of rows)
    for (const column of Object.keys(cells)) {
      const index = columns.get(column);
      if (index !== undefined) indexes.add(index);
    }
  if (indexes.size === 0) return [];
  const [left, right] = [Math.min(...indexes), Math.max(...indexes)];
  const ids = new Map([...columns].map(([id, index]) => [index, id]));
  const values = rows.map((cells) =>
    Array.from({ length: right - left + 1 }, (_, offset) => cells[ids.get(left + offset) ?? ""] ?? null),
  );
  return [{ range: a1(title, top, left, top + rows.length - 1, right), values }];
}
