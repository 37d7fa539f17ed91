import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, test } from "vitest";
import { ana, ben, newDesk, refusal } from "./desk";

type Desk = ReturnType<typeof newDesk>;
const sheetOf = (desk: Desk, user?: string) => desk.get({}, user).sheets?.[0] ?? {};
const top = { sheetId: 0, endRowIndex: 1 };

describe("developer metadata", () => {
  const add = (
    desk: Desk,
    metadataKey: string,
    location: sheets_v4.Schema$DeveloperMetadataLocation,
    more: object = {},
  ) =>
    desk.batch([
      { createDeveloperMetadata: { developerMetadata: { metadataKey, visibility: "DOCUMENT", location, ...more } } },
    ])?.[0]?.createDeveloperMetadata?.developerMetadata;
  const search = (desk: Desk, filter: sheets_v4.Schema$DataFilter) =>
    desk
      .call<sheets_v4.Schema$SearchDeveloperMetadataResponse>(
        "spreadsheets.developerMetadata.search",
        {},
        { dataFilters: [filter] },
      )
      .matchedDeveloperMetadata?.map(({ developerMetadata }) => developerMetadata?.metadataKey);
  const column = (index: number) => ({
    dimensionRange: { sheetId: 0, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 },
  });
  const row = (index: number) => ({
    dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: index, endIndex: index + 1 },
  });

  test("is given a positive id and the type of its location", () => {
    const made = add(newDesk(), "k", { sheetId: 0 });
    expect(made?.metadataId).toBeGreaterThan(0);
    expect(made?.location).toEqual({ sheetId: 0, locationType: "SHEET" });
  });

  test("is found by every field of a lookup together", () => {
    const desk = newDesk();
    add(desk, "a", { sheetId: 0 }, { metadataValue: "1" });
    add(desk, "b", { spreadsheet: true }, { metadataValue: "1" });
    add(desk, "c", column(2));
    expect(search(desk, { developerMetadataLookup: { metadataValue: "1" } })).toEqual(["a", "b"]);
    expect(search(desk, { developerMetadataLookup: { metadataValue: "1", locationType: "SHEET" } })).toEqual(["a"]);
    expect(search(desk, { developerMetadataLookup: { metadataKey: "z" } })).toBeUndefined();
  });

  test("intersects a location unless the exact one is asked for", () => {
    const desk = newDesk();
    add(desk, "sheet", { sheetId: 0 });
    add(desk, "column", column(2));
    add(desk, "row", row(1));
    expect(search(desk, { developerMetadataLookup: { metadataLocation: row(1) } })).toEqual(["sheet", "column", "row"]);
    expect(
      search(desk, {
        developerMetadataLookup: { metadataLocation: row(1), locationMatchingStrategy: "EXACT_LOCATION" },
      }),
    ).toEqual(["row"]);
    expect(search(desk, { a1Range: "A1:B1" })).toEqual(["sheet"]);
  });

  test("selects the values of its place", () => {
    const desk = newDesk();
    desk.write("A1", [
      ["a", "b", "c"],
      ["d", "e", "f"],
    ]);
    add(desk, "second", row(1));
    const filter = { developerMetadataLookup: { metadataKey: "second" } };
    const get = (body: object) =>
      desk.call<sheets_v4.Schema$BatchGetValuesByDataFilterResponse>(
        "spreadsheets.values.batchGetByDataFilter",
        {},
        body,
      );
    expect(get({ dataFilters: [filter] }).valueRanges).toEqual([
      {
        valueRange: { range: "Sheet1!A2:H2", majorDimension: "ROWS", values: [["d", "e", "f"]] },
        dataFilters: [filter],
      },
    ]);
    expect(get({ dataFilters: [{ developerMetadataLookup: { metadataKey: "none" } }] })).toEqual({
      spreadsheetId: desk.spreadsheetId,
    });
    desk.call(
      "spreadsheets.values.batchUpdateByDataFilter",
      {},
      { valueInputOption: "RAW", data: [{ dataFilter: filter, values: [["x"]] }] },
    );
    expect(desk.read("A2:B2")).toEqual([["x", "e"]]);
  });

  test("stands where spreadsheets.get shows it: on the spreadsheet, the sheet or the row", () => {
    const desk = newDesk();
    add(desk, "whole", { spreadsheet: true });
    add(desk, "sheet", { sheetId: 0 });
    add(desk, "row", row(1));
    const answer = desk.get({ includeGridData: true });
    expect(answer.developerMetadata?.map(({ metadataKey }) => metadataKey)).toEqual(["whole"]);
    expect(answer.sheets?.[0]?.developerMetadata?.map(({ metadataKey }) => metadataKey)).toEqual(["sheet"]);
    expect(answer.sheets?.[0]?.data?.[0]?.rowMetadata?.[1]?.developerMetadata).toMatchObject([{ metadataKey: "row" }]);
  });

  test("is updated and deleted by filters", () => {
    const desk = newDesk();
    add(desk, "a", { sheetId: 0 }, { metadataValue: "1" });
    const filter = { developerMetadataLookup: { metadataKey: "a" } };
    desk.batch([
      {
        updateDeveloperMetadata: {
          dataFilters: [filter],
          developerMetadata: { metadataValue: "2" },
          fields: "metadataValue",
        },
      },
    ]);
    expect(search(desk, { developerMetadataLookup: { metadataValue: "2" } })).toEqual(["a"]);
    expect(desk.batch([{ deleteDeveloperMetadata: { dataFilter: filter } }])).toMatchObject([
      { deleteDeveloperMetadata: { deletedDeveloperMetadata: [{ metadataKey: "a", metadataValue: "2" }] } },
    ]);
    expect(search(desk, filter)).toBeUndefined();
  });

  test.each<[string, object, string]>([
    ["no key", { metadataKey: "", location: { sheetId: 0 } }, "metadataKey must be specified"],
    ["no visibility", { visibility: null, location: { sheetId: 0 } }, "visibility must be specified"],
    ["no location", {}, "location is required"],
    [
      "two rows",
      { location: { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 2 } } },
      "must represent a single row or column",
    ],
    [
      "an open row",
      { location: { dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: 9 } } },
      "must represent a single row or column",
    ],
    ["a sheet that is not there", { location: { sheetId: 9 } }, "No grid with id: 9"],
    [
      "more than 30,000 characters",
      { metadataValue: "x".repeat(30_000), location: { sheetId: 0 } },
      "limited to 30000 characters",
    ],
  ])("with %s is refused", (_, more, message) => {
    const developerMetadata = { metadataKey: "k", visibility: "DOCUMENT", ...more };
    expect(refusal(() => newDesk().batch([{ createDeveloperMetadata: { developerMetadata } }]))).toContain(message);
  });
});

