import { colorOf } from "./colors";
import { columnMark, headMark, sheetMark } from "./metadata";
import type { SheetRequest } from "./sheets-service";
import type { Column, SheetState, Table } from "./table";

/** Rows that a new sheet has. */
const FIRST_ROWS = 200;

/** What makes the sheet of a table, ready to be filled, and how it will be. */
export function newSheet(
  table: Table,
  sheetId: number,
  title: string,
  index: number,
): { requests: SheetRequest[]; state: SheetState } {
  const columnCount = table.columns.length;
  const columns = new Map(table.columns.map(({ id }, at) => [id, at]));
  const state: SheetState = {
    table,
    sheetId,
    title,
    rowCount: FIRST_ROWS,
    columnCount,
    headAt: 0,
    columns,
    rows: [],
    freeFrom: 1,
  };
  const requests: SheetRequest[] = [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          index,
          gridProperties: {
            rowCount: FIRST_ROWS,
            columnCount,
            frozenRowCount: 1,
            ...(table.frozenColumns ? { frozenColumnCount: table.frozenColumns } : {}),
          },
          tabColorStyle: { rgbColor: colorOf(table.color) },
        },
      },
    },
    sheetMark(table.id, sheetId),
    headMark(table.id, sheetId, 0),
    ...table.columns.map(({ id }, at) => columnMark(table.id, id, sheetId, at)),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: table.columns.map(headCell) }],
        fields: "userEnteredValue,userEnteredFormat,note",
      },
    },
    ...table.columns.map((column, at) => widthOf(column, sheetId, at)),
    ...columnRules(state),
    guard(state),
  ];
  return { requests, state };
}

/** What adds columns of ours that a sheet has lost, at its right end. */
export function lostColumns(state: SheetState): { requests: SheetRequest[]; state: SheetState } {
  const lost = state.table.columns.filter(({ id }) => !state.columns.has(id));
  if (lost.length === 0) return { requests: [], state };
  const { sheetId, columnCount, headAt } = state;
  const columns = new Map(state.columns);
  lost.forEach(({ id }, at) => {
    columns.set(id, columnCount + at);
  });
  const requests: SheetRequest[] = [
    { appendDimension: { sheetId, dimension: "COLUMNS", length: lost.length } },
    ...lost.map(({ id }, at) => columnMark(state.table.id, id, sheetId, columnCount + at)),
    {
      updateCells: {
        start: { sheetId, rowIndex: headAt, columnIndex: columnCount },
        rows: [{ values: lost.map(headCell) }],
        fields: "userEnteredValue,userEnteredFormat,note",
      },
    },
    ...lost.map((column, at) => widthOf(column, sheetId, columnCount + at)),
  ];
  return { requests, state: { ...state, columns, columnCount: columnCount + lost.length } };
}

/** Drop-downs and looks of the columns, for all rows that the sheet has; given again when it grows. */
export function columnRules({ table, sheetId, headAt, columns }: SheetState): SheetRequest[] {
  const rules: SheetRequest[] = [];
  // Beside text of several lines, what stands in one line begins at the top as well.
  const isTall = table.columns.some(({ format }) => format === "wrap");
  for (const { id, choices, format } of table.columns) {
    const at = columns.get(id);
    if (at === undefined) continue;
    const range = { sheetId, startRowIndex: headAt + 1, startColumnIndex: at, endColumnIndex: at + 1 };
    if (choices)
      rules.push({
        setDataValidation: {
          range,
          rule: {
            condition: { type: "ONE_OF_LIST", values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
            showCustomUi: true,
            // People may have words of their own; what cannot be used is named in a remark.
            strict: false,
          },
        },
      });
    const look = { ...(format && LOOKS[format]), ...(isTall && { verticalAlignment: "TOP" }) };
    const fields = Object.keys(look).map((name) => `userEnteredFormat.${name}`);
    if (fields.length > 0)
      rules.push({ repeatCell: { range, cell: { userEnteredFormat: look }, fields: fields.join() } });
  }
  return rules;
}

const LOOKS = {
  percent: { numberFormat: { type: "PERCENT", pattern: "0%" }, horizontalAlignment: "CENTER" },
  wrap: { wrapStrategy: "WRAP" },
  center: { horizontalAlignment: "CENTER" },
} as const;

const headCell = ({ title, note }: Column) => ({
  userEnteredValue: { stringValue: title },
  userEnteredFormat: {
    textFormat: { bold: true },
    wrapStrategy: "WRAP",
    verticalAlignment: "BOTTOM",
    backgroundColorStyle: { rgbColor: colorOf("#EEF1F4") },
  },
  ...(note ? { note } : {}),
});

const widthOf = ({ width, hidden }: Column, sheetId: number, at: number): SheetRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: "COLUMNS", startIndex: at, endIndex: at + 1 },
    properties: { pixelSize: width, ...(hidden ? { hiddenByUser: true } : {}) },
    fields: hidden ? "pixelSize,hiddenByUser" : "pixelSize",
  },
});

/** Warns people who are about to write over what is written anew; never keeps them from it. */
function guard({ table, sheetId, columns }: SheetState): SheetRequest {
  const edited = table.columns.filter((column) => column.edited);
  return {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId },
        description: `Plumbline writes ${table.title} anew; your own columns beside it are safe.`,
        warningOnly: true,
        unprotectedRanges: edited.map(({ id }) => {
          const at = columns.get(id) ?? 0;
          return { sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 };
        }),
      },
    },
  };
}
