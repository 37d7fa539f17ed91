import type { Metadata, SheetRequest } from "./sheets-service";
import type { TableId } from "./table";

/** The key of everything that we note in a spreadsheet. `DOCUMENT`: a second deployment of the add-on finds it too. */
export const METADATA_KEY = "plumbline";
const VISIBILITY = "DOCUMENT";

/** Notes on a sheet that it is ours. The sheet's own id is part of it: on a sheet that people copied it does not fit. */
export const sheetMark = (table: TableId, sheetId: number): SheetRequest =>
  created(`sheet ${table} ${sheetId}`, { sheetId });

/** Notes on the row with the heads of the columns what it is. */
export const headMark = (table: TableId, sheetId: number, row: number): SheetRequest =>
  created(`head ${table}`, { dimensionRange: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 } });

/** Notes on a column which of ours it is. */
export const columnMark = (table: TableId, column: string, sheetId: number, at: number): SheetRequest =>
  created(`column ${table} ${column}`, {
    dimensionRange: { sheetId, dimension: "COLUMNS", startIndex: at, endIndex: at + 1 },
  });

/** Keeps a value on the spreadsheet as a whole, in place of the one that `existing` names. */
export function keepValue(name: string, value: unknown, existing: number | undefined): SheetRequest {
  const metadataValue = `${name} ${JSON.stringify(value)}`;
  if (existing === undefined) return created(metadataValue, { spreadsheet: true });
  return {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: existing } }],
      developerMetadata: { metadataValue },
      fields: "metadataValue",
    },
  };
}

function created(metadataValue: string, location: object): SheetRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: METADATA_KEY, metadataValue, visibility: VISIBILITY, location },
    },
  };
}

/** Our notes, sorted out. */
export interface Marks {
  /** Id of the sheet of each table. */
  readonly sheets: ReadonlyMap<TableId, number>;
  /** Index of the row with the heads, by sheet id. */
  readonly heads: ReadonlyMap<number, number>;
  /** Index of each column by its id, by sheet id. */
  readonly columns: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** Values kept on the spreadsheet as a whole. */
  readonly kept: ReadonlyMap<string, { readonly metadataId: number; readonly value: unknown }>;
}

/** Sorts out what was found in a spreadsheet; what does not fit is passed over. */
export function marksOf(found: readonly Metadata[]): Marks {
  const sheets = new Map<TableId, number>();
  const heads = new Map<number, number>();
  const columns = new Map<number, Map<string, number>>();
  const kept = new Map<string, { metadataId: number; value: unknown }>();
  const oldestFirst = [...found].sort((a, b) => (a.metadataId ?? 0) - (b.metadataId ?? 0));
  for (const { metadataId, metadataKey, metadataValue = "", location = {} } of oldestFirst) {
    if (metadataKey !== METADATA_KEY) continue;
    const [kind = "", table = "", detail = ""] = metadataValue.split(" ");
    const range = location.dimensionRange;
    const sheetId = range ? (range.sheetId ?? 0) : (location.sheetId ?? 0);
    if (kind === "sheet" && String(sheetId) === detail && !sheets.has(table as TableId))
      sheets.set(table as TableId, sheetId);
    else if (kind === "head" && range && !heads.has(sheetId)) heads.set(sheetId, range.startIndex ?? 0);
    else if (kind === "column" && range) {
      const own = columns.get(sheetId) ?? new Map<string, number>();
      columns.set(sheetId, own);
      if (!own.has(detail)) own.set(detail, range.startIndex ?? 0);
    } else if (location.spreadsheet && metadataId !== undefined && !kept.has(kind)) {
      const value = parsed(metadataValue.slice(kind.length + 1));
      if (value !== undefined) kept.set(kind, { metadataId, value });
    }
  }
  return { sheets, heads, columns, kept };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
