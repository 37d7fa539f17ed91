import type { CellValue, Row } from "./table";

/** Every row below the heads in which something stands; `from` is the index of the first of these values' rows. */
export function rowsOf(
  values: readonly (readonly unknown[])[],
  headAt: number,
  columns: ReadonlyMap<string, number>,
  from = 0,
): readonly Row[] {
  const ours = new Set(columns.values());
  const rows: Row[] = [];
  for (let at = Math.max(headAt + 1, from); at < from + values.length; at++) {
    const written = values[at - from] ?? [];
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
