import { quotedTitle } from "./a1";
import { besideEachOther, briefRanges, wholeParts, withWhole } from "./brief-reading";
import { type Marks, marksOf } from "./metadata";
import { rowsOf } from "./rows-of";
import type { SheetsService, Spreadsheet } from "./sheets-service";
import type { Row, SheetState, Table, TableId } from "./table";

/** The workbook as it is now, as far as it was read. */
export interface Workbook {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly marks: Marks;
  readonly structure: Spreadsheet;
  readonly sheets: ReadonlyMap<TableId, SheetState>;
}

/**
 * Reads the workbook in three calls, whatever its size, or four with `evidence`. Tables without a sheet are left out; the
 * rows of those that `rows` does not name are not read. `evidence` says which rows of that sheet are needed whole; of all
 * others only the key and the facts are read.
 */
export function readWorkbook(
  service: Pick<SheetsService, "structure" | "metadata" | "values">,
  id: string,
  tables: readonly Table[],
  rows: readonly TableId[],
  evidence?: (sheets: Workbook["sheets"]) => readonly Row[],
): Workbook {
  const structure = service.structure(id);
  const marks = marksOf(service.metadata(id));
  const wanted: { table: Table; sheetId: number; title: string }[] = [];
  for (const table of tables) {
    const sheetId = marks.sheets.get(table.id);
    const properties = structure.sheets?.find((sheet) => sheet.properties?.sheetId === sheetId)?.properties;
    if (sheetId !== undefined && properties) wanted.push({ table, sheetId, title: properties.title ?? "" });
  }
  const places = wanted.map((one): Omit<SheetState, "rows" | "freeFrom"> => {
    const grid = structure.sheets?.find((sheet) => sheet.properties?.sheetId === one.sheetId)?.properties
      ?.gridProperties;
    return {
      ...one,
      rowCount: grid?.rowCount ?? 0,
      columnCount: grid?.columnCount ?? 0,
      headAt: marks.heads.get(one.sheetId) ?? 0,
      columns: marks.columns.get(one.sheetId) ?? new Map<string, number>(),
    };
  });
  const isBrief = (table: Table) => evidence !== undefined && table.id === "evidence";
  const asked = places
    .filter(({ table }) => rows.includes(table.id))
    .map((place) => ({ place, ranges: isBrief(place.table) ? briefRanges(place) : [quotedTitle(place.title)] }));
  const ranges = asked.flatMap((one) => one.ranges);
  const values = ranges.length === 0 ? [] : service.values(id, ranges);
  const sheets = new Map(places.map((place) => [place.table.id, stateOf(place, [])]));
  let at = 0;
  for (const { place, ranges: own } of asked) {
    const got = values.slice(at, at + own.length);
    at += own.length;
    sheets.set(place.table.id, stateOf(place, isBrief(place.table) ? besideEachOther(place, got) : (got[0] ?? [])));
  }
  const brief = sheets.get("evidence");
  if (brief && evidence && rows.includes("evidence")) {
    const parts = wholeParts(brief, evidence(sheets));
    const whole =
      parts.length === 0
        ? []
        : service.values(
            id,
            parts.map(({ range }) => range),
          );
    sheets.set(
      "evidence",
      withWhole(
        brief,
        parts.map(({ top }, n) => ({ top, values: whole[n] ?? [] })),
      ),
    );
  }
  return {
    id,
    url: structure.spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit`,
    title: structure.properties?.title ?? "",
    marks,
    structure,
    sheets,
  };
}

function stateOf(place: Omit<SheetState, "rows" | "freeFrom">, written: readonly (readonly unknown[])[]): SheetState {
  const { headAt, columns } = place;
  return { ...place, rows: rowsOf(written, headAt, columns), freeFrom: Math.max(written.length, headAt + 1) };
}

/** A value kept on the workbook as a whole, or `undefined`. */
export const keptValue = ({ marks }: Workbook, name: string): unknown => marks.kept.get(name)?.value;