describe("a protected range", () => {
  const refused =
    "400 You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
  const protect = (more: object) => {
    const desk = newDesk();
    desk.batch([{ addProtectedRange: { protectedRange: { range: top, ...more } } }]);
    return desk;
  };

  test("lets its editors and the owner write, nobody else, and all of a write or none", () => {
    const desk = protect({ editors: { users: [ana] } });
    expect(refusal(() => desk.write("A1:A2", [["x"], ["y"]], ben))).toBe(refused);
    expect(desk.read()).toBeUndefined();
    expect(refusal(() => desk.write("A2", [["y"]], ben))).toBeUndefined();
    expect(refusal(() => desk.write("A1", [["x"]]))).toBeUndefined();
  });

  test("is shown to others without its editors", () => {
    const desk = protect({ editors: { users: [ana] } });
    expect(sheetOf(desk).protectedRanges?.[0]).toMatchObject({
      requestingUserCanEdit: true,
      editors: { users: [ana] },
    });
    expect(sheetOf(desk, ben).protectedRanges?.[0]).not.toHaveProperty("editors");
  });

  test("that only warns stops nobody, and takes no editors", () => {
    expect(refusal(() => protect({ warningOnly: true }).write("A1", [["x"]], ben))).toBeUndefined();
    expect(refusal(() => protect({ warningOnly: true, editors: { users: [ana] } }))).toContain(
      "ProtectedRange is warningOnly. Editors cannot be set on it.",
    );
  });

  test("stops the deletion of its rows, its sheet and itself", () => {
    const desk = protect({ editors: { users: [ana] } });
    desk.batch([{ addSheet: { properties: { title: "B" } } }]);
    const id = sheetOf(desk).protectedRanges?.[0]?.protectedRangeId ?? 0;
    const tries: sheets_v4.Schema$Request[] = [
      { deleteDimension: { range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } } },
      { deleteSheet: { sheetId: 0 } },
      { deleteProtectedRange: { protectedRangeId: id } },
    ];
    for (const request of tries) expect(refusal(() => desk.batch([request], ben))).toMatch(/^400 /);
    expect(refusal(() => desk.batch(tries.slice(2)))).toBeUndefined();
  });

  test("of a whole sheet leaves its unprotected ranges open", () => {
    const desk = newDesk();
    const protectedRange = { range: { sheetId: 0 }, unprotectedRanges: [top], editors: { users: [ana] } };
    desk.batch([{ addProtectedRange: { protectedRange } }]);
    expect(refusal(() => desk.write("A1", [["x"]], ben))).toBeUndefined();
    expect(refusal(() => desk.write("A2", [["x"]], ben))).toBe(refused);
    expect(refusal(() => desk.batch([{ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } }]))).toContain(
      'Sheet "Sheet1" already has sheet protection.',
    );
  });
});

