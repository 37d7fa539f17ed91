import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Decision, decisionToRow } from "../../../../core/index";
import type { PlumblineDb } from "../../../../extension/db";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import { round } from "../../../../extension/services/sync/round";
import { actAs } from "../../../google/act-as";
import type { HttpFault } from "../../../google/http/http-faults";
import { by, draft } from "../../notes";
import { ana, ben, newBrowser, openSchool, parts, type School } from "./school";

let school: School;
let db: PlumblineDb;

beforeEach(async () => {
  school = await openSchool();
  db = newBrowser();
});
afterEach(async () => {
  await school.google.close();
  expect(school.google.broken).toBeUndefined();
});

const decide = (...ids: readonly string[]) =>
  keepDecisions(
    db,
    ids.map((id) => draft("We looked at the exit tickets", 0, { id, note: "=1+1" })),
    by(),
  );
const ids = (decisions: readonly Decision[]) => decisions.map(({ id }) => id);
const go = (person = ana, store = db) => round(parts(school, store, person));
/** From now on, the n-th request (from 1) meets a fault. */
const meets = (n: number, fault: HttpFault) => {
  const before = school.google.log.length;
  school.google.faults = ({ index }) => (index === before + n ? fault : undefined);
};

describe("a decision", () => {
  test("stands in the workbook, word for word, and waits no longer", async () => {
    await decide("decision-1", "decision-2");
    expect(await go()).toEqual({ is: "done", sent: 2, received: 0, places: [] });
    expect(school.rows()).toEqual(await db.decisions.toArray());
    expect(await db.outbox.count()).toBe(0);
    expect(await db.sync.get("workbook")).toMatchObject({ failures: 0, lastDone: school.clock.now(), bad: [] });
  });

  test("is text in the sheet though it begins like a formula", async () => {
    await decide("decision-1");
    await go();
    const row = school.workspace.books.get(school.workbook)?.sheets[0]?.rows[1] ?? [];
    expect(row[12]?.userEnteredValue).toEqual({ stringValue: "=1+1" });
  });

  test("is sent in few requests with many others", async () => {
    await decide(...Array.from({ length: 250 }, (_, n) => `decision-${n}`));
    const before = school.google.log.length;
    await go();
    expect(school.rows()).toHaveLength(250);
    expect(school.google.log.slice(before).filter(({ method }) => method.endsWith("batchUpdate"))).toHaveLength(3);
  });

  test("finds its columns where people moved them, in a sheet that they renamed, beside columns of their own", async () => {
    const sheetId = 7_000_005;
    actAs(school.workspace, ana).sheets(
      "spreadsheets.batchUpdate",
      { spreadsheetId: school.workbook },
      {
        requests: [
          { updateSheetProperties: { properties: { sheetId, title: "What we said" }, fields: "title" } },
          {
            insertDimension: {
              range: { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 2 },
              inheritFromBefore: false,
            },
          },
        ],
      },
    );
    await decide("decision-1");
    await go();
    expect(school.cells()[1]?.slice(0, 3)).toEqual(["", "", "decision-1"]);
    const other = newBrowser();
    expect(await go(ben, other)).toMatchObject({ is: "done", received: 1 });
    expect(await other.decisions.toArray()).toEqual(await db.decisions.toArray());
  });
});

describe("a colleague's decisions", () => {
  test("are kept here, once, with who and when, and are not sent back", async () => {
    await decide("decision-1");
    await go();
    const other = newBrowser();
    expect(await go(ben, other)).toEqual({
      is: "done",
      sent: 0,
      received: 1,
      places: [{ document: "doc-1", tab: "" }],
    });
    expect(await go(ben, other)).toMatchObject({ received: 0 });
    expect(await other.decisions.toArray()).toMatchObject([{ id: "decision-1", who: "Roz" }]);
    expect(await other.placements.count()).toBe(1);
    expect(school.rows()).toHaveLength(1);
  });

  test("that cannot be read are named by their row and left as they are", async () => {
    await decide("decision-1", "decision-2");
    const [good] = await db.decisions.toArray();
    const bad = decisionToRow({ ...(good as Decision), id: "decision-bad", at: "yesterday" });
    actAs(school.workspace, ben).sheets(
      "spreadsheets.values.update",
      { spreadsheetId: school.workbook, range: "Decisions!A2", valueInputOption: "RAW" },
      { values: [bad] },
    );
    expect(await go()).toMatchObject({ is: "done", sent: 2, received: 0 });
    expect((await db.sync.get("workbook"))?.bad).toEqual([{ row: 2, problem: '"at" is missing or cannot be read.' }]);
    expect(school.cells()[1]?.[1]).toBe("yesterday");
  });

  test("stay as they came where someone edits the row afterwards", async () => {
    await decide("decision-1");
    await go();
    const other = newBrowser();
    await go(ben, other);
    actAs(school.workspace, ben).sheets(
      "spreadsheets.values.update",
      { spreadsheetId: school.workbook, range: "Decisions!M2", valueInputOption: "RAW" },
      { values: [["Another note"]] },
    );
    await go(ben, other);
    expect(await other.decisions.toArray()).toEqual(await db.decisions.toArray());
  });
});

