import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Decision, plcRubric } from "../../core/index";
import type { PlumblineDb } from "../../extension/db";
import { keepDecisions } from "../../extension/services/store/keep-decisions";
import { createGoogleApi } from "../../extension/services/sync/google-api";
import { round } from "../../extension/services/sync/round";
import { createSyncStore } from "../../extension/services/sync/sync-store";
import { addDecisionsSheet, makeSpreadsheet } from "../../extension/services/sync/workbook/choose-workbook";
import { by, draft } from "../extension/notes";
import { newBrowser } from "../extension/services/sync/school";
import { scopes } from "../google/caller";
import { type GoogleServer, startGoogle } from "../google/http/google-server";
import { seeded } from "../google/random";
import { SEPTEMBER } from "./meetings";
import { ana, Team } from "./team";

vi.setConfig({ testTimeout: 60_000 });

/** Add-on and extension are of one Cloud project, so that they share what a person granted. */
const PROJECT = "project-1";
const CLIENT = "client-1.apps.googleusercontent.com";
const CODES = plcRubric.indicators.map(({ code }) => code);
const LINE = "Sorted all 94 exit tickets into three piles and picked who gets pulled for reteach";

let team: Team;
let google: GoogleServer;
let db: PlumblineDb;

beforeEach(async () => {
  team = new Team();
  google = await startGoogle({
    workspace: team.workspace,
    clients: [{ id: CLIENT, project: PROJECT, redirectUris: ["https://abcdefgh.chromiumapp.org/"] }],
  });
  google.oauth.person = ana;
  db = newBrowser();
});
afterEach(async () => {
  await google.close();
  expect(google.broken).toBeUndefined();
});

const token = () => google.oauth.issue(CLIENT, ana, scopes("drive.file"));

/** A workbook that the extension makes. */
async function madeByExtension(): Promise<string> {
  const api = createGoogleApi(fetch, token());
  const made = await makeSpreadsheet(api, google.url, "Our coverage");
  if (!made.ok) throw new Error(made.failure.kind);
  expect(await addDecisionsSheet(api, google.url, made.value.id, CODES)).toMatchObject({ ok: true });
  return made.value.id;
}

/** Has the extension send and fetch, as it does on its own. */
const exchange = () =>
  round(
    {
      store: createSyncStore(db),
      fetch,
      sheets: google.url,
      token: async () => ({ is: "token", token: token() }),
      workbook: async () => team.workbookId,
      now: () => team.clock.now(),
      random: seeded(1),
    },
    true,
  );

/** Keeps what a person says in the extension's panel. */
const decide = (document: string, id: string, more: Partial<Decision> = {}) =>
  keepDecisions(db, [draft(LINE, 3, { id, document, indicator: "SL3", ...more } as never)], by());

/** The Decisions sheet as it was made, and what is noted on it. */
function decisionsSheet(bookId: string) {
  const book = team.workspace.books.get(bookId);
  const marks = book?.developerMetadata.filter(({ metadataValue }) => / decisions\b/.test(metadataValue ?? "")) ?? [];
  const sheetId = marks.find(({ metadataValue }) => metadataValue?.startsWith("sheet "))?.location?.sheetId;
  const sheet = book?.sheets.find((one) => one.sheetId === sheetId);
  return {
    // Where the sheet stands among others, and whether it warns of changes, is no part of what the other side reads.
    sheet: sheet && { ...sheet, properties: { ...sheet.properties, index: 0 }, protectedRanges: [] },
    marks: marks.map(({ metadataId: _, ...mark }) => mark),
  };
}