describe("charts", () => {
  const source = { sourceRange: { sources: [{ sheetId: 0, endRowIndex: 3, endColumnIndex: 1 }] } };
  const spec = (title: string): sheets_v4.Schema$ChartSpec => ({
    title,
    basicChart: { chartType: "COLUMN", domains: [{ domain: source }], series: [{ series: source }] },
  });
  const add = (desk: Desk, chart: object) => desk.batch([{ addChart: { chart } }])?.[0]?.addChart?.chart;

  test("are added with an id, updated under it and deleted by it", () => {
    const desk = newDesk();
    const id =
      add(desk, { spec: spec("one"), position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1 } } } })
        ?.chartId ?? 0;
    desk.batch([{ updateChartSpec: { chartId: id, spec: spec("two") } }]);
    expect(sheetOf(desk).charts).toMatchObject([{ chartId: id, spec: { title: "two" } }]);
    desk.batch([{ deleteEmbeddedObject: { objectId: id } }]);
    expect(sheetOf(desk)).not.toHaveProperty("charts");
    expect(refusal(() => desk.batch([{ updateChartSpec: { chartId: id, spec: spec("x") } }]))).toContain(
      `No embedded object with id: ${id}`,
    );
  });

  test.each<[string, object, string]>([
    ["of no kind", { spec: { title: "x" } }, "exactly one kind"],
    [
      "over a sheet that is not there",
      {
        spec: {
          basicChart: { chartType: "LINE", series: [{ series: { sourceRange: { sources: [{ sheetId: 4 }] } } }] },
        },
      },
      "No grid with id: 4",
    ],
    [
      "anchored past the grid",
      { spec: spec("a"), position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 99 } } } },
      "exceeds grid limits",
    ],
  ])("%s are refused", (_, chart, message) => {
    expect(refusal(() => add(newDesk(), chart))).toContain(message);
  });
});

