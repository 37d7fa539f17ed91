import { describe, expect, test, vi } from "vitest";
import { TABLE_IDS } from "../../apps-script/workbook/table";
import { noPermission, onCall, quotaExhausted, serverError, slow } from "../google/apps-script/faults";
import { SCRIPT_LIMIT } from "../google/apps-script/script-project";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "./meetings";
import { ana, ben, readyTeam as ready, Team } from "./team";

vi.setConfig({ testTimeout: 60_000 });

const readyTeam = (...texts: readonly string[]) => ready(texts);
const said = (answer: unknown) => JSON.stringify(answer);
const cellsOf = (team: Team) => {
  const book = team.workspace.books.get(team.workbookId);
  return (book?.sheets ?? [])
    .flatMap(({ rows }) => rows.flatMap((row) => [...(row ?? [])]))
    .flatMap((cell) => cell?.userEnteredValue ?? []);
};

describe("words of a document", () => {
  const work = "sorted exit tickets and picked who gets pulled for reteach";

  test.each(["=A1 ", "+1 ", "@team ", "=1+1;"])("that start with %j stay words", (start) => {
    const { team } = readyTeam(`# ${start}PLC Oct 8 2025\n\n${start}${work}\n`);
    expect(team.rows("evidence").map(({ quote }) => quote)).toContain(`${start}${work}`.trim());
    const formulas = cellsOf(team).flatMap(({ formulaValue }) => formulaValue ?? []);
    expect(formulas.filter((formula) => !/^=SPARKLINE\((?:'Overview'!)?[A-Z]+\d+:[A-Z]+\d+\)$/.test(formula))).toEqual(
      [],
    );
    expect(formulas.length).toBeGreaterThan(50);
  });

  test("that would not fit into a cell are cut, and the rest of the meeting is there", () => {
    const long = `${work} `.repeat(1000).trim();
    const { team, ids } = readyTeam(
      `# PLC Oct 8 2025\n\n${long}\n\n- Regrouped the students who were close for Tier 2\n`,
    );
    team.type("decisions", 1, { document: ids[0] ?? "", quote: long.slice(0, 2000), indicator: "SL3", verdict: "add" });
    team.run("refresh");
    team.finish();
    const quotes = team.rows("evidence").map(({ quote }) => String(quote));
    expect(quotes.find((quote) => quote.startsWith(work))).toHaveLength(50_000);
    expect(quotes).toContain("Regrouped the students who were close for Tier 2");
  });

  test("are never read as HTML on a card", () => {
    const team = new Team();
    const id = team.document(`# PLC Oct 8 2025\n\n- <b>${work}</b> <a href="x">y</a> & more\n`);
    const card = team.run("onDocs", { docs: { id, title: "", addonHasFileScopePermission: true } });
    expect(said(card)).not.toContain("<a href");
    expect(said(card)).toContain("&amp; more");
  });
});

