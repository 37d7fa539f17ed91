import type { sheets_v4 } from "@googleapis/sheets";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ben, newDesk, refusal } from "./desk";

type Request = sheets_v4.Schema$Request;
const say = (text: string): sheets_v4.Schema$RowData => ({ values: [{ userEnteredValue: { stringValue: text } }] });

describe("a batch", () => {
  test("replies in the order of its requests, empty where there is nothing to say", () => {
    const { batch } = newDesk();
    const replies = batch([
      { updateCells: { start: {}, rows: [say("a")], fields: "userEnteredValue" } },
      { addSheet: { properties: { title: "New", sheetId: 7 } } },
      { deleteSheet: { sheetId: 7 } },
    ]);
    expect(replies).toMatchObject([{}, { addSheet: { properties: { sheetId: 7, index: 1 } } }, {}]);
  });

  test("is all or nothing", () => {
    const { batch, get, read } = newDesk();
    const requests: Request[] = [
      { updateCells: { start: {}, rows: [say("a")], fields: "userEnteredValue" } },
      { addSheet: { properties: { title: "Sheet1" } } },
    ];
    expect(refusal(() => batch(requests))).toBe(
      'Invalid requests[1].addSheet: A sheet with the name "Sheet1" already exists. Please enter another name.'.replace(
        /^/,
        "400 ",
      ),
    );
    expect(read()).toBeUndefined();
    expect(get().sheets).toHaveLength(1);
  });

  test.each<[string, readonly object[], string]>([
    ["no requests", [], "400 Must specify at least one request."],
    ["a request of two kinds", [{ deleteSheet: {}, addSheet: {} }], "400 Invalid value at 'requests[0]'"],
    [
      "an unknown kind",
      [{ addShet: {} }],
      `400 Invalid JSON payload received. Unknown name "addShet" at 'requests[0]': Cannot find field.`,
    ],
    [
      "an unknown field",
      [{ addSheet: { properties: { name: "a" } } }],
      `Unknown name "name" at 'requests[0].add_sheet.properties'`,
    ],
    [
      "a text for a number",
      [{ deleteSheet: { sheetId: "a" } }],
      "400 Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"a\"",
    ],
    ["a word that is none", [{ insertDimension: { range: { dimension: "ROW" } } }], '(TYPE_ENUM), "ROW"'],
    [
      "an update without a mask",
      [{ updateCells: { start: {}, rows: [] } }],
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      "a mask of an unknown field",
      [{ updateCells: { start: {}, rows: [], fields: "value" } }],
      "Invalid requests[0].updateCells: Invalid field: value",
    ],
    [
      "a mask of a field that is worked out",
      [{ updateCells: { start: {}, rows: [], fields: "formattedValue" } }],
      "read-only",
    ],
    [
      "a sheet that is not there",
      [{ deleteSheet: { sheetId: 5 } }],
      "400 Invalid requests[0].deleteSheet: No grid with id: 5",
    ],
    [
      "a range past the grid",
      [{ repeatCell: { range: { startRowIndex: 10 }, cell: {}, fields: "note" } }],
      "400 Invalid requests[0].repeatCell: Range (Sheet1!A11) exceeds grid limits. Max rows: 10, max columns: 8",
    ],
    ["the last sheet's end", [{ deleteSheet: { sheetId: 0 } }], "You can't remove all the sheets in a document."],
    [
      "all rows' end",
      [{ deleteDimension: { range: { dimension: "ROWS" } } }],
      "You can't delete all the rows on the sheet.",
    ],
    [
      "a frozen last row",
      [
        {
          updateSheetProperties: {
            properties: { gridProperties: { frozenRowCount: 10 } },
            fields: "gridProperties.frozenRowCount",
          },
        },
      ],
      "You can't freeze all visible rows on the sheet.",
    ],
    [
      "a formula without =",
      [{ updateCells: { start: {}, rows: [{ values: [{ userEnteredValue: { formulaValue: "A1" } }] }], fields: "*" } }],
      "must start with '='",
    ],
    [
      "more than 10 million cells",
      [{ appendDimension: { dimension: "ROWS", length: 1_250_000 } }],
      "above the limit of 10000000 cells",
    ],
  ])("refuses %s", (_, requests, message) => {
    expect(refusal(() => newDesk().batch(requests as Request[]))).toContain(message);
  });

  test("that is not faked fails the test rather than answering", () => {
    expect(() => newDesk().batch([{ randomizeRange: {} }])).toThrow("The request randomizeRange is not faked");
  });
});