describe("the sources of a chart", () => {
  const span = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
    sheetId: 0,
    startRowIndex,
    endRowIndex,
    startColumnIndex,
    endColumnIndex,
  });
  type Spans = readonly ReturnType<typeof span>[];
  const chart = (domain: Spans, ...series: readonly Spans[]) => {
    const data = (sources: Spans) => ({ sourceRange: { sources: [...sources] } });
    const basicChart = {
      chartType: "LINE",
      domains: [{ domain: data(domain) }],
      series: series.map((one) => ({ series: data(one) })),
    };
    return refusal(() => newDesk({ rows: 12 }).batch([{ addChart: { chart: { spec: { basicChart } } } }])) ?? "taken";
  };

  test.each<[string, Spans, Spans, string]>([
    ["columns", [span(0, 5, 0, 1)], [span(5, 10, 3, 4)], "taken"],
    [
      "columns of two parts side by side",
      [span(0, 5, 0, 1), span(9, 12, 2, 3)],
      [span(0, 5, 1, 2), span(9, 12, 3, 4)],
      "taken",
    ],
    [
      "rows with their names apart",
      [span(0, 1, 0, 1), span(0, 1, 2, 5)],
      [span(1, 2, 0, 1), span(1, 2, 2, 5)],
      "taken",
    ],
    ["a block", [span(0, 5, 0, 2)], [span(0, 5, 2, 3)], "require all rows or all columns to have length of 1"],
    [
      "a row and a column",
      [span(0, 5, 0, 1), span(6, 7, 0, 5)],
      [span(0, 5, 1, 2), span(7, 8, 0, 5)],
      "require all rows or all columns to have length of 1",
    ],
    [
      "lists of different lengths",
      [span(0, 5, 0, 1)],
      [span(0, 5, 1, 2), span(6, 8, 1, 2)],
      "the same number of source ranges",
    ],
    [
      "parts that lie apart",
      [span(0, 5, 0, 1), span(9, 12, 0, 1)],
      [span(0, 5, 2, 3), span(9, 12, 2, 3)],
      "in order and contiguous",
    ],
  ])("%s: %#", (_, domain, series, words) => {
    expect(chart(domain, series)).toContain(words);
  });
});

describe("conditional formats", () => {
  const rule = (value: string): sheets_v4.Schema$ConditionalFormatRule => ({
    ranges: [top],
    booleanRule: { condition: { type: "TEXT_EQ", values: [{ userEnteredValue: value }] }, format: {} },
  });
  const values = (desk: Desk) =>
    sheetOf(desk).conditionalFormats?.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue);

  test("stand in the order of their indexes, and the others close up", () => {
    const desk = newDesk();
    desk.batch([
      { addConditionalFormatRule: { rule: rule("a") } },
      { addConditionalFormatRule: { rule: rule("b"), index: 0 } },
      { addConditionalFormatRule: { rule: rule("c"), index: 1 } },
    ]);
    expect(values(desk)).toEqual(["b", "c", "a"]);
    desk.batch([
      { updateConditionalFormatRule: { sheetId: 0, index: 2, newIndex: 0 } },
      { deleteConditionalFormatRule: { sheetId: 0, index: 1 } },
    ]);
    expect(values(desk)).toEqual(["a", "c"]);
  });

  test.each<[string, sheets_v4.Schema$Request, string]>([
    ["no range", { addConditionalFormatRule: { rule: { ...rule("a"), ranges: [] } } }, "at least one range"],
    [
      "neither kind",
      { addConditionalFormatRule: { rule: { ranges: [top] } } },
      "exactly one of booleanRule and gradientRule",
    ],
    [
      "no rule at an index",
      { deleteConditionalFormatRule: { sheetId: 0, index: 3 } },
      "No conditional format on sheet: 0 at index: 3",
    ],
  ])("with %s are refused", (_, request, message) => {
    expect(refusal(() => newDesk().batch([request]))).toContain(message);
  });
});

