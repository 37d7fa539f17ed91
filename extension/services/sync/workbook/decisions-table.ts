import { DECISION_COLUMNS, STANCES, VERDICTS } from "../../../../core/index";
import { METADATA_KEY } from "./marks";

/** The id that a new Decisions sheet gets, here and in the add-on: whoever comes second is refused and finds the first. */
export const DECISIONS_ID = 7_000_005;
const ROWS = 200;
const WIDTHS: Readonly<Record<string, number>> = { quote: 320, note: 200, row: 120, outcome: 260 };
const HEADS: Readonly<Record<string, string>> = { row: "Evidence row", outcome: "What came of it" };
const NOTES: Readonly<Record<string, string>> = {
  id: "Leave empty: it is filled in.",
  at: "Leave empty: it is filled in.",
  document: "Or leave empty and name a row of Evidence in the column for it.",
  verdict: "accept, reject, add, restance (another stance) or withdraw.",
  row: "By hand: the row of Evidence that you decide on.",
};
const CHOICES: Readonly<Record<string, readonly string[]>> = { verdict: VERDICTS, stance: STANCES };

/** The columns of the sheet: a decision's own, and the two with which the add-on helps people who decide by hand. */
const COLUMNS: readonly string[] = [...DECISION_COLUMNS, "row", "outcome"];

/** What makes the Decisions sheet, with the notes by which the add-on and this extension find it again. All or nothing. */
export function decisionsTable(title: string, codes: readonly string[]): readonly object[] {
  const sheetId = DECISIONS_ID;
  const range = (at: number) => ({ sheetId, dimension: "COLUMNS", startIndex: at, endIndex: at + 1 });
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          gridProperties: { rowCount: ROWS, columnCount: COLUMNS.length, frozenRowCount: 1 },
          tabColorStyle: { rgbColor: { red: 230 / 255, green: 159 / 255, blue: 0 } },
        },
      },
    },
    noted(`sheet decisions ${sheetId}`, { sheetId }),
    noted("head decisions", { dimensionRange: { sheetId, dimension: "ROWS", startIndex: 0, endIndex: 1 } }),
    ...COLUMNS.map((column, at) => noted(`column decisions ${column}`, { dimensionRange: range(at) })),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: COLUMNS.map(headCell) }],
        fields: "userEnteredValue,userEnteredFormat,note",
      },
    },
    ...COLUMNS.map((column, at) => ({
      updateDimensionProperties: {
        range: range(at),
        properties: { pixelSize: WIDTHS[column] ?? 100 },
        fields: "pixelSize",
      },
    })),
    ...COLUMNS.flatMap((column, at) => {
      const choices = column === "indicator" ? codes : CHOICES[column];
      return choices ? [dropDown(sheetId, at, choices)] : [];
    }),
  ];
}

const noted = (metadataValue: string, location: object) => ({
  createDeveloperMetadata: {
    // For the whole document: the add-on may run under another project.
    developerMetadata: { metadataKey: METADATA_KEY, metadataValue, visibility: "DOCUMENT", location },
  },
});

const headCell = (column: string) => ({
  userEnteredValue: { stringValue: HEADS[column] ?? column },
  userEnteredFormat: {
    textFormat: { bold: true },
    wrapStrategy: "WRAP",
    verticalAlignment: "BOTTOM",
    backgroundColorStyle: { rgbColor: { red: 238 / 255, green: 241 / 255, blue: 244 / 255 } },
  },
  ...(NOTES[column] ? { note: NOTES[column] } : {}),
});

const dropDown = (sheetId: number, at: number, choices: readonly string[]) => ({
  setDataValidation: {
    range: { sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 },
    rule: {
      condition: { type: "ONE_OF_LIST", values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
      showCustomUi: true,
      strict: false,
    },
  },
});
