import * as z from "zod/mini";
import { DECISION_COLUMNS, type Decision, decisionFromRow } from "../../../../core/index";
import type { BadRow } from "../../../db";
import type { GoogleAnswer, GoogleApi } from "../google-api";
import { type DecisionsSheet, decisionsSheetIn, METADATA_KEY, metadataSchema } from "./marks";

/** A row in which the sheet has an id. */
export interface SheetRow {
  /** From 0. */
  readonly at: number;
  readonly id: string;
}

/** What the rows asked for hold. */
export interface ReadRows {
  readonly decisions: readonly Decision[];
  readonly bad: readonly BadRow[];
}

/** More stretches than these are read as one. */
const STRETCHES = 40;

const valuesSchema = z.object({
  valueRanges: z._default(
    z.array(
      z.object({
        valueRange: z.object({ values: z._default(z.array(z.array(z.unknown())), []) }),
        dataFilters: z.array(z.object({ gridRange: z.object({ startRowIndex: z._default(z.int(), 0) }) })),
      }),
    ),
    [],
  ),
});

const spreadsheet = (sheets: string, id: string): string => `${sheets}/v4/spreadsheets/${encodeURIComponent(id)}`;

/** One workbook's Decisions sheet through the Sheets API: one method is one request. */
export function createDecisionsSheet(api: GoogleApi, sheets: string, workbook: string) {
  const at = spreadsheet(sheets, workbook);
  const values = (ranges: readonly object[]) =>
    api("POST", `${at}/values:batchGetByDataFilter`, valuesSchema, {
      dataFilters: ranges.map((gridRange) => ({ gridRange })),
      majorDimension: "ROWS",
      valueRenderOption: "UNFORMATTED_VALUE",
      dateTimeRenderOption: "FORMATTED_STRING",
    });
  return {
    /** Finds the sheet by what is noted on it. */
    async find(): Promise<GoogleAnswer<DecisionsSheet | undefined>> {
      const answer = await api("POST", `${at}/developerMetadata:search`, metadataSchema, {
        dataFilters: [{ developerMetadataLookup: { metadataKey: METADATA_KEY } }],
      });
      return answer.ok ? { ok: true, value: decisionsSheetIn(answer.value.matchedDeveloperMetadata) } : answer;
    },

    /** The ids that stand in the sheet, with their rows. */
    async ids({ sheetId, headAt, columns }: DecisionsSheet): Promise<GoogleAnswer<readonly SheetRow[]>> {
      const column = columns.get("id") ?? 0;
      // From the head on: a range that begins below the last row of a sheet would be refused.
      const answer = await values([
        { sheetId, startRowIndex: headAt, startColumnIndex: column, endColumnIndex: column + 1 },
      ]);
      if (!answer.ok) return answer;
      const cells = answer.value.valueRanges[0]?.valueRange.values ?? [];
      const rows = cells.map(([cell], n) => ({ at: headAt + n, id: String(cell ?? "").trim() }));
      return { ok: true, value: rows.filter(({ at: row, id }) => row > headAt && id !== "") };
    },

    /** Reads whole rows; the sheet may have changed since, so each row says itself what it is. */
    async rows(
      { sheetId, headAt, columns }: DecisionsSheet,
      wanted: readonly number[],
    ): Promise<GoogleAnswer<ReadRows>> {
      const ranges = stretches(wanted).map(([startRowIndex, endRowIndex]) => ({ sheetId, startRowIndex, endRowIndex }));
      const answer = await values(ranges);
      if (!answer.ok) return answer;
      const decisions: Decision[] = [];
      const bad: BadRow[] = [];
      for (const { valueRange, dataFilters } of answer.value.valueRanges) {
        const start = dataFilters[0]?.gridRange.startRowIndex ?? 0;
        valueRange.values.forEach((cells, n) => {
          const row = DECISION_COLUMNS.map((column) => cells[columns.get(column) ?? -1] ?? "");
          if (start + n <= headAt || row[0] === "") return;
          const reading = decisionFromRow(row);
          if (reading.ok) decisions.push(reading.decision);
          else bad.push({ row: start + n + 1, problem: reading.problem });
        });
      }
      return { ok: true, value: { decisions, bad } };
    },

    /**
     * Adds rows below everything that stands in the sheet. By the sheet's id, not its name, and from the first column: people
     * may rename the sheet meanwhile, and write beside our columns. Texts stay texts whatever they begin with.
     */
    append({ sheetId, columns }: DecisionsSheet, decisions: readonly Decision[]): Promise<GoogleAnswer<unknown>> {
      const width = 1 + DECISION_COLUMNS.reduce((most, column) => Math.max(most, columns.get(column) ?? 0), 0);
      const rows = decisions.map((decision) => {
        const cells: object[] = Array.from({ length: width }, () => ({}));
        for (const column of DECISION_COLUMNS) {
          const at = columns.get(column);
          if (at !== undefined && decision[column] !== "")
            cells[at] = { userEnteredValue: { stringValue: decision[column] } };
        }
        return { values: cells };
      });
      return api("POST", `${at}:batchUpdate`, z.looseObject({}), {
        requests: [{ appendCells: { sheetId, rows, fields: "userEnteredValue" } }],
      });
    },
  };
}

/** Rows in a row as `[from, to)`. */
function stretches(rows: readonly number[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const at of [...rows].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && at <= last[1]) last[1] = Math.max(last[1], at + 1);
    else found.push([at, at + 1]);
  }
  const [first, last] = [found[0], found[found.length - 1]];
  return found.length > STRETCHES && first && last ? [[first[0], last[1]]] : found;
}