describe("a condition", () => {
  const valued = (...values: readonly string[]) => values.map((userEnteredValue) => ({ userEnteredValue }));
  const painting = (condition: object, format: object = {}): sheets_v4.Schema$Request => ({
    addConditionalFormatRule: { rule: { ranges: [top], booleanRule: { condition, format } } },
  });
  const validating = (condition: object): sheets_v4.Schema$Request => ({
    setDataValidation: { range: top, rule: { condition } },
  });
  const filtering = (condition: object): sheets_v4.Schema$Request => ({
    addFilterView: {
      filter: { title: "F", range: { sheetId: 0 }, filterSpecs: [{ columnIndex: 0, filterCriteria: { condition } }] },
    },
  });

  test.each<[string, sheets_v4.Schema$Request, string]>([
    ["without its value", painting({ type: "TEXT_EQ" }), "TEXT_EQ takes 1 ConditionValues, but 0 were given"],
    ["with one value of two", painting({ type: "NUMBER_BETWEEN", values: valued("1") }), "takes 2"],
    ["with a value that it does not take", validating({ type: "DATE_IS_VALID", values: valued("1") }), "takes 0"],
    [
      "for validation in a format",
      painting({ type: "ONE_OF_LIST", values: valued("a") }),
      "not supported by conditional formatting",
    ],
    ["for formats in a validation", validating({ type: "NOT_BLANK" }), "not supported by data validation"],
    ["for validation in a filter", filtering({ type: "BOOLEAN" }), "not supported by filters"],
    [
      "with a formula that is none",
      painting({ type: "CUSTOM_FORMULA", values: valued("A1>1") }),
      'must begin with "="',
    ],
    [
      "with a relative date in a validation",
      validating({ type: "DATE_BEFORE", values: [{ relativeDate: "TODAY" }] }),
      "Relative dates",
    ],
    [
      "that would change the size of text",
      painting({ type: "NOT_BLANK" }, { textFormat: { fontSize: 9 } }),
      "not fontSize",
    ],
  ])("%s is refused", (_, request, words) => {
    expect(refusal(() => newDesk().batch([request]))).toContain(words);
  });

  test.each([
    painting(
      { type: "DATE_AFTER", values: [{ relativeDate: "PAST_WEEK" }] },
      { backgroundColor: { red: 1 }, textFormat: { bold: true } },
    ),
    validating({ type: "ONE_OF_LIST", values: valued("a", "b", "c") }),
    filtering({ type: "TEXT_EQ", values: valued("a") }),
  ])("that Google documents is taken: %#", (request) => {
    expect(refusal(() => newDesk().batch([request]))).toBeUndefined();
  });
});

describe("named ranges, filter views and validation", () => {
  test("a named range reads as a range, and its name is its own", () => {
    const desk = newDesk();
    desk.write("A1", [["a", "b"]]);
    const namedRange = { name: "Heads", range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 2 } };
    desk.batch([{ addNamedRange: { namedRange } }]);
    expect(desk.read("Heads")).toEqual([["a", "b"]]);
    expect(refusal(() => desk.batch([{ addNamedRange: { namedRange } }]))).toContain("already exists");
    expect(refusal(() => desk.batch([{ addNamedRange: { namedRange: { ...namedRange, name: "A1" } } }]))).toContain(
      "not valid",
    );
  });

  test("a filter view is added with an id and updated by its mask", () => {
    const desk = newDesk();
    const id =
      desk.batch([{ addFilterView: { filter: { title: "Mine", range: { sheetId: 0 } } } }])?.[0]?.addFilterView?.filter
        ?.filterViewId ?? 0;
    desk.batch([{ updateFilterView: { filter: { filterViewId: id, title: "Ours" }, fields: "title" } }]);
    expect(sheetOf(desk).filterViews).toEqual([{ filterViewId: id, title: "Ours", range: { sheetId: 0 } }]);
    expect(
      refusal(() => desk.batch([{ addFilterView: { filter: { title: "Ours", range: { sheetId: 0 } } } }])),
    ).toContain("already exists");
  });

  test("a data validation is set on cells and taken off them", () => {
    const desk = newDesk();
    const rule = { condition: { type: "ONE_OF_LIST", values: [{ userEnteredValue: "a" }] }, strict: true };
    const shown = () => desk.get({ includeGridData: true }).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values;
    const range = { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 };
    desk.batch([{ setDataValidation: { range, rule } }]);
    expect(shown()).toEqual([{ dataValidation: rule }]);
    desk.batch([{ setDataValidation: { range } }]);
    expect(shown()).toBeUndefined();
  });
});
