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

/** A cell without what is not set, or undefined where nothing is. */
export function tidy(cell: Cell): Cell | undefined {
  const kept = Object.entries(cell).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Cell);
}
