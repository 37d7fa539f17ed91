import { lostColumns, newSheet } from "./new-sheet";
import { sheetExtras } from "./sheet-extras";
import type { SheetRequest } from "./sheets-service";
import type { SheetState, Table, TableId } from "./table";
import type { Workbook } from "./workbook";

/** The id of the sheet that a new spreadsheet has to have before ours come. */
export const BLANK_SHEET = 7_000_000;
const FIRST_ID = 7_000_001;

/** What makes the sheets that are missing, by being new or by having been deleted, and the workbook with them. */
export function ensureSheets(
  workbook: Workbook,
  tables: readonly Table[],
): { requests: readonly SheetRequest[]; workbook: Workbook; made: readonly TableId[] } {
  const present = workbook.structure.sheets ?? [];
  const ids = new Set(present.map(({ properties }) => properties?.sheetId));
  const titles = new Set(present.map(({ properties }) => properties?.title?.toLowerCase()));
  const sheets = new Map<TableId, SheetState>();
  const requests: SheetRequest[] = [];
  const made: TableId[] = [];
  tables.forEach((table, index) => {
    const there = workbook.sheets.get(table.id);
    if (there) {
      const { requests: columns, state } = lostColumns(there);
      requests.push(...columns);
      sheets.set(table.id, state);
      return;
    }
    let sheetId = FIRST_ID + index;
    while (ids.has(sheetId)) sheetId += tables.length;
    const title = freeTitle(table.title, titles);
    const { requests: making, state } = newSheet(table, sheetId, title, Math.min(index, ids.size + made.length));
    requests.push(...making);
    sheets.set(table.id, state);
    made.push(table.id);
    titles.add(title.toLowerCase());
  });
  for (const id of made) requests.push(...sheetExtras(id, sheets));
  if (made.length > 0 && ids.has(BLANK_SHEET)) requests.push({ deleteSheet: { sheetId: BLANK_SHEET } });
  return { requests, workbook: { ...workbook, sheets }, made };
}

function freeTitle(title: string, taken: ReadonlySet<string | undefined>): string {
  if (!taken.has(title.toLowerCase())) return title;
  for (let n = 1; ; n++) {
    const other = n === 1 ? `${title} (Plumbline)` : `${title} (Plumbline ${n})`;
    if (!taken.has(other.toLowerCase())) return other;
  }
}
