import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import { type Call, type Methods, text } from "../api/method";
import { readRange } from "./a1";
import { rangesUnder } from "./data-filter";
import { readBook, readOptions } from "./edit";
import { readValues } from "./read-values";

/** The path of all values of a spreadsheet. */
export const VALUES = "/v4/spreadsheets/{spreadsheetId}/values";

/** The name of a method's parameters in Google's description. */
export const parameters = (name: string): string => `Params$Resource$Spreadsheets$Values$${name}`;

/** The methods of `spreadsheets.values` that only read. */
export const readingMethods: Methods = {
  "spreadsheets.values.get": {
    verb: "GET",
    path: `${VALUES}/{range}`,
    parameters: parameters("Get"),
    answer: "ValueRange",
    quota: "read",
    run: (call: Call<unknown>) =>
      readValues(
        readRange(readBook(call), text(call.parameters, "range")),
        readOptions(call, {
          value: call.parameters.valueRenderOption,
          dates: call.parameters.dateTimeRenderOption,
          dimension: call.parameters.majorDimension,
        }),
      ),
  },
  "spreadsheets.values.batchGet": {
    verb: "GET",
    path: `${VALUES}:batchGet`,
    parameters: parameters("Batchget"),
    answer: "BatchGetValuesResponse",
    quota: "read",
    run(call: Call<unknown>) {
      const book = readBook(call);
      const options = readOptions(call, {
        value: call.parameters.valueRenderOption,
        dates: call.parameters.dateTimeRenderOption,
        dimension: call.parameters.majorDimension,
      });
      const ranges = (call.parameters.ranges ?? []) as readonly string[];
      const valueRanges = ranges.map((range) => readValues(readRange(book, range), options));
      return { spreadsheetId: book.spreadsheetId, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
    },
  },
  "spreadsheets.values.batchGetByDataFilter": {
    verb: "POST",
    path: `${VALUES}:batchGetByDataFilter`,
    parameters: parameters("Batchgetbydatafilter"),
    body: "BatchGetValuesByDataFilterRequest",
    answer: "BatchGetValuesByDataFilterResponse",
    quota: "read",
    run(call: Call<sheets_v4.Schema$BatchGetValuesByDataFilterRequest>) {
      const book = readBook(call);
      const { body } = call;
      const options = readOptions(call, {
        value: body.valueRenderOption,
        dates: body.dateTimeRenderOption,
        dimension: body.majorDimension,
      });
      if (!body.dataFilters?.length) throw invalid("Must specify at least one data filter.");
      const valueRanges = body.dataFilters.flatMap((filter) =>
        rangesUnder(book, filter).map((asked) => ({ valueRange: readValues(asked, options), dataFilters: [filter] })),
      );
      return { spreadsheetId: book.spreadsheetId, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
    },
  },
};
