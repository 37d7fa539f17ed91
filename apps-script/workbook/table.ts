/** What a cell of ours holds. Empty is "". */
export type CellValue = string | number;

/** Cells to write, by column id; a column that is not named stays as it is. */
export type Cells = Readonly<Record<string, CellValue>>;

/** One column that we keep in a sheet, found by its id whatever people call it and wherever they move it. */
export interface Column {
  readonly id: string;
  /** What its head says when the sheet is made; people may rename it. */
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  /** Technical: hidden when the sheet is made. */
  readonly hidden?: true;
  /** People write here: neither guarded nor overwritten. */
  readonly edited?: true;
  /** A drop-down. */
  readonly choices?: readonly string[];
  /** Shown on the head of the column. */
  readonly note?: string;
  readonly format?: "percent" | "wrap" | "center";
}

/** One sheet of ours: rows told apart by their key, in columns told apart by their id. */
export interface Table {
  readonly id: TableId;
  /** What the sheet is called when it is made. */
  readonly title: string;
  /** The sheet's tab colour. */
  readonly color: string;
  /** Id of the column that tells rows apart. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly frozenColumns: number;
}

export const TABLE_IDS = [
  "overview",
  "coverage",
  "evidence",
  "meetings",
  "decisions",
  "agreement",
  "reflection",
  "rubric",
  "sources",
  "log",
] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** A row as it stands in the sheet. */
export interface Row {
  /** Index in the sheet, from 0. */
  readonly at: number;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Whether people wrote something beside our columns. */
  readonly hasOwn: boolean;
}

/** A sheet of ours as it is now. */
export interface SheetState {
  readonly table: Table;
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Index of the row with the heads of the columns. */
  readonly headAt: number;
  /** Index of each column by its id. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
  /** Index of the first row below everything that is written. */
  readonly freeFrom: number;
}

/** Most UTF-16 units that Google keeps in a cell. */
const LONGEST_CELL = 50_000;

/** A text that fits into a cell; cut, never in the middle of a character. */
export function cellText(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const cut = text.slice(0, LONGEST_CELL - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** The text of a cell; empty where nothing stands. */
export const textOf = (row: Row, column: string): string => String(row.cells[column] ?? "");
