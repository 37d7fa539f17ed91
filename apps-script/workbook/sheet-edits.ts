import type { CellDress } from "./cell-dress";
import { planApart, planAtOnce, type SheetChanges, type SheetPlan } from "./sheet-plan";
import { type Cells, type CellValue, cellText, type Row, type SheetState } from "./table";

interface Appended {
  cells: Cells;
  row: Row;
}

/** Collects changes to one sheet in memory. Only what differs from the sheet is written; people's own cells never are. */
export class SheetEdits {
  private readonly changed = new Map<number, Record<string, CellValue>>();
  private readonly appended: Appended[] = [];
  private readonly removed = new Set<number>();
  private readonly dressed: CellDress[] = [];
  private readonly byKey = new Map<string, Row>();

  constructor(readonly sheet: SheetState) {
    for (const row of sheet.rows) {
      const key = this.keyOf(row);
      // A second row with the same key is a copy that somebody made.
      if (key && !this.byKey.has(key)) this.byKey.set(key, row);
    }
  }

  /** The row with a key, as it will be. */
  find(key: string): Row | undefined {
    return this.byKey.get(key);
  }

  /** All rows with a key, each once, as they will be; those to be removed left out. */
  keyed(): Row[] {
    return [...this.byKey.values()];
  }

  /** Rows without a key: what people filled in by hand. */
  unkeyed(): Row[] {
    return this.sheet.rows.filter((row) => !this.keyOf(row)).map((row) => this.current(row));
  }

  /** Changes the row with the key that `cells` names, or adds it below all others. Gives the row as it will be. */
  put(cells: Cells): Row {
    const key = String(cells[this.sheet.table.key] ?? "");
    const row = this.byKey.get(key);
    if (row) return this.change(row, cells);
    const fitting = fitted(cells);
    const added: Row = { at: this.sheet.freeFrom + this.appended.length, cells: fitting, hasOwn: false };
    this.appended.push({ cells: fitting, row: added });
    this.byKey.set(key, added);
    return added;
  }

  /** Changes some cells of a row that is there. */
  change(row: Row, cells: Cells): Row {
    const fitting = fitted(cells);
    const now = this.current(row);
    const differing = Object.entries(fitting).filter(([column, value]) => (now.cells[column] ?? "") !== value);
    if (differing.length === 0) return now;
    const next: Row = { ...now, cells: { ...now.cells, ...Object.fromEntries(differing) } };
    const fresh = this.appended[row.at - this.sheet.freeFrom];
    if (fresh) {
      fresh.cells = next.cells;
      fresh.row = next;
    } else this.changed.set(row.at, { ...this.changed.get(row.at), ...Object.fromEntries(differing) });
    const key = this.keyOf(next);
    if (key && (this.byKey.get(key)?.at ?? next.at) === next.at) this.byKey.set(key, next);
    return next;
  }

  /** Rows that have the key of one above them: copies, which `keyed` leaves out. */
  copies(): Row[] {
    return this.sheet.rows.filter((row) => (this.byKey.get(this.keyOf(row))?.at ?? row.at) !== row.at);
  }

  /** Takes a row away. */
  remove(row: Row): void {
    const key = this.keyOf(row);
    if (this.byKey.get(key)?.at === row.at) this.byKey.delete(key);
    this.removed.add(row.at);
  }

  /** Puts a note on a cell, or takes it away with "". */
  note(row: Row, column: string, note: string): void {
    this.dress(row, column, { note }, "note");
  }

  /** Has a cell lead somewhere. */
  link(row: Row, column: string, uri: string): void {
    this.dress(
      row,
      column,
      { userEnteredFormat: { textFormat: { link: { uri } } } },
      "userEnteredFormat.textFormat.link",
    );
  }

  /** Writes a text into a cell that is not part of any row of ours, such as a head. */
  text(row: Row, column: string, stringValue: string): void {
    this.dress(row, column, { userEnteredValue: { stringValue } }, "userEnteredValue");
  }

  /** Puts a formula of ours into a cell. Never made of words from a document. */
  formula(row: Row, column: string, formulaValue: string): void {
    this.dress(row, column, { userEnteredValue: { formulaValue } }, "userEnteredValue");
  }

  /** The changes with plain values apart, for sheets of many rows. */
  plan(): SheetPlan {
    return planApart(this.changes());
  }

  /** The changes without plain values apart, so that they happen all together or not at all. */
  planAtOnce(): SheetPlan {
    return planAtOnce(this.changes());
  }

  private changes(): SheetChanges {
    const { sheet, changed, removed, dressed } = this;
    return { sheet, changed, appended: this.appended.map(({ cells }) => cells), removed, dressed };
  }

  private keyOf({ cells }: Row): string {
    return String(cells[this.sheet.table.key] ?? "");
  }

  private current(row: Row): Row {
    const fresh = this.appended[row.at - this.sheet.freeFrom];
    if (fresh) return fresh.row;
    const changed = this.changed.get(row.at);
    return changed ? { ...row, cells: { ...row.cells, ...changed } } : row;
  }

  private dress(row: Row, column: string, cell: object, fields: string): void {
    const index = this.sheet.columns.get(column);
    if (index === undefined) return;
    this.dressed.push({ row: row.at, column: index, cell, fields });
  }
}

function fitted(cells: Cells): Record<string, CellValue> {
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [column, typeof value === "string" ? cellText(value) : value]),
  );
}
