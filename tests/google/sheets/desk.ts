import type { sheets_v4 } from "@googleapis/sheets";
import { actAs } from "../act-as";
import { ApiError } from "../api/api-error";
import { Workspace } from "../workspace";

export const ana = "ana@school.org";
export const ben = "ben@school.org";

type Values = readonly (readonly unknown[])[];

/** A spreadsheet of one sheet, "Sheet1" with the id 0, on a desk where Ana owns it and Ben may edit it. */
export function newDesk(options: { readonly rows?: number; readonly columns?: number } = {}) {
  const workspace = new Workspace();
  const spreadsheetId = workspace.addSpreadsheet(ana, "Team");
  workspace.share(spreadsheetId, ben, "writer");
  const [sheet] = workspace.books.get(spreadsheetId)?.sheets ?? [];
  if (sheet) Object.assign(sheet, { rowCount: options.rows ?? 10, columnCount: options.columns ?? 8 });
  const asked = (user = ana) => actAs(workspace, user).sheets;
  return {
    workspace,
    spreadsheetId,
    call: <T = Record<string, unknown>>(method: string, given: object = {}, body?: unknown, user?: string): T =>
      asked(user)<T>(method, { spreadsheetId, ...given }, body),
    /** Writes RAW values from a range's first cell. */
    write: (range: string, values: Values, user?: string) =>
      asked(user)<sheets_v4.Schema$UpdateValuesResponse>(
        "spreadsheets.values.update",
        { spreadsheetId, range, valueInputOption: "RAW" },
        { values },
      ),
    read: (range = "Sheet1", options: object = {}) =>
      asked()<sheets_v4.Schema$ValueRange>("spreadsheets.values.get", { spreadsheetId, range, ...options }).values,
    batch: (requests: readonly sheets_v4.Schema$Request[], user?: string) =>
      asked(user)<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>(
        "spreadsheets.batchUpdate",
        { spreadsheetId },
        { requests },
      ).replies,
    get: (options: object = {}, user?: string) =>
      asked(user)<sheets_v4.Schema$Spreadsheet>("spreadsheets.get", { spreadsheetId, ...options }),
  };
}

/** What Google refuses: its code and message, or undefined where it does not. */
export function refusal(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return `${error.code} ${error.message}`;
    throw error;
  }
}
