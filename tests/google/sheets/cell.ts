import type { sheets_v4 } from "@googleapis/sheets";

export type Scalar = string | number | boolean;
export type ExtendedValue = sheets_v4.Schema$ExtendedValue;

/** What a spreadsheet keeps of one cell: what was entered, never what is worked out from it. */
export type Cell = Readonly<
  Pick<
    sheets_v4.Schema$CellData,
    "userEnteredValue" | "userEnteredFormat" | "note" | "dataValidation" | "textFormatRuns" | "chipRuns" | "pivotTable"
  >
>;

/** The fields of a cell that can be written; the others are read-only. */
export const WRITABLE: readonly (keyof Cell)[] = [
  "userEnteredValue",
  "userEnteredFormat",
  "note",
  "dataValidation",
  "textFormatRuns",
  "chipRuns",
  "pivotTable",
];

/** The most characters that a cell holds, as Google documents it. */
export const CELL_CHARACTERS = 50_000;

/** The value of a cell as JSON of a value read, without what a formula gives. */
export function enteredScalar(value: ExtendedValue | undefined): Scalar | undefined {
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? value?.formulaValue ?? undefined;
}

export const isEmpty = (cell: Cell | undefined): boolean => enteredScalar(cell?.userEnteredValue) === undefined;

const isUnset = (value: unknown): boolean => value === undefined || value === null || value === "";

/** A cell without what is not set, or undefined where nothing is. */
export function tidy(cell: Cell): Cell | undefined {
  const entries = Object.entries(cell);
  const kept = entries.filter(([, value]) => !isUnset(value));
  if (kept.length === 0) return undefined;
  return kept.length === entries.length ? cell : (Object.fromEntries(kept) as Cell);
}