describe("when Google fails", () => {
  // The requests of a round: 1 finds the sheet, 2 reads the ids, 3 adds the rows.
  test.each<[string, HttpFault]>([
    ["too many requests", { kind: "status", code: 429, effect: false }],
    ["an error after the rows were written", { kind: "status", code: 500, effect: true }],
    ["a page instead of an answer", { kind: "status", code: 502, effect: true }],
    ["a connection cut before", { kind: "cut", when: "before" }],
    ["a connection cut after the rows were written", { kind: "cut", when: "after" }],
    ["an answer cut off in the middle", { kind: "cut", when: "within" }],
  ])("%s: the decision waits, and is in the sheet once after the next round", async (_, fault) => {
    await decide("decision-1");
    meets(3, fault);
    const answer = await go();
    expect(answer.is).toBe("later");
    expect(await db.outbox.count()).toBe(1);
    expect(await go()).toEqual(answer);
    school.clock.advance(60_000);
    expect(await go()).toMatchObject({ is: "done" });
    expect(ids(school.rows())).toEqual(["decision-1"]);
    expect(await db.outbox.count()).toBe(0);
  });

  test("nothing is asked before the time that Google named", async () => {
    meets(1, { kind: "status", code: 503, effect: false, retryAfter: 90 });
    expect(await go()).toMatchObject({ is: "later" });
    expect((await db.sync.get("workbook"))?.notBefore).toBeGreaterThanOrEqual(school.clock.now() + 90_000);
    const asked = school.google.log.length;
    school.clock.advance(89_000);
    await go();
    expect(school.google.log).toHaveLength(asked);
  });

  test("a person who asks need not wait", async () => {
    meets(1, { kind: "status", code: 503, effect: false, retryAfter: 90 });
    await go();
    expect(await round(parts(school, db, ana), true)).toMatchObject({ is: "done" });
  });

  test("a token that ran out is renewed within the round", async () => {
    await decide("decision-1");
    meets(2, { kind: "expired" });
    expect(await go()).toMatchObject({ is: "done", sent: 1 });
  });

  test("withdrawn rights keep every decision and ask to sign in again", async () => {
    await decide("decision-1");
    meets(3, { kind: "withdrawn" });
    let asked = 0;
    const own = parts(school, db, ana);
    const token: typeof own.token = async (refused) => (asked++ === 0 ? own.token(refused) : { is: "sign in" });
    expect(await round({ ...own, token })).toEqual({ is: "stuck", trouble: "sign in" });
    expect(await db.outbox.count()).toBe(1);
    expect(await db.sync.get("workbook")).toMatchObject({ trouble: "sign in" });
    expect(await round(parts(school, db, ana), true)).toMatchObject({ is: "done", sent: 1 });
    expect((await db.sync.get("workbook"))?.trouble).toBeUndefined();
  });

  test.each<[string, string, () => void]>([
    ["was deleted", "absent", () => school.workspace.remove(school.workbook)],
    ["is not shared any more", "forbidden", () => school.workspace.unshare(school.workbook, ben)],
    ["may only be viewed", "forbidden", () => school.workspace.share(school.workbook, ben, "reader")],
  ])("a workbook that %s keeps every decision and says so: %s", async (_, trouble, happens) => {
    await decide("decision-1");
    happens();
    expect(await go(ben)).toEqual({ is: "stuck", trouble });
    expect(await db.outbox.count()).toBe(1);
  });

  test("a deleted sheet and a deleted column are told apart", async () => {
    const remove = (title: string, request: object) =>
      actAs(school.workspace, ana).sheets(
        "spreadsheets.batchUpdate",
        { spreadsheetId: school.workbook },
        { requests: [{ addSheet: { properties: { title } } }, request] },
      );
    remove("One", {
      deleteDimension: { range: { sheetId: 7_000_005, dimension: "COLUMNS", startIndex: 3, endIndex: 4 } },
    });
    expect(await go()).toEqual({ is: "stuck", trouble: "columns" });
    remove("Two", { deleteSheet: { sheetId: 7_000_005 } });
    expect(await round(parts(school, db, ana), true)).toEqual({ is: "stuck", trouble: "no sheet" });
  });
});

test("without a workbook, or signed out, nothing is asked of Google", async () => {
  const asked = school.google.log.length;
  const own = parts(school, db, ana);
  expect(await round({ ...own, workbook: async () => undefined })).toEqual({ is: "off" });
  expect(await round({ ...own, token: async () => ({ is: "signed out" }) })).toEqual({ is: "off" });
  expect(school.google.log).toHaveLength(asked);
});