describe("cells", () => {
  const cell = (desk: ReturnType<typeof newDesk>, fields = "sheets.data.rowData.values") =>
    desk.get({ fields }).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];

  test("take only what the mask names, and lose what it names and the cell lacks", () => {
    const desk = newDesk();
    const put = (data: sheets_v4.Schema$CellData, fields: string) =>
      desk.batch([{ updateCells: { start: {}, rows: [{ values: [data] }], fields } }]);
    put({ note: "n", userEnteredValue: { numberValue: 1 } }, "*");
    put({ userEnteredFormat: { textFormat: { bold: true } }, note: "other" }, "userEnteredFormat.textFormat.bold");
    expect(cell(desk, "sheets.data.rowData.values(note,userEnteredValue,userEnteredFormat)")).toEqual({
      note: "n",
      userEnteredValue: { numberValue: 1 },
      userEnteredFormat: { textFormat: { bold: true } },
    });
    put({}, "userEnteredValue,note");
    expect(cell(desk, "sheets.data.rowData.values(note,userEnteredValue)")).toEqual({});
  });

  test("of a range are cleared where the rows do not cover it", () => {
    const desk = newDesk();
    desk.write("A1", [
      ["a", "b"],
      ["c", "d"],
    ]);
    desk.batch([
      { updateCells: { range: { endRowIndex: 2, endColumnIndex: 2 }, rows: [say("z")], fields: "userEnteredValue" } },
    ]);
    expect(desk.read()).toEqual([["z"]]);
  });

  test("show the text of a link and where it leads", () => {
    const desk = newDesk();
    const formulaValue = '=HYPERLINK("https://a.org/""x""","Open")';
    desk.batch([
      { updateCells: { start: {}, rows: [{ values: [{ userEnteredValue: { formulaValue } }] }], fields: "*" } },
    ]);
    expect(cell(desk)).toMatchObject({ formattedValue: "Open", hyperlink: 'https://a.org/"x"' });
    expect(desk.read()).toEqual([["Open"]]);
  });

  test("with a formula that is not worked out fail the test", () => {
    const desk = newDesk();
    desk.batch([
      {
        updateCells: {
          start: {},
          rows: [{ values: [{ userEnteredValue: { formulaValue: "=SUM(A2:A3)" } }] }],
          fields: "*",
        },
      },
    ]);
    expect(() => desk.read()).toThrow("The value of =SUM(A2:A3)");
    expect(desk.read("A1", { valueRenderOption: "FORMULA" })).toEqual([["=SUM(A2:A3)"]]);
  });
});