describe("the Decisions sheet", () => {
  test("is the same whoever makes it: its name, columns, heads, drop-downs, widths and the notes by which it is found", async () => {
    team.run("makeWorkbook");
    const ours = decisionsSheet(team.workbookId);
    const theirs = decisionsSheet(await madeByExtension());
    expect(ours.marks.length).toBe(19);
    expect(ours.sheet?.properties.title).toBe("Decisions");
    expect(theirs).toEqual(ours);
  });

  test("made by the extension is taken over by the add-on, with its rows", async () => {
    const id = await madeByExtension();
    const document = team.document(SEPTEMBER);
    await decide(document, "decision-1", { verdict: "add", stance: "planned" });
    expect(await exchange()).toMatchObject({ is: "done", sent: 1 });
    team.run("useWorkbook", { commonEventObject: { parameters: { id } } });
    team.add(document);
    team.finish();
    const titles = team.workspace.books.get(id)?.sheets.map(({ properties }) => properties.title);
    expect(titles?.filter((title) => title?.startsWith("Decisions"))).toEqual(["Decisions"]);
    expect(team.rows("decisions")).toMatchObject([{ id: "decision-1", outcome: "Stands" }]);
    expect(team.rows("evidence").find(({ quote, code }) => quote === LINE && code === "SL3")).toMatchObject({
      by: "Person",
      stance: "Planned",
    });
  });
});

describe("a decision", () => {
  test("of the extension counts in the add-on's workbook", async () => {
    const document = team.document(SEPTEMBER);
    team.add(document);
    team.finish();
    const before = team.rows("evidence").find(({ quote }) => quote === LINE);
    const indicator = String(before?.code);
    await decide(document, "decision-1", { indicator, verdict: "reject", stance: "" });
    expect(await exchange()).toMatchObject({ is: "done", sent: 1 });
    team.run("refresh");
    expect(team.rows("decisions")).toMatchObject([{ id: "decision-1", outcome: "Stands" }]);
    expect(team.rows("evidence").find(({ key }) => key === before?.key)?.tier).toBe("Not counted");
  });

  test("made by hand in the workbook reaches the extension, once the add-on has filled it in", async () => {
    const document = team.document(SEPTEMBER);
    team.add(document);
    team.finish();
    const row = team.rows("evidence").find(({ quote }) => quote === LINE);
    team.type("decisions", 1, { row: String(row?.key), verdict: "Reject", who: "Roz" });
    team.run("refresh");
    expect(await exchange()).toMatchObject({ is: "done", sent: 0, received: 1 });
    expect(await db.decisions.toArray()).toMatchObject([
      { document, quote: LINE, indicator: row?.code, verdict: "reject", who: "Roz" },
    ]);
    expect((await db.sync.get("workbook"))?.bad).toEqual([]);
  });

  test("that arrived twice is one row after the next refresh, and changes nothing in the extension", async () => {
    const document = team.document(SEPTEMBER);
    team.add(document);
    team.finish();
    await decide(document, "decision-1");
    // Google does what it is asked, and the answer is lost on its way; meanwhile the same comes from elsewhere.
    google.faults = ({ method }) => (method.endsWith("spreadsheets.batchUpdate") ? { kind: "twice" } : undefined);
    await exchange();
    google.faults = () => undefined;
    expect(team.rows("decisions").map(({ id }) => id)).toEqual(["decision-1", "decision-1"]);
    team.run("refresh");
    expect(team.rows("decisions").map(({ id }) => id)).toEqual(["decision-1"]);
    expect(await exchange()).toMatchObject({ is: "done", sent: 0, received: 0 });
  });

  test("that somebody copied and changed stays, and is told why it does not count", async () => {
    const document = team.document(SEPTEMBER);
    team.add(document);
    team.finish();
    await decide(document, "decision-1");
    await exchange();
    const [first = {}] = team.rows("decisions");
    const copied = Object.fromEntries(Object.entries(first).map(([column, value]) => [column, String(value)]));
    team.type("decisions", 2, { ...copied, verdict: "reject", stance: "" });
    team.run("refresh");
    expect(team.rows("decisions").map(({ verdict, outcome }) => [verdict, outcome])).toEqual([
      [first.verdict, "Stands"],
      ["reject", expect.stringContaining("another row has the same id")],
    ]);
  });
});