describe("a workbook that people worked on", () => {
  test("and protected is left as it is, with a word about it", () => {
    const { team, ids } = readyTeam(SEPTEMBER);
    team.workspace.share(team.workbookId, ben, "writer");
    team.workspace.share(ids[0] ?? "", ben, "writer");
    for (const id of [team.workbookId, ids[0] ?? ""]) team.workspace.grant(ben, "project-1", id);
    team.run("useWorkbook", { commonEventObject: { parameters: { id: team.workbookId } } }, { user: ben });
    const sheetId = team.workbook().sheets.get("evidence")?.sheetId;
    const ours = team.workspace.books.get(team.workbookId)?.sheets.find((sheet) => sheet.sheetId === sheetId);
    const protectedRangeId = ours?.protectedRanges[0]?.protectedRangeId;
    const guarded = { protectedRangeId, warningOnly: false, unprotectedRanges: [], editors: { users: [ana] } };
    team.change([
      { updateProtectedRange: { protectedRange: guarded, fields: "warningOnly,unprotectedRanges,editors" } },
    ]);
    team.edit(ids[0] ?? "", SEPTEMBER.replace("94 exit", "95 exit"));
    const before = team.rows("evidence");
    expect(said(team.run("refresh", {}, { user: ben }))).toContain("protected");
    expect(team.rows("evidence")).toEqual(before);
    // Whoever may edit it goes on from there.
    team.clock.advance(60_000);
    team.run("refresh");
    expect(said(team.rows("evidence"))).toContain("95 exit");
  });

  test("and filled in halfway by hand keeps what they wrote", () => {
    const { team, ids } = readyTeam(SEPTEMBER);
    const free = (team.workbook().sheets.get("evidence")?.freeFrom ?? 0) + 3;
    team.type("evidence", free, { quote: "Something that we remember", code: "SL3" });
    team.type("sources", 6, { title: "An idea for later" });
    team.edit(ids[0] ?? "", `${SEPTEMBER}\n- Regrouped the students who were close for Tier 2\n`);
    team.run("refresh");
    expect(team.rows("evidence").filter(({ quote }) => quote === "Something that we remember")).toHaveLength(1);
    expect(team.rows("sources").map(({ title }) => title)).toContain("An idea for later");
    expect(said(team.rows("evidence"))).toContain("Regrouped the students");
  });

  test("and deleted is named, with a way on", () => {
    const { team } = readyTeam(SEPTEMBER);
    team.workspace.remove(team.workbookId);
    const card = team.run("onSheets");
    expect(said(card)).toContain("cannot be opened");
    team.press(card, "Make a new one");
    expect(team.rows("rubric")).toEqual([]);
    expect(team.workbook().sheets.size).toBe(TABLE_IDS.length);
  });

  test.each([
    ["a limit is reached", quotaExhausted],
    ["Google has an error of its own", serverError],
  ])("but cannot be read because %s offers no second one", (_, fault) => {
    const { team } = readyTeam(SEPTEMBER);
    const card = said(team.run("onSheets", {}, { faults: onCall("Sheets.Spreadsheets.get", fault) }));
    expect(card).toContain("cannot be opened just now");
    expect(card).toContain("Open the workbook");
    expect(card).not.toContain("Make a new one");
  });

  test("takes up addresses that were pasted into Sources", () => {
    const { team } = readyTeam(SEPTEMBER);
    const id = team.document(OCTOBER);
    team.type("sources", 4, { link: `https://docs.google.com/document/d/${id}/edit?tab=t.0` });
    team.run("refresh");
    expect(team.rows("sources").find(({ key }) => key === id)?.state).toBe("Read");
  });
});

describe("Google says no", () => {
  test("to a document: the others are read, and it is named with what to do", () => {
    const team = new Team();
    const closed = team.workspace.addDocument(ben, { title: "Not ours", tabs: [] });
    team.add(closed, team.document(SEPTEMBER));
    team.finish();
    const [first, second] = team.rows("sources");
    expect(first).toMatchObject({ key: closed, state: "Cannot be opened" });
    expect(second).toMatchObject({ state: "Read" });
    expect(said(team.run("onSheets"))).toContain("not opened with Plumbline");
  });

  test("to a document only when it is to be read", () => {
    const team = new Team();
    team.add(team.document(SEPTEMBER));
    team.run("continueRefresh", {}, { faults: onCall("Docs.Documents.get", noPermission) });
    expect(team.rows("sources")[0]).toMatchObject({ state: "Cannot be opened" });
    team.run("refresh");
    expect(team.rows("sources")[0]).toMatchObject({ state: "Read", message: "" });
  });

  test("to the workbook", () => {
    const { team } = readyTeam(SEPTEMBER);
    const answer = team.run("refresh", {}, { faults: onCall("Sheets.Spreadsheets.get", noPermission) });
    expect(said(answer)).toContain("not shared with you");
  });

  test("because a limit is reached while documents are read: what was read is kept", () => {
    const team = new Team();
    team.add(team.document(SEPTEMBER), team.document(OCTOBER));
    const answer = team.run("continueRefresh", {}, { faults: onCall("Docs.Documents.get", quotaExhausted, 2) });
    expect(said(answer)).toContain("limit for now is reached");
    expect(
      team
        .rows("sources")
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["Read", "Waiting to be read"]);
    expect(said(team.rows("log"))).toContain("limit for now is reached");
    team.finish();
    expect(team.rows("sources").map(({ state }) => state)).toEqual(["Read", "Read"]);
  });

  test.each([
    "Sheets.Spreadsheets.Values.batchUpdate",
    "Sheets.Spreadsheets.batchUpdate",
    "Sheets.Spreadsheets.Values.batchGet",
    "Drive.Files.get",
  ])("because a limit is reached at %s: nothing is lost", (call) => {
    const team = new Team();
    team.add(team.document(SEPTEMBER));
    const answer = team.run("continueRefresh", {}, { faults: onCall(call, quotaExhausted, 1) });
    expect(said(answer)).toContain("limit for now is reached");
    team.clock.advance(60_000);
    team.finish();
    expect(team.rows("sources")[0]).toMatchObject({ state: "Read" });
  });

  test("with an error of its own: the document is tried again with the next run", () => {
    const team = new Team();
    team.add(team.document(SEPTEMBER), team.document(OCTOBER));
    team.run("continueRefresh", {}, { faults: onCall("Docs.Documents.get", serverError, 1) });
    expect(
      team
        .rows("sources")
        .map(({ message }) => Boolean(message))
        .sort(),
    ).toEqual([false, true]);
    team.finish();
    expect(team.rows("sources").map(({ state, message }) => [state, message])).toEqual(Array(2).fill(["Read", ""]));
  });
});

