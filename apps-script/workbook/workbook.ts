import { quotedTitle } from "./a1";
import { type Marks, marksOf } from "./metadata";
import type { SheetsService, Spreadsheet } from "./sheets-service";
import type { CellValue, Row, SheetState, Table, TableId } from "./table";

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
 * Reads the workbook in three calls, whatever its size. Tables without a sheet are left out; the rows of those that `rows`
 * does not name are not read.
 */
export function readWorkbook(
  service: Pick<SheetsService, "structure" | "metadata" | "values">,
  id: string,
  tables: readonly Table[],
  rows: readonly TableId[],
): Workbook {
  const structure = service.structure(id);
  const marks = marksOf(service.metadata(id));
  const wanted: { table: Table; sheetId: number; title: string }[] = [];
  for (const table of tables) {
    const sheetId = marks.sheets.get(table.id);
    const properties = structure.sheets?.find((sheet) => sheet.properties?.sheetId === sheetId)?.properties;
    if (sheetId !== undefined && properties) wanted.push({ table, sheetId, title: properties.title ?? "" });
  }
  const read = wanted.filter(({ table }) => rows.includes(table.id));
  const ranges = read.map(({ title }) => quotedTitle(title));
  const values = ranges.length === 0 ? [] : service.values(id, ranges);
  const sheets = new Map<TableId, SheetState>();
  for (const { table, sheetId } of wanted) {
    const properties = structure.sheets?.find((sheet) => sheet.properties?.sheetId === sheetId)?.properties ?? {};
    const headAt = marks.heads.get(sheetId) ?? 0;
    const columns = marks.columns.get(sheetId) ?? new Map<string, number>();
    const written = values[read.findIndex((other) => other.table === table)] ?? [];
    sheets.set(table.id, {
      table,
      sheetId,
      title: properties.title ?? "",
      rowCount: properties.gridProperties?.rowCount ?? 0,
      columnCount: properties.gridProperties?.columnCount ?? 0,
      headAt,
      columns,
      rows: rowsOf(written, headAt, columns),
      freeFrom: Math.max(written.length, headAt + 1),
    });
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

/** Every row below the heads in which something stands. */
function rowsOf(
  values: readonly (readonly unknown[])[],
  headAt: number,
  columns: ReadonlyMap<string, number>,
): readonly Row[] {
  const ours = new Set(columns.values());
  const rows: Row[] = [];
  for (let at = headAt + 1; at < values.length; at++) {
    const written = values[at] ?? [];
    const cells: Record<string, CellValue> = {};
    let any = false;
    for (const [column, index] of columns) {
      const value = cellValue(written[index]);
      cells[column] = value;
      if (value !== "") any = true;
    }
    const hasOwn = written.some((value, index) => !ours.has(index) && cellValue(value) !== "");
    if (any || hasOwn) rows.push({ at, cells, hasOwn });
  }
  return rows;
}

const cellValue = (value: unknown): CellValue =>
  typeof value === "number" ? value : value === null || value === undefined ? "" : String(value);

/** A value kept on the workbook as a whole, or `undefined`. */
export const keptValue = ({ marks }: Workbook, name: string): unknown => marks.kept.get(name)?.value;
