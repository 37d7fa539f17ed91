import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, test } from "vitest";
import { actAs } from "../act-as";
import { Workspace } from "../workspace";
import { ana, ben, newDesk, refusal } from "./desk";

const create = (body: sheets_v4.Schema$Spreadsheet) => {
  const workspace = new Workspace();
  const acting = actAs(workspace, ana, { scopes: ["drive.file"], project: "app" });
  return { workspace, acting, book: acting.sheets<sheets_v4.Schema$Spreadsheet>("spreadsheets.create", {}, body) };
};

describe("a new spreadsheet", () => {
  test("has one sheet with the id 0 where none is described", () => {
    const { book } = create({ properties: { title: "T" } });
    expect(book).toMatchObject({
      properties: { title: "T" },
      sheets: [{ properties: { sheetId: 0, title: "Sheet1", gridProperties: { rowCount: 1000, columnCount: 26 } } }],
    });
  });

  test("has the sheets described, with ids of their own, and their cells", () => {
    const { book, acting } = create({
      sheets: [
        { properties: { title: "A" }, data: [{ rowData: [{ values: [{ userEnteredValue: { stringValue: "x" } }] }] }] },
        { properties: { title: "B", sheetId: 5, gridProperties: { rowCount: 2, columnCount: 2 } } },
      ],
    });
    expect(book.sheets?.map(({ properties }) => properties?.title)).toEqual(["A", "B"]);
    expect(book.sheets?.[1]?.properties).toMatchObject({ sheetId: 5, gridProperties: { rowCount: 2 } });
    const { spreadsheetId } = book;
    expect(acting.sheets("spreadsheets.values.get", { spreadsheetId, range: "A!A1" })).toMatchObject({
      values: [["x"]],
    });
  });

  test("is a file that the app which made it may see", () => {
    const { book, acting } = create({});
    expect(acting.drive("files.get", { fileId: book.spreadsheetId })).toMatchObject({
      name: "Untitled spreadsheet",
      mimeType: "application/vnd.google-apps.spreadsheet",
    });
  });

  test("takes its new name from its properties and from Drive alike", () => {
    const { book, acting } = create({});
    const { spreadsheetId } = book;
    const requests = [{ updateSpreadsheetProperties: { properties: { title: "One" }, fields: "title" } }];
    acting.sheets("spreadsheets.batchUpdate", { spreadsheetId }, { requests });
    expect(acting.drive("files.get", { fileId: spreadsheetId })).toMatchObject({ name: "One" });
    acting.drive("files.update", { fileId: spreadsheetId }, { name: "Two" });
    expect(acting.sheets("spreadsheets.get", { spreadsheetId })).toMatchObject({ properties: { title: "Two" } });
  });
});

describe("spreadsheets.get", () => {
  test("gives cells only where they are asked for", () => {
    const { write, get } = newDesk();
    write("B2", [["a"]]);
    expect(get().sheets?.[0]).not.toHaveProperty("data");
    expect(get({ includeGridData: true }).sheets?.[0]?.data?.[0]?.rowData).toEqual([
      {},
      {
        values: [
          {},
          { userEnteredValue: { stringValue: "a" }, effectiveValue: { stringValue: "a" }, formattedValue: "a" },
        ],
      },
    ]);
  });

  test("goes by the mask and not by includeGridData where there is a mask", () => {
    const { write, get } = newDesk();
    write("A1", [["a"]]);
    expect(get({ includeGridData: true, fields: "sheets.properties.title" })).toEqual({
      sheets: [{ properties: { title: "Sheet1" } }],
    });
    expect(get({ fields: "sheets(data(rowData(values(formattedValue))))" })).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: "a" }] }] }] }],
    });
  });

  test("gives only the sheets of its ranges", () => {
    const { batch, get, write } = newDesk();
    batch([{ addSheet: { properties: { title: "B" } } }]);
    write("B!C3", [["c"]]);
    const { sheets } = get({ ranges: ["B!C3:D4"], includeGridData: true });
    expect(sheets).toHaveLength(1);
    expect(sheets?.[0]?.data?.[0]).toMatchObject({
      startRow: 2,
      startColumn: 2,
      rowData: [{ values: [{ formattedValue: "c" }] }],
    });
  });

  test("refuses a mask of unknown fields", () => {
    const { get } = newDesk();
    expect(refusal(() => get({ fields: "sheets.name" }))).toBe("400 Request contains an invalid argument.");
    expect(refusal(() => get({ fields: "sheets(" }))).toMatch(/^400/);
  });

  test("refuses a parameter that Google does not have", () => {
    const { get } = newDesk();
    expect(refusal(() => get({ withData: true }))).toContain(`Unknown name "withData": Cannot bind query parameter.`);
  });
});

describe("who may open a spreadsheet", () => {
  test.each([
    ["a stranger may not read it", "eve@other.org", "reads", "403 The caller does not have permission"],
    ["a reader may read it", "rea@school.org", "reads", undefined],
    ["a reader may not write it", "rea@school.org", "writes", "403 The caller does not have permission"],
    ["a writer may write it", ben, "writes", undefined],
  ])("%s", (_, user, verb, message) => {
    const { workspace, spreadsheetId, get, write } = newDesk();
    workspace.share(spreadsheetId, "rea@school.org", "reader");
    expect(refusal(() => (verb === "reads" ? get({}, user) : write("A1", [["x"]], user)))).toBe(message);
  });

  test("an app with drive.file sees the file only once this person has granted it", () => {
    const { workspace, spreadsheetId } = newDesk();
    const app = (user: string) => actAs(workspace, user, { project: "app", scopes: ["drive.file"] });
    const read = (user: string) => refusal(() => app(user).sheets("spreadsheets.get", { spreadsheetId }));
    expect(read(ana)).toBe("404 Requested entity was not found.");
    workspace.grant(ana, "app", spreadsheetId);
    expect([read(ana), read(ben)]).toEqual([undefined, "404 Requested entity was not found."]);
  });

  test("no scope is not enough", () => {
    const { workspace, spreadsheetId } = newDesk();
    const app = actAs(workspace, ana, { scopes: ["spreadsheets.readonly"] });
    expect(refusal(() => app.sheets("spreadsheets.get", { spreadsheetId }))).toBeUndefined();
    expect(
      refusal(() =>
        app.sheets("spreadsheets.values.update", { spreadsheetId, range: "A1", valueInputOption: "RAW" }, {}),
      ),
    ).toBe("403 Request had insufficient authentication scopes.");
  });

  test("an app is held to its quota, a person at the screen is not", () => {
    const { workspace, spreadsheetId, get } = newDesk();
    const app = actAs(workspace, ana, { project: "app", scopes: ["spreadsheets"] });
    const read = () => app.sheets("spreadsheets.get", { spreadsheetId });
    for (let time = 0; time < 60; time++) read();
    expect(refusal(read)).toMatch(/^429 Quota exceeded/);
    for (let time = 0; time < 61; time++) get();
  });

  test("a deleted spreadsheet is not found", () => {
    const { workspace, spreadsheetId, get } = newDesk();
    workspace.remove(spreadsheetId);
    expect(refusal(() => get())).toBe("404 Requested entity was not found.");
  });
});
