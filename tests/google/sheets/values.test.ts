import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newDesk, refusal } from "./desk";

describe("reading values", () => {
  test("leaves out empty cells at the end of a row and empty rows at the end", () => {
    const { write, read } = newDesk();
    write("B2", [["a", "", "b", ""], [""], ["c"], [""]]);
    expect(read()).toEqual([[], ["", "a", "", "b"], [], ["", "c"]]);
  });

  test("has no values at all where a range is empty", () => {
    const { call } = newDesk();
    expect(call("spreadsheets.values.get", { range: "Sheet1!B2:C3" })).toEqual({
      range: "Sheet1!B2:C3",
      majorDimension: "ROWS",
    });
  });

  test.each([
    ["A1:B2", "Sheet1!A1:B2"],
    ["Sheet1", "Sheet1!A1:H10"],
    ["Sheet1!A:B", "Sheet1!A1:B10"],
    ["Sheet1!2:3", "Sheet1!A2:H3"],
    ["Sheet1!B5:C", "Sheet1!B5:C10"],
    ["Sheet1!C3:B2", "Sheet1!B2:C3"],
    ["'Sheet1'!$A$1", "Sheet1!A1"],
    ["A1:ZZ5000", "Sheet1!A1:H10"],
  ])("takes %s as the cells %s of the grid", (range, named) => {
    expect(newDesk().call("spreadsheets.values.get", { range })).toMatchObject({ range: named });
  });

  test.each([
    ["Other!A1", "400 Unable to parse range: Other!A1"],
    ["Sheet1!A0", "400 Unable to parse range: Sheet1!A0"],
    ["Sheet1!A11", "400 Range (Sheet1!A11) exceeds grid limits. Max rows: 10, max columns: 8"],
    ["Sheet1!I1:J2", "400 Range (Sheet1!I1:J2) exceeds grid limits. Max rows: 10, max columns: 8"],
    ["Sheet1!A11:B", "400 Range (Sheet1!A11:B) exceeds grid limits. Max rows: 10, max columns: 8"],
  ])("refuses %s", (range, message) => {
    const { read } = newDesk();
    expect(refusal(() => read(range))).toBe(message);
  });

  test("reads a sheet whose name needs quotes, and names it in quotes", () => {
    const { batch, call } = newDesk();
    batch([{ addSheet: { properties: { title: "Ana's notes" } } }]);
    expect(call("spreadsheets.values.get", { range: "'Ana''s notes'!A1" })).toMatchObject({
      range: "'Ana''s notes'!A1",
    });
  });

  test("gives numbers and booleans as they are only with UNFORMATTED_VALUE", () => {
    const { write, read } = newDesk();
    write("A1", [[1.5, true, "7", "x"]]);
    expect(read("A1:D1")).toEqual([["1.5", "TRUE", "7", "x"]]);
    expect(read("A1:D1", { valueRenderOption: "UNFORMATTED_VALUE" })).toEqual([[1.5, true, "7", "x"]]);
  });

  test("gives columns where columns are asked for", () => {
    const { write, read } = newDesk();
    write("A1", [["a", "b"], ["c"]]);
    expect(read("A1:C3", { majorDimension: "COLUMNS" })).toEqual([["a", "c"], ["b"]]);
  });
});