describe("rows and columns", () => {
  const lines = (desk: ReturnType<typeof newDesk>) => (desk.read() ?? []).map(([first]) => first ?? "");
  const numbered = () => {
    const desk = newDesk({ rows: 6 });
    desk.write("A1", [["a"], ["b"], ["c"], ["d"]]);
    return desk;
  };

  test.each<[string, Request, string]>([
    ["inserted", { insertDimension: { range: { dimension: "ROWS", startIndex: 1, endIndex: 3 } } }, "a,,,b,c,d"],
    ["deleted", { deleteDimension: { range: { dimension: "ROWS", startIndex: 1, endIndex: 3 } } }, "a,d"],
    [
      "moved down",
      { moveDimension: { source: { dimension: "ROWS", startIndex: 0, endIndex: 1 }, destinationIndex: 3 } },
      "b,c,a,d",
    ],
    [
      "moved up",
      { moveDimension: { source: { dimension: "ROWS", startIndex: 2, endIndex: 4 }, destinationIndex: 0 } },
      "c,d,a,b",
    ],
  ])("%s take their cells with them", (_, request, expected) => {
    const desk = numbered();
    desk.batch([request]);
    expect(lines(desk).join(",")).toBe(expected);
  });

  test("take the metadata of a row with them, whatever is inserted, deleted and moved", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("insert" as const), at: fc.nat(9), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant("delete" as const), at: fc.nat(9), count: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ kind: fc.constant("move" as const), at: fc.nat(9), to: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const desk = newDesk();
        const names = [..."abcdefgh"];
        desk.write(
          "A1",
          names.map((name) => [name]),
        );
        desk.batch(
          names.map((name, index) => ({
            createDeveloperMetadata: {
              developerMetadata: {
                metadataKey: name,
                visibility: "DOCUMENT",
                location: { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: index, endIndex: index + 1 } },
              },
            },
          })),
        );
        for (const one of steps) {
          const size = desk.get().sheets?.[0]?.properties?.gridProperties?.rowCount ?? 0;
          const startIndex = Math.min(one.at, size - 1);
          const range = { dimension: "ROWS", startIndex, endIndex: startIndex + 1 };
          if (one.kind === "insert")
            desk.batch([{ insertDimension: { range: { ...range, endIndex: startIndex + one.count } } }]);
          if (one.kind === "delete" && size > one.count) {
            const start = Math.min(startIndex, size - one.count);
            desk.batch([{ deleteDimension: { range: { ...range, startIndex: start, endIndex: start + one.count } } }]);
          }
          if (one.kind === "move")
            desk.batch([{ moveDimension: { source: range, destinationIndex: Math.min(one.to, size) } }]);
        }
        const left = lines(desk);
        const answer = desk.call<sheets_v4.Schema$SearchDeveloperMetadataResponse>(
          "spreadsheets.developerMetadata.search",
          {},
          {
            dataFilters: [{ developerMetadataLookup: { locationType: "ROW" } }],
          },
        );
        const found = (answer.matchedDeveloperMetadata ?? []).map(({ developerMetadata: one }) => [
          one?.metadataKey,
          left[one?.location?.dimensionRange?.startIndex ?? -1],
        ]);
        expect(found.every(([key, name]) => key === name)).toBe(true);
        expect(found.map(([key]) => key).sort()).toEqual(left.filter((name) => name !== "").sort());
      }),
      { numRuns: 60 },
    );
  });

  test("move named ranges, rules, charts and protections along with the cells", () => {
    const desk = newDesk();
    const range = { sheetId: 0, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 3 };
    desk.batch([
      { addNamedRange: { namedRange: { name: "Here", range } } },
      {
        addConditionalFormatRule: {
          rule: { ranges: [range], booleanRule: { condition: { type: "NOT_BLANK" }, format: {} } },
        },
      },
      { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
      {
        addChart: {
          chart: {
            spec: {
              basicChart: {
                chartType: "LINE",
                series: [{ series: { sourceRange: { sources: [{ ...range, endColumnIndex: 2 }] } } }],
              },
            },
          },
        },
      },
      { insertDimension: { range: { dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
      { insertDimension: { range: { dimension: "COLUMNS", startIndex: 2, endIndex: 3 } } },
    ]);
    const moved = { ...range, startRowIndex: 3, endRowIndex: 5, endColumnIndex: 4 };
    const { namedRanges, sheets } = desk.get();
    const [sheet] = sheets ?? [];
    expect(namedRanges?.[0]?.range).toEqual(moved);
    expect(sheet?.conditionalFormats?.[0]?.ranges).toEqual([moved]);
    expect(sheet?.protectedRanges?.[0]?.range).toEqual(moved);
    expect(sheet?.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources).toEqual([
      { ...moved, endColumnIndex: 2 },
    ]);
  });

  test("are sorted by a person without a thought for ours", () => {
    const desk = newDesk();
    desk.write("A1", [
      ["b", 1],
      ["", 2],
      ["a", 3],
      [5, 4],
    ]);
    desk.batch(
      [
        {
          sortRange: {
            range: { sheetId: 0, endRowIndex: 4 },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: "ASCENDING" }],
          },
        },
      ],
      ben,
    );
    expect(desk.read("A1:B4", { valueRenderOption: "UNFORMATTED_VALUE" })).toEqual([
      [5, 4],
      ["a", 3],
      ["b", 1],
      ["", 2],
    ]);
  });
});

describe("sheets", () => {
  const titles = (desk: ReturnType<typeof newDesk>) => desk.get().sheets?.map(({ properties }) => properties?.title);

  test("are renamed, moved and resized by the mask alone", () => {
    const desk = newDesk();
    desk.batch([
      { addSheet: { properties: { title: "B", sheetId: 2 } } },
      { addSheet: { properties: { title: "C", sheetId: 3, index: 0 } } },
      {
        updateSheetProperties: {
          properties: { sheetId: 2, title: "D", index: 0, hidden: true },
          fields: "title,index",
        },
      },
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { rowCount: 3 } },
          fields: "gridProperties.rowCount",
        },
      },
    ]);
    expect(titles(desk)).toEqual(["D", "C", "Sheet1"]);
    expect(desk.get().sheets?.[0]?.properties).not.toHaveProperty("hidden");
    expect(desk.get().sheets?.[2]?.properties?.gridProperties).toEqual({ rowCount: 3, columnCount: 8 });
  });

  test("take their metadata and named ranges with them when they are deleted", () => {
    const desk = newDesk();
    desk.batch([
      { addSheet: { properties: { title: "B", sheetId: 2 } } },
      { addNamedRange: { namedRange: { name: "N", range: { sheetId: 2 } } } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: "k", visibility: "DOCUMENT", location: { sheetId: 2 } },
        },
      },
      { deleteSheet: { sheetId: 2 } },
    ]);
    expect(desk.get()).not.toHaveProperty("namedRanges");
    expect(desk.workspace.books.get(desk.spreadsheetId)?.developerMetadata).toEqual([]);
  });
});
