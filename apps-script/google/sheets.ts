import { BLANK_SHEET } from "../workbook/ensure-sheets";
import { METADATA_KEY } from "../workbook/metadata";
import type { SheetsService } from "../workbook/sheets-service";
import { switchedOn } from "./switched-on";

const STRUCTURE =
  "spreadsheetId,spreadsheetUrl,properties(title),sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount)))";

const spreadsheets = (): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection =>
  switchedOn(typeof Sheets === "undefined" ? undefined : Sheets, "Google Sheets API").Spreadsheets;

/** Google Sheets, through its advanced service: `SpreadsheetApp` would ask for more than `drive.file`. */
export const sheetsService: SheetsService = {
  create: (title) => {
    const made = spreadsheets().create({
      properties: { title },
      sheets: [{ properties: { sheetId: BLANK_SHEET, title: "Getting ready" } }],
    });
    return made.spreadsheetId ?? "";
  },
  structure: (id) => spreadsheets().get(id, { fields: STRUCTURE }),
  metadata: (id) => {
    const search = { dataFilters: [{ developerMetadataLookup: { metadataKey: METADATA_KEY } }] };
    const { matchedDeveloperMetadata = [] } = spreadsheets().DeveloperMetadata.search(search, id);
    return matchedDeveloperMetadata.flatMap(({ developerMetadata }) => developerMetadata ?? []);
  },
  values: (id, ranges) => {
    const { valueRanges = [] } = spreadsheets().Values.batchGet(id, {
      ranges: [...ranges],
      valueRenderOption: "UNFORMATTED_VALUE",
      dateTimeRenderOption: "FORMATTED_STRING",
    });
    return valueRanges.map(({ values }) => values ?? []);
  },
  write: (id, data) => {
    spreadsheets().Values.batchUpdate(
      {
        valueInputOption: "RAW",
        data: data.map(({ range, values }) => ({ range, values: values.map((row) => [...row]) })),
      },
      id,
    );
  },
  update: (id, requests) => {
    spreadsheets().batchUpdate({ requests: [...requests] }, id);
  },
};