describe("what is entered", () => {
  const enter = (value: unknown, valueInputOption: string) => {
    const { call, read, workspace } = newDesk();
    workspace.evaluate = () => 99;
    call("spreadsheets.values.update", { range: "A1", valueInputOption }, { values: [[value]] });
    const seen = (valueRenderOption: string) => read("A1", { valueRenderOption })?.[0]?.[0];
    return [seen("FORMULA"), seen("UNFORMATTED_VALUE"), seen("FORMATTED_VALUE")];
  };

  test.each([
    ["=1+1", ["=1+1", 99, "99"]],
    ["+A2", ["=+A2", 99, "99"]],
    ["-A2", ["=-A2", 99, "99"]],
    ["'=1", ["=1", "=1", "=1"]],
    ["007", [7, 7, "7"]],
    ["-1,234.5", [-1234.5, -1234.5, "-1234.5"]],
    ["$100.15", [100.15, 100.15, "$100.15"]],
    ["5%", [0.05, 0.05, "5%"]],
    ["true", [true, true, "TRUE"]],
    ["2026-09-05", [46270, 46270, "2026-09-05"]],
    ["9/5/2026", [46270, 46270, "9/5/2026"]],
    ["2026-02-30", ["2026-02-30", "2026-02-30", "2026-02-30"]],
    ["plain", ["plain", "plain", "plain"]],
  ])("USER_ENTERED reads %j as if typed", (value, seen) => {
    expect(enter(value, "USER_ENTERED")).toEqual(seen);
  });

  test("RAW keeps every text as that text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("=1", "+A1", "-1", "@x", "'a", "TRUE")),
        (text) => {
          expect(enter(text, "RAW")).toEqual([text, text, text]);
        },
      ),
    );
  });

  test("null leaves a cell and an empty text empties it", () => {
    const { write, read } = newDesk();
    write("A1", [["a", "b", "c"]]);
    write("A1", [[null, "", "d"]]);
    expect(read("A1:C1")).toEqual([["a", "", "d"]]);
  });

  test.each([[[["a"]]], [{ a: 1 }]])("a value that is no scalar, %j, is refused by its place", (value) => {
    const { write } = newDesk();
    expect(refusal(() => write("A1", [["a", value]]))).toMatch(/^400 Invalid values\[0\]\[1\]: (list|struct)_value/);
  });

  test("a cell holds 50,000 characters", () => {
    const { write } = newDesk();
    expect(write("A1", [["x".repeat(50_000)]])).toMatchObject({ updatedCells: 1 });
    expect(refusal(() => write("A1", [["x".repeat(50_001)]]))).toBe(
      "400 Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  });

  test("the input option must be said", () => {
    const { call } = newDesk();
    expect(refusal(() => call("spreadsheets.values.update", { range: "A1" }, {}))).toBe(
      "400 'valueInputOption' is required but not specified",
    );
  });
});

test.each([
  ["d mmm yyyy", "5 Sep 2026"],
  ["dddd, mmmm dd", "Saturday, September 05"],
  ["yy-mm-dd", "26-09-05"],
  ["hh:mm", "15:30"],
])("a date shows by its format %s", (pattern, shown) => {
  const { batch, read } = newDesk();
  const userEnteredFormat = { numberFormat: { type: "DATE_TIME", pattern } };
  const values = [{ userEnteredValue: { numberValue: 46270 + 15.5 / 24 }, userEnteredFormat }];
  batch([{ updateCells: { start: {}, rows: [{ values }], fields: "*" } }]);
  expect(read("A1")).toEqual([[shown]]);
  expect(read("A1", { valueRenderOption: "UNFORMATTED_VALUE", dateTimeRenderOption: "FORMATTED_STRING" })).toEqual([
    [shown],
  ]);
});

describe("writing values", () => {
  test("counts what it wrote", () => {
    const { write } = newDesk();
    expect(write("B2", [["a", null, "b"], [null], ["c"]])).toMatchObject({
      updatedRange: "Sheet1!B2:D4",
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 3,
    });
  });

  test.each([
    ["A1:B2", [["a"], ["b"], ["c"]], "400 Requested writing within range [Sheet1!A1:B2], but tried writing to row [3]"],
    ["A1:B2", [["a", "b", "c"]], "400 Requested writing within range [Sheet1!A1:B2], but tried writing to column [C]"],
    ["A10", [["a"], ["b"]], "400 Requested writing within range [Sheet1!A10], but tried writing to row [11]"],
    ["A11", [["a"]], "400 Range (Sheet1!A11) exceeds grid limits. Max rows: 10, max columns: 8"],
  ])("into %s refuses %j", (range, values, message) => {
    const { write, read } = newDesk();
    expect(refusal(() => write(range, values))).toBe(message);
    expect(read()).toBeUndefined();
  });

  test("in a batch is all or nothing, and a refusal names its part", () => {
    const { call, read } = newDesk();
    const data = [
      { range: "A1", values: [["a"]] },
      { range: "A99", values: [["b"]] },
    ];
    expect(refusal(() => call("spreadsheets.values.batchUpdate", {}, { valueInputOption: "RAW", data }))).toBe(
      "400 Invalid data[1]: Range (Sheet1!A99) exceeds grid limits. Max rows: 10, max columns: 8",
    );
    expect(read()).toBeUndefined();
  });

  test("clears values and keeps notes and formats", () => {
    const { write, batch, call, get } = newDesk();
    write("A1", [["a"]]);
    batch([{ updateCells: { start: {}, rows: [{ values: [{ note: "n" }] }], fields: "note" } }]);
    expect(call("spreadsheets.values.clear", { range: "A1:B1" }, {})).toMatchObject({ clearedRange: "Sheet1!A1:B1" });
    const cell = get({ includeGridData: true }).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(cell).toEqual({ note: "n" });
  });
});

describe("appending, by the examples of Google's guide: tables in A1:C2 and B4:D6", () => {
  const desk = () => {
    const made = newDesk();
    made.write("A1", [
      ["x", "y", "z"],
      ["x", "y", "z"],
    ]);
    made.write("B4", [
      ["x", "y", "z"],
      ["x", "y", "z"],
      ["x", "y", "z"],
    ]);
    const append = (range: string, options: object = {}, values: unknown[][] = [["new"]]) =>
      made.call<{ tableRange?: string; updates: { updatedRange: string } }>(
        "spreadsheets.values.append",
        { range, valueInputOption: "RAW", ...options },
        { values },
      );
    return { ...made, append };
  };

  test.each([
    ["Sheet1", "Sheet1!B4:D6", "Sheet1!B7"],
    ["B4", "Sheet1!B4:D6", "Sheet1!B7"],
    ["C5:D5", "Sheet1!B4:D6", "Sheet1!B7"],
    ["B2:D4", "Sheet1!B4:D6", "Sheet1!B7"],
    ["A3:G10", "Sheet1!B4:D6", "Sheet1!B7"],
    ["A1", "Sheet1!A1:C2", "Sheet1!A3"],
    ["E4", undefined, "Sheet1!E4"],
  ])("%s finds the table %s and writes at %s", (range, tableRange, updatedRange) => {
    const answer = desk().append(range);
    expect(answer.tableRange).toBe(tableRange);
    expect(answer.updates.updatedRange).toBe(updatedRange);
  });

  test("INSERT_ROWS moves what lies below down, OVERWRITE writes over it", () => {
    const inserting = desk();
    inserting.append("A1", { insertDataOption: "INSERT_ROWS" }, [["1"], ["2"]]);
    expect(inserting.read("A3:B8")).toEqual([["1"], ["2"], [], ["", "x"], ["", "x"], ["", "x"]]);
    const over = desk();
    over.append("A1", {}, [["1"], ["2", "3"]]);
    expect(over.read("A3:B6")).toEqual([["1"], ["2", "3"], ["", "x"], ["", "x"]]);
  });

  test("the grid grows by what does not fit", () => {
    const { append, get } = desk();
    append(
      "Sheet1",
      {},
      Array.from({ length: 9 }, () => Array.from({ length: 9 }, () => "v")),
    );
    expect(get().sheets?.[0]?.properties?.gridProperties).toMatchObject({ rowCount: 15, columnCount: 10 });
  });
});
