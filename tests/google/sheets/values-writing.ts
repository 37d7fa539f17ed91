import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, invalid } from "../api/api-error";
import { type Call, type Methods, text } from "../api/method";
import { type AskedRange, boxOf, rangeName, readRange } from "./a1";
import { appendValues } from "./append-values";
import { type Book, cellAt, putCells } from "./book";
import { rangesUnder } from "./data-filter";
import { editBook, readOptions } from "./edit";
import type { InputOption } from "./enter";
import { type Editor, refuseProtected } from "./protection";
import { boxName, readValues } from "./read-values";
import { parameters, VALUES } from "./values-reading";
import { rowsOf, type Written, writeValues } from "./write-values";

function inputOption(value: unknown): InputOption {
  if (value !== "RAW" && value !== "USER_ENTERED") {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return value;
}

/** Runs one part of a batch; what it refuses names the part, as Google does. */
function part<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError && error.status === "INVALID_ARGUMENT") {
      throw invalid(`Invalid ${name}: ${error.message}`);
    }
    throw error;
  }
}

const updated = (book: Book, asked: AskedRange, written: Written): sheets_v4.Schema$UpdateValuesResponse => ({
  spreadsheetId: book.spreadsheetId,
  updatedRange: boxName(asked.sheet, written.box),
  updatedRows: written.rows,
  updatedColumns: written.columns,
  updatedCells: written.cells,
});

const totals = (responses: readonly sheets_v4.Schema$UpdateValuesResponse[]) => {
  const sum = (of: (one: sheets_v4.Schema$UpdateValuesResponse) => number | null | undefined) =>
    responses.reduce((total, one) => total + (of(one) ?? 0), 0);
  return {
    totalUpdatedRows: sum((one) => one.updatedRows),
    totalUpdatedColumns: sum((one) => one.updatedColumns),
    totalUpdatedCells: sum((one) => one.updatedCells),
    totalUpdatedSheets: new Set(responses.map(({ updatedRange }) => updatedRange?.split("!")[0])).size,
  };
};

function echo(call: Call<unknown>, book: Book, response: sheets_v4.Schema$UpdateValuesResponse) {
  if (call.parameters.includeValuesInResponse !== true) return response;
  const options = readOptions(call, {
    value: call.parameters.responseValueRenderOption,
    dates: call.parameters.responseDateTimeRenderOption,
  });
  return { ...response, updatedData: readValues(readRange(book, response.updatedRange ?? ""), options) };
}

function clearUnder(book: Book, asked: AskedRange, editor: Editor): string {
  const { sheet } = asked;
  const box = boxOf(asked);
  refuseProtected(book, sheet, box, editor);
  for (let row = box.startRow; row < Math.min(box.endRow, sheet.rows.length); row++) {
    const width = Math.min(box.endColumn, sheet.rows[row]?.length ?? 0) - box.startColumn;
    if (width <= 0) continue;
    const cells = Array.from({ length: width }, (_, place) => {
      const { userEnteredValue, textFormatRuns, ...kept } = cellAt(sheet, row, box.startColumn + place) ?? {};
      return kept;
    });
    putCells(sheet, row, box.startColumn, cells);
  }
  return boxName(sheet, box);
}

