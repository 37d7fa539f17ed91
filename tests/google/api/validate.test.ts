import { describe, expect, test } from "vitest";
import { calendarApi } from "../calendar/calendar-api";
import { docsApi } from "../docs/docs-api";
import { driveApi } from "../drive/drive-api";
import { sheetsApi } from "../sheets/sheets-api";
import { checkParameters } from "./parameters";
import { checkBody, messageSchema } from "./validate";

const { description } = sheetsApi;
const refusalOf = (message: string, body: unknown): string => {
  try {
    checkBody(description, message, body);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

test.each([sheetsApi, docsApi, driveApi, calendarApi])(
  "every message and parameter of $name is in Google's description",
  (api) => {
    for (const { body, answer, parameters } of Object.values(api.methods)) {
      expect(api.description().has(parameters)).toBe(true);
      for (const message of [body, answer])
        if (message) expect(() => messageSchema(api.description, message)).not.toThrow();
    }
  },
);

describe("a body", () => {
  test.each<[string, unknown]>([
    ["ValueRange", {}],
    ["ValueRange", { values: [["a", 1, null, true]] }],
    ["ValueRange", { range: null }],
    ["Spreadsheet", { sheets: [{ properties: { gridProperties: { rowCount: 5 } } }] }],
  ])("%s may be %j", (message, body) => {
    expect(refusalOf(message, body)).toBe("");
  });

  test.each<[string, unknown, string]>([
    ["ValueRange", { value: [] }, `Invalid JSON payload received. Unknown name "value": Cannot find field.`],
    ["ValueRange", { values: ["a"] }, "Proto field is not repeating"],
    ["ValueRange", { majorDimension: "rows" }, `Invalid value at 'major_dimension' (TYPE_ENUM), "rows"`],
    ["Spreadsheet", { properties: { title: 5 } }, "Invalid value at 'properties.title' (TYPE_STRING), 5"],
    [
      "Spreadsheet",
      { sheets: [{}, { properties: { hidden: "no" } }] },
      `Invalid value at 'sheets[1].properties.hidden' (TYPE_BOOL), "no"`,
    ],
    ["Spreadsheet", { properties: "title" }, "is not a message"],
    ["Spreadsheet", [], "is not a message"],
  ])("%s may not be %j", (message, body, words) => {
    expect(refusalOf(message, body)).toContain(words);
  });
});

describe("parameters", () => {
  const name = "Params$Resource$Spreadsheets$Values$Batchget";

  test("come as text from a query and as values from a script", () => {
    expect(checkParameters(description, name, { ranges: "A1", prettyPrint: "false" })).toEqual({
      ranges: ["A1"],
      prettyPrint: false,
    });
    expect(checkParameters(description, name, { ranges: ["A1", "B2"], prettyPrint: true })).toEqual({
      ranges: ["A1", "B2"],
      prettyPrint: true,
    });
  });

  test.each([
    [{ range: "A1" }, `Unknown name "range": Cannot bind query parameter.`],
    [{ requestBody: {} }, `Unknown name "requestBody"`],
    [{ majorDimension: "ROW" }, "(TYPE_ENUM)"],
    [{ prettyPrint: "yes" }, "(TYPE_BOOL)"],
  ])("%j are refused", (given, words) => {
    expect(() => checkParameters(description, name, given)).toThrow(words);
  });
});
