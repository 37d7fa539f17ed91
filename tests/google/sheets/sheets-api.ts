import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, invalid, NotFaked } from "../api/api-error";
import { takes } from "../api/field-mask";
import type { Api, Call, Methods } from "../api/method";
import { editorsOf, MIME, ownerOf, type StoredFile } from "../drive/stored-file";
import { readRange } from "./a1";
import { batchUpdate } from "./batch-update";
import { type Book, newBook } from "./book";
import { metadataUnder } from "./data-filter";
import { sheetsDescription } from "./description";
import { editBook, readBook } from "./edit";
import type { Editor } from "./protection";
import { cellHandlers } from "./requests/cells";
import { addSheetTo } from "./requests/sheets";
import { bookResource } from "./resource";
import { readingMethods } from "./values-reading";
import { writingMethods } from "./values-writing";

const BOOKS = "/v4/spreadsheets";

function editorOf(call: Call<unknown>, book: Book): Editor {
  const file = call.workspace.files.get(book.spreadsheetId) as StoredFile;
  return { user: call.caller.user, isOwner: ownerOf(file) === call.caller.user, editors: editorsOf(file) };
}

/** The answer of a read: cells where they were asked for, by the mask where there is one. */
function resource(
  call: Call<unknown>,
  book: Book,
  ranges: readonly string[],
  cells: boolean,
): sheets_v4.Schema$Spreadsheet {
  const asked = ranges.map((range) => readRange(book, range));
  const withCells = call.mask === undefined ? cells : takes(call.mask, ["sheets", "data"]);
  return bookResource(book, editorOf(call, book), call.workspace.evaluate, asked, withCells);
}

function create(call: Call<sheets_v4.Schema$Spreadsheet>): sheets_v4.Schema$Spreadsheet {
  const { workspace, caller, body } = call;
  const other = Object.keys(body).find((name) => name !== "properties" && name !== "sheets");
  if (other) throw new NotFaked(`spreadsheets.create with ${other}`);
  const title = body.properties?.title ?? "Untitled spreadsheet";
  const id = workspace.newFileId();
  const book = newBook(id, title);
  book.properties = { ...book.properties, ...body.properties, title };
  if (body.sheets?.length) book.sheets = [];
  const newId = () => workspace.newNumber();
  const editor: Editor = { user: caller.user, isOwner: true, editors: [caller.user] };
  for (const { properties = {}, data = [], ...rest } of body.sheets ?? []) {
    const more = Object.keys(rest)[0];
    if (more) throw new NotFaked(`spreadsheets.create with sheets.${more}`);
    const { sheetId } = addSheetTo({ book, newId }, properties);
    for (const { startRow, startColumn, rowData } of data) {
      const start = { sheetId, rowIndex: startRow ?? 0, columnIndex: startColumn ?? 0 };
      cellHandlers.updateCells?.({ book, editor, newId }, { start, rows: rowData ?? [], fields: "*" });
    }
  }
  workspace.addFile(caller.user, title, MIME.spreadsheet, { id });
  workspace.grant(caller.user, caller.project, id);
  workspace.books.set(id, book);
  return resource(call, book, [], false);
}

const spreadsheetMethods: Methods = {
  "spreadsheets.create": {
    verb: "POST",
    path: BOOKS,
    parameters: "Params$Resource$Spreadsheets$Create",
    body: "Spreadsheet",
    answer: "Spreadsheet",
    quota: "write",
    run: create,
  },
  "spreadsheets.get": {
    verb: "GET",
    path: `${BOOKS}/{spreadsheetId}`,
    parameters: "Params$Resource$Spreadsheets$Get",
    answer: "Spreadsheet",
    quota: "read",
    run: (call: Call<unknown>) =>
      resource(
        call,
        readBook(call),
        (call.parameters.ranges ?? []) as readonly string[],
        call.parameters.includeGridData === true,
      ),
  },
  "spreadsheets.batchUpdate": {
    verb: "POST",
    path: `${BOOKS}/{spreadsheetId}:batchUpdate`,
    parameters: "Params$Resource$Spreadsheets$Batchupdate",
    body: "BatchUpdateSpreadsheetRequest",
    answer: "BatchUpdateSpreadsheetResponse",
    quota: "write",
    run: (call: Call<sheets_v4.Schema$BatchUpdateSpreadsheetRequest>) =>
      editBook(call, (book, editor) => {
        const work = { book, editor, newId: () => call.workspace.newNumber() };
        const replies = batchUpdate(work, call.body.requests ?? []);
        const { includeSpreadsheetInResponse, responseRanges, responseIncludeGridData } = call.body;
        return {
          spreadsheetId: book.spreadsheetId,
          replies,
          ...(includeSpreadsheetInResponse === true
            ? { updatedSpreadsheet: resource(call, book, responseRanges ?? [], responseIncludeGridData === true) }
            : {}),
        };
      }),
  },
  "spreadsheets.developerMetadata.get": {
    verb: "GET",
    path: `${BOOKS}/{spreadsheetId}/developerMetadata/{metadataId}`,
    parameters: "Params$Resource$Spreadsheets$Developermetadata$Get",
    answer: "DeveloperMetadata",
    quota: "read",
    run(call: Call<unknown>) {
      const id = call.parameters.metadataId;
      const found = readBook(call).developerMetadata.find(({ metadataId }) => metadataId === id);
      if (!found) throw new ApiError("NOT_FOUND", `No developer metadata with id: ${id}`, "notFound");
      return found;
    },
  },
  "spreadsheets.developerMetadata.search": {
    verb: "POST",
    path: `${BOOKS}/{spreadsheetId}/developerMetadata:search`,
    parameters: "Params$Resource$Spreadsheets$Developermetadata$Search",
    body: "SearchDeveloperMetadataRequest",
    answer: "SearchDeveloperMetadataResponse",
    quota: "read",
    run(call: Call<sheets_v4.Schema$SearchDeveloperMetadataRequest>) {
      const book = readBook(call);
      const filters = call.body.dataFilters ?? [];
      if (filters.length === 0) throw invalid("Must specify at least one data filter.");
      const found = filters.map((filter) => metadataUnder(book, filter));
      const matchedDeveloperMetadata = book.developerMetadata
        .map((developerMetadata) => ({
          developerMetadata,
          dataFilters: filters.filter((_, index) => found[index]?.includes(developerMetadata)),
        }))
        .filter(({ dataFilters }) => dataFilters.length > 0);
      return matchedDeveloperMetadata.length === 0 ? {} : { matchedDeveloperMetadata };
    },
  },
};

/** The Sheets API v4. */
export const sheetsApi: Api = {
  name: "sheets",
  description: sheetsDescription,
  methods: { ...spreadsheetMethods, ...readingMethods, ...writingMethods },
};
