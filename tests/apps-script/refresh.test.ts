import { describe, expect, test, vi } from "vitest";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "./meetings";
import { ana, ben, readyTeam as ready, type Team } from "./team";

vi.setConfig({ testTimeout: 60_000 });

const readyTeam = (users: readonly string[] = [ana]) => ready([SEPTEMBER, OCTOBER, NOVEMBER], { users });
const docsReads = (calls: readonly string[]) => calls.filter((call) => call === "Docs.Documents.get").length;
const keys = (team: Team) => team.rows("evidence").map(({ key }) => String(key));

describe("a refresh", () => {
  test("of documents that stayed the same reads none and changes nothing", () => {
    const { team } = readyTeam();
    const before = team.picture();
    const { status, calls } = team.outcome("refresh");
    expect(status).toBe("done");
    expect(docsReads(calls)).toBe(0);
    expect(team.picture()).toEqual(before);
  });

  test("reads only what changed, and keeps the row of a line that was typed on", () => {
    const { team, ids } = readyTeam();
    const before = team.rows("evidence");
    const line = before.find(({ quote }) => String(quote).startsWith("Compared common assessment"));
    team.edit(ids[1] ?? "", OCTOBER.replace("19 of 48", "19 of 48, strips rooms 18 of 46"));
    const { calls } = team.outcome("refresh");
    expect(docsReads(calls)).toBe(1);
    const after = team.rows("evidence").find(({ key }) => key === line?.key);
    expect(after?.quote).toBe("Compared common assessment scores by room, floor rooms 19 of 48, strips rooms 18 of 46");
    expect(new Set(keys(team)).size).toBe(keys(team).length);
  });

  test("takes rows away with their line, unless people wrote beside them or cite them", () => {
    const { team, ids } = readyTeam();
    const rows = team.workbook().sheets.get("evidence")?.rows ?? [];
    const [cited, noted, plain] = rows.filter(({ cells }) => cells.source === ids[2]);
    const sheet = team.workbook().sheets.get("evidence");
    team.change([
      { appendDimension: { sheetId: sheet?.sheetId, dimension: "COLUMNS", length: 1 } },
      {
        updateCells: {
          start: { sheetId: sheet?.sheetId, rowIndex: noted?.at, columnIndex: sheet?.columnCount },
          rows: [{ values: [{ userEnteredValue: { stringValue: "Ask Roz about this" } }] }],
          fields: "userEnteredValue",
        },
      },
    ]);
    team.type("reflection", 1, { level: "Starting", cited: String(cited?.cells.key) });
    team.edit(ids[2] ?? "", "# Grade 4 PLC Nov 5 2025\n\n- Nothing left of it\n");
    team.run("refresh");
    const left = new Map(team.rows("evidence").map((row) => [row.key, row]));
    expect(left.get(String(cited?.cells.key))).toMatchObject({
      tier: "Line is gone",
      state: /No longer in the document/ as never,
    });
    expect(left.get(String(noted?.cells.key))?.tier).toBe("Line is gone");
    expect(left.has(String(plain?.cells.key))).toBe(false);
  });

  test("keeps a row of Coverage beside which people wrote when the day of its meeting is corrected", () => {
    const { team, ids } = readyTeam();
    const { sheetId, columnCount, rows = [] } = team.workbook().sheets.get("coverage") ?? {};
    const noted = rows.find(({ cells }) => cells.date === "2025-11-05");
    team.change([
      { appendDimension: { sheetId, dimension: "COLUMNS", length: 1 } },
      {
        updateCells: {
          start: { sheetId, rowIndex: noted?.at, columnIndex: columnCount },
          rows: [{ values: [{ userEnteredValue: { stringValue: "Ask Roz about this" } }] }],
          fields: "userEnteredValue",
        },
      },
    ]);
    const codes = (row: Readonly<Record<string, unknown>> = {}) =>
      Object.entries(row).filter(([column, value]) => /^[A-Z]{2}\d+$/.test(column) && value !== "");
    const days = [NOVEMBER.replace("Nov 5", "Nov 12"), NOVEMBER.replace("Nov 5", "Nov 19")];
    for (const text of days) {
      team.edit(ids[2] ?? "", text);
      team.run("refresh");
      const now = team.workbook().sheets.get("coverage")?.rows ?? [];
      const kept = now.find(({ cells }) => cells.key === noted?.cells.key);
      expect(kept?.hasOwn).toBe(true);
      expect(kept?.cells.meeting).toBe("No longer in its document");
      expect(codes(kept?.cells)).toEqual([]);
      // A row beside which nobody wrote goes as before.
      expect(now.filter(({ cells }) => String(cells.date) > "2025-11")).toHaveLength(2);
    }
    team.edit(ids[2] ?? "", NOVEMBER);
    team.run("refresh");
    const back = team.rows("coverage").filter(({ date }) => String(date) > "2025-11");
    expect(back).toEqual([noted?.cells]);
  });

  test("keeps people's names, order, columns, cells and filters", () => {
    const { team, ids } = readyTeam();
    const evidence = team.workbook().sheets.get("evidence");
    const sheetId = evidence?.sheetId;
    const quote = evidence?.columns.get("quote") ?? 0;
    team.change([
      { updateSheetProperties: { properties: { sheetId, title: 'Ana\'s "proof"' }, fields: "title" } },
      { insertDimension: { range: { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 1 } } },
      {
        moveDimension: {
          source: { sheetId, dimension: "COLUMNS", startIndex: quote + 1, endIndex: quote + 2 },
          destinationIndex: 1,
        },
      },
      {
        sortRange: {
          range: { sheetId, startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: 1, sortOrder: "DESCENDING" }],
        },
      },
      { setBasicFilter: { filter: { range: { sheetId, startRowIndex: 0 } } } },
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: 0 },
          rows: ["Our notes", "first", "second"].map((stringValue) => ({
            values: [{ userEnteredValue: { stringValue } }],
          })),
          fields: "userEnteredValue",
        },
      },
    ]);
    const order = keys(team);
    const size = order.length;
    team.edit(ids[0] ?? "", SEPTEMBER.replace("94 exit", "95 exit"));
    team.run("refresh");
    const after = team.workbook().sheets.get("evidence");
    expect(after?.title).toBe('Ana\'s "proof"');
    expect(keys(team)).toEqual(order);
    expect(team.rows("evidence").filter(({ quote: text }) => String(text).includes("95 exit")).length).toBeGreaterThan(
      0,
    );
    const book = team.workspace.books.get(team.workbookId);
    const sheet = book?.sheets.find((one) => one.sheetId === sheetId);
    expect(sheet?.rows.slice(0, 3).map((row) => row?.[0]?.userEnteredValue?.stringValue)).toEqual([
      "Our notes",
      "first",
      "second",
    ]);
    expect(sheet?.basicFilter).toBeDefined();
    expect(size).toBeGreaterThan(5);
  });

  test("never adds a second chart", () => {
    const { team, ids } = readyTeam();
    team.edit(ids[0] ?? "", `${SEPTEMBER}\n- And more of it\n`);
    team.run("refresh");
    const charts = team.workspace.books.get(team.workbookId)?.sheets.flatMap((sheet) => sheet.charts);
    expect(charts).toHaveLength(1);
  });

  test("makes a sheet again that was deleted, and fills it from the documents", () => {
    const { team } = readyTeam();
    const before = team.rows("evidence");
    const sheetId = team.workbook().sheets.get("evidence")?.sheetId;
    team.change([{ deleteSheet: { sheetId } }]);
    team.run("refresh");
    team.finish();
    expect(team.rows("evidence").map(({ key, quote }) => [key, quote])).toEqual(
      before.map(({ key, quote }) => [key, quote]),
    );
  });

  test("leaves a sheet alone that people copied from ours", () => {
    const { team, ids } = readyTeam();
    const sheetId = team.workbook().sheets.get("evidence")?.sheetId;
    team.change([{ duplicateSheet: { sourceSheetId: sheetId, newSheetName: "Copy" } }]);
    const before = JSON.stringify(
      team.workspace.books.get(team.workbookId)?.sheets.find(({ properties }) => properties.title === "Copy")?.rows,
    );
    team.edit(ids[0] ?? "", SEPTEMBER.replace("94 exit", "95 exit"));
    team.run("refresh");
    expect(
      JSON.stringify(
        team.workspace.books.get(team.workbookId)?.sheets.find(({ properties }) => properties.title === "Copy")?.rows,
      ),
    ).toBe(before);
  });

  test.each([
    ["put in the bin", (team: Team, id: string) => team.workspace.trash(id)],
    ["deleted", (team: Team, id: string) => team.workspace.remove(id)],
    ["no longer shared", (team: Team, id: string) => team.workspace.unshare(id, ana)],
  ])("marks a document that was %s, and keeps its evidence", (_, lose) => {
    const { team, ids } = readyTeam();
    const before = team.rows("evidence").length;
    lose(team, ids[0] ?? "");
    team.run("refresh");
    const source = team.rows("sources").find(({ key }) => key === ids[0]);
    expect(source?.state).toBe("Cannot be opened");
    expect(source?.message).toContain("Since 2026-01-12");
    expect(team.rows("evidence")).toHaveLength(before);
    expect(JSON.stringify(team.run("onSheets"))).toContain("What was read before stays in the workbook");
  });

  test("reads a document again that came back", () => {
    const { team, ids } = readyTeam();
    team.workspace.trash(ids[0] ?? "");
    team.run("refresh");
    team.workspace.trash(ids[0] ?? "", false);
    team.run("refresh");
    expect(team.rows("sources").find(({ key }) => key === ids[0])).toMatchObject({ state: "Read", message: "" });
  });
});

describe("two people at once", () => {
  test("double nothing: the second is told who is at work", () => {
    const { team, ids } = readyTeam([ana, ben]);
    team.workspace.share(team.workbookId, ben, "writer");
    team.workspace.grant(ben, "project-1", team.workbookId);
    team.run("useWorkbook", { commonEventObject: { parameters: { id: team.workbookId } } }, { user: ben });
    const alone = new Map(team.rows("evidence").map((row) => [row.key, row.quote]));
    team.edit(ids[0] ?? "", SEPTEMBER.replace("94 exit", "95 exit"));
    let answer: unknown;
    let done = false;
    team.outcome(
      "refresh",
      {},
      {
        faults: ({ name }) => {
          if (name !== "Docs.Documents.get" || done) return undefined;
          done = true;
          return { kind: "meanwhile", run: () => (answer = team.run("refresh", {}, { user: ben })) };
        },
      },
    );
    expect(done).toBe(true);
    expect(JSON.stringify(answer)).toContain("Another refresh is at work");
    team.finish(ben);
    expect(keys(team).sort()).toEqual([...alone.keys()].sort());
    expect(new Set(keys(team)).size).toBe(keys(team).length);
    expect(team.rows("meetings")).toHaveLength(3);
  });
});
