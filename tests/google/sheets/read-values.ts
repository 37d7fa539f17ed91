import type { sheets_v4 } from "@googleapis/sheets";
import { type AskedRange, type Box, boxOf, rangeName } from "./a1";
import { cellAt, type Sheet } from "./book";
import type { Scalar } from "./cell";
import { type DateTimeOption, type Evaluate, render, type ValueOption } from "./render";

/** How values are to be given. */
export interface ReadOptions {
  readonly value: ValueOption;
  readonly dates: DateTimeOption;
  readonly columns: boolean;
  readonly evaluate: Evaluate;
}

/** The range as A1 notation with every end said. */
export const boxName = (sheet: Sheet, box: Box): string => rangeName(sheet.properties.title ?? "", box);

function trimmed<T>(list: readonly T[], isBlank: (item: T) => boolean): readonly T[] {
  let end = list.length;
  while (end > 0 && isBlank(list[end - 1] as T)) end--;
  return list.slice(0, end);
}

/** The values under a range; empty cells at the end of a row, and empty rows at the end, are left out as Google does. */
export function readValues(asked: AskedRange, options: ReadOptions): sheets_v4.Schema$ValueRange {
  const { sheet } = asked;
  const box = boxOf(asked);
  const lines: (Scalar | undefined)[][] = [];
  const [outer, inner] = options.columns
    ? [box.endColumn - box.startColumn, box.endRow - box.startRow]
    : [Math.min(box.endRow, sheet.rows.length) - box.startRow, box.endColumn - box.startColumn];
  for (let line = 0; line < outer; line++) {
    const values: (Scalar | undefined)[] = [];
    const length = options.columns
      ? Math.min(inner, sheet.rows.length - box.startRow)
      : Math.min(inner, (sheet.rows[box.startRow + line]?.length ?? 0) - box.startColumn);
    for (let place = 0; place < length; place++) {
      const [row, column] = options.columns ? [place, line] : [line, place];
      const cell = cellAt(sheet, box.startRow + row, box.startColumn + column);
      values.push(render(cell, options.value, options.dates, options.evaluate));
    }
    lines.push(values);
  }
  const values = trimmed(
    lines.map((line) => trimmed(line, (value) => value === undefined)),
    (line) => line.length === 0,
  ).map((line) => line.map((value) => value ?? ""));
  return {
    range: boxName(sheet, box),
    majorDimension: options.columns ? "COLUMNS" : "ROWS",
    ...(values.length === 0 ? {} : { values }),
  };
}