describe("a Word file that people open in Google Docs", () => {
  const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const wordFileOf = (team: Team) => {
    const { id } = team.workspace.addFile(ana, "Minutes.docx", WORD);
    team.workspace.grant(ana, "project-1", id);
    return { id, link: `https://docs.google.com/document/d/${id}/edit` };
  };

  test("and paste into Sources is named once with what to do, and not tried again until it changes", () => {
    const { team } = readyTeam(SEPTEMBER);
    const { id, link } = wordFileOf(team);
    team.type("sources", 4, { link });
    expect(said(team.run("refresh"))).toContain("up to date");
    expect(team.rows("sources").find(({ key }) => key === id)).toMatchObject({
      state: "Not a Google Doc",
      message: expect.stringContaining("Save as Google Docs") as never,
    });
    expect(said(team.run("onSheets"))).toContain("Save as Google Docs");
    let opened = 0;
    const counting = ({ name }: { name: string }) => {
      if (name === "Docs.Documents.get") opened++;
      return undefined;
    };
    for (const changed of [false, true]) {
      team.clock.advance(3_600_000);
      if (changed) team.workspace.touch(id, ana);
      team.run("refresh", {}, { faults: counting });
      expect(opened).toBe(changed ? 1 : 0);
    }
    expect(said(team.rows("log"))).toContain("1 file is not a Google Doc; see Sources.");
  });

  test("and give as the agenda", () => {
    const team = new Team();
    const { link } = wordFileOf(team);
    const given = { commonEventObject: { formInputs: { agenda: { stringInputs: { value: [link] } } } } };
    expect(said(team.run("showAgenda", given))).toContain("Save as Google Docs");
  });
});

describe("a document that takes too long to open", () => {
  const patience = (id: string, milliseconds: number) => {
    let opened = 0;
    return {
      count: () => opened,
      faults:
        () =>
        ({ name }: { name: string }) => {
          if (name !== "Docs.Documents.get") return undefined;
          opened++;
          return opened === 0 ? undefined : slow(milliseconds);
        },
      id,
    };
  };

  test("ends two runs, is then named, and keeps no other document from being read", () => {
    const team = new Team();
    const slowly = team.document(SEPTEMBER);
    team.add(slowly);
    const never = patience(slowly, 40_000);
    for (const _ of [1, 2]) {
      expect(team.outcome("continueRefresh", {}, { faults: never.faults() }).status).toBe("killed");
      team.clock.advance(40_000);
    }
    team.add(team.document(NOVEMBER));
    team.run("continueRefresh");
    expect(
      team
        .rows("sources")
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["Read", "Takes too long to open"]);
    expect(said(team.run("onSheets"))).toContain("split the document");
  });

  test("and answers after 25 s is read where there is time enough", () => {
    const team = new Team("organisation");
    const id = team.document(SEPTEMBER);
    team.add(id);
    team.run("startSchedule");
    team.clock.advance(3_600_000);
    const [outcome] = team.script.runDueTriggers({ faults: onCall("Docs.Documents.get", slow(25_000)) });
    expect(outcome?.status).toBe("done");
    expect(outcome?.elapsed).toBeLessThan(SCRIPT_LIMIT);
    expect(team.rows("sources")[0]).toMatchObject({ state: "Read" });
  });
});

test("a schedule that was deleted elsewhere is noticed on the card", () => {
  const team = new Team("organisation");
  team.run("makeWorkbook");
  expect(said(team.run("startSchedule"))).toContain("Looks at all documents every day");
  team.script.stores.triggers = [];
  expect(said(team.run("onSheets"))).toContain("deleted outside of Plumbline");
});