/** The methods of `spreadsheets.values` that write. */
export const writingMethods: Methods = {
  "spreadsheets.values.update": {
    verb: "PUT",
    path: `${VALUES}/{range}`,
    parameters: parameters("Update"),
    body: "ValueRange",
    answer: "UpdateValuesResponse",
    quota: "write",
    run: (call: Call<sheets_v4.Schema$ValueRange>) =>
      editBook(call, (book, editor) => {
        const option = inputOption(call.parameters.valueInputOption);
        const range = text(call.parameters, "range");
        const asked = readRange(book, range);
        if (call.body.range && rangeName("", readRange(book, call.body.range)) !== rangeName("", asked)) {
          throw invalid(`Requested writing within range [${range}], but the body's range is [${call.body.range}].`);
        }
        const written = writeValues(book, asked, rowsOf(call.body), option, editor);
        return echo(call, book, updated(book, asked, written));
      }),
  },
  "spreadsheets.values.batchUpdate": {
    verb: "POST",
    path: `${VALUES}:batchUpdate`,
    parameters: parameters("Batchupdate"),
    body: "BatchUpdateValuesRequest",
    answer: "BatchUpdateValuesResponse",
    quota: "write",
    run: (call: Call<sheets_v4.Schema$BatchUpdateValuesRequest>) =>
      editBook(call, (book, editor) => {
        const option = inputOption(call.body.valueInputOption);
        const responses = (call.body.data ?? []).map((one, index) =>
          part(`data[${index}]`, () => {
            const asked = readRange(book, one.range ?? "");
            return updated(book, asked, writeValues(book, asked, rowsOf(one), option, editor));
          }),
        );
        return { spreadsheetId: book.spreadsheetId, ...totals(responses), responses };
      }),
  },
  "spreadsheets.values.batchUpdateByDataFilter": {
    verb: "POST",
    path: `${VALUES}:batchUpdateByDataFilter`,
    parameters: parameters("Batchupdatebydatafilter"),
    body: "BatchUpdateValuesByDataFilterRequest",
    answer: "BatchUpdateValuesByDataFilterResponse",
    quota: "write",
    run: (call: Call<sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest>) =>
      editBook(call, (book, editor) => {
        const option = inputOption(call.body.valueInputOption);
        const responses = (call.body.data ?? []).flatMap(({ dataFilter = {}, majorDimension, values }, index) =>
          part(`data[${index}]`, () =>
            rangesUnder(book, dataFilter).map((asked) => {
              const rows = rowsOf({ majorDimension: majorDimension ?? null, values: values ?? null });
              const { spreadsheetId, ...counts } = updated(book, asked, writeValues(book, asked, rows, option, editor));
              return { ...counts, dataFilter };
            }),
          ),
        );
        return { spreadsheetId: book.spreadsheetId, ...totals(responses), responses };
      }),
  },
  "spreadsheets.values.append": {
    verb: "POST",
    path: `${VALUES}/{range}:append`,
    parameters: parameters("Append"),
    body: "ValueRange",
    answer: "AppendValuesResponse",
    quota: "write",
    run: (call: Call<sheets_v4.Schema$ValueRange>) =>
      editBook(call, (book, editor) => {
        const option = inputOption(call.parameters.valueInputOption);
        const asked = readRange(book, text(call.parameters, "range"));
        const insertRows = call.parameters.insertDataOption === "INSERT_ROWS";
        const { table, written } = appendValues(book, asked, rowsOf(call.body), option, insertRows, editor);
        return {
          spreadsheetId: book.spreadsheetId,
          ...(table ? { tableRange: boxName(asked.sheet, table) } : {}),
          updates: echo(call, book, updated(book, asked, written)),
        };
      }),
  },
  "spreadsheets.values.clear": {
    verb: "POST",
    path: `${VALUES}/{range}:clear`,
    parameters: parameters("Clear"),
    body: "ClearValuesRequest",
    answer: "ClearValuesResponse",
    quota: "write",
    run: (call: Call<unknown>) =>
      editBook(call, (book, editor) => ({
        spreadsheetId: book.spreadsheetId,
        clearedRange: clearUnder(book, readRange(book, text(call.parameters, "range")), editor),
      })),
  },
  "spreadsheets.values.batchClear": {
    verb: "POST",
    path: `${VALUES}:batchClear`,
    parameters: parameters("Batchclear"),
    body: "BatchClearValuesRequest",
    answer: "BatchClearValuesResponse",
    quota: "write",
    run: (call: Call<sheets_v4.Schema$BatchClearValuesRequest>) =>
      editBook(call, (book, editor) => ({
        spreadsheetId: book.spreadsheetId,
        clearedRanges: (call.body.ranges ?? []).map((range, index) =>
          part(`range[${index}]`, () => clearUnder(book, readRange(book, range), editor)),
        ),
      })),
  },
};
