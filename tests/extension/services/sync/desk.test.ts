import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlumblineDb } from "../../../../extension/db";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import { createDesk } from "../../../../extension/services/sync/desk";
import { round } from "../../../../extension/services/sync/round";
import { createSender } from "../../../../extension/services/sync/sender";
import type { HeldToken, Item } from "../../../../extension/services/sync/sign-in/session";
import { createSession } from "../../../../extension/services/sync/sign-in/session";
import { type ChosenWorkbook, workbookIdIn } from "../../../../extension/services/sync/workbook/choose-workbook";
import { by, draft } from "../../notes";
import { ana, ben, CLIENT, newBrowser, openSchool, parts, REDIRECT, type School } from "./school";

let school: School;
beforeEach(async () => {
  school = await openSchool();
});
afterEach(async () => {
  await school.google.close();
  expect(school.google.broken).toBeUndefined();
});

const item = <Value>(value: Value): Item<Value> & { now: Value } => ({
  now: value,
  async getValue() {
    return this.now;
  },
  async setValue(next) {
    this.now = next;
  },
});
const link = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit?usp=sharing#gid=0`;

/** A person at the settings page of one browser. */
function person(db: PlumblineDb = newBrowser()) {
  const { url } = school.google;
  const google = { sheets: url, drive: url, signIn: url, tokens: url };
  const workbook = item<ChosenWorkbook | null>(null);
  const who = item("");
  const session = createSession({
    flow: {
      redirect: REDIRECT,
      launch: async (address) => (await fetch(address, { redirect: "manual" })).headers.get("location") ?? "",
      reachable: async () => true,
    },
    google,
    fetch,
    clientId: async () => CLIENT,
    account: item<{ readonly address: string } | null>(null),
    held: item<HeldToken | null>(null),
    now: () => school.clock.now(),
    unguessable: () => "state",
  });
  const own = { ...parts(school, db, ana), token: session.token, workbook: async () => workbook.now?.id };
  const sender = createSender({ round: (asked) => round(own, asked), alone: (work) => work(), went: () => {} });
  const codes = async () => ["SL3"];
  return { db, workbook, who, desk: createDesk({ db, session, sender, google, fetch, workbook, who, codes }) };
}
/** Rows of the first sheet that begin with something: its heads, and its decisions. */
const filledRows = (id = "") =>
  school.workspace.books.get(id)?.sheets[0]?.rows.filter((row) => row?.[0]?.userEnteredValue).length;
const decide = (db: PlumblineDb, id: string, who = "Roz") =>
  keepDecisions(db, [draft("We looked at the exit tickets", 0, { id })], { ...by(), who });

test("a person signs in, makes a workbook, and what they had decided is in it", async () => {
  const { db, desk, workbook } = person();
  await decide(db, "decision-1");
  expect(await desk.signIn()).toMatchObject({ words: "You are signed in. Choose your team's workbook next." });
  expect((await desk.makeWorkbook("Grade 4")).words).toBe("Sent 1 decision; 0 decisions of colleagues came back.");
  expect(workbook.now?.title).toBe("Grade 4");
  const sheets = school.workspace.books.get(workbook.now?.id ?? "")?.sheets ?? [];
  expect(sheets.map(({ properties }) => properties.title)).toEqual(["Decisions"]);
  expect(filledRows(workbook.now?.id)).toBe(2);
});

test("a making that Google broke off is taken up on the same spreadsheet", async () => {
  const { desk, workbook } = person();
  await desk.signIn();
  const before = school.google.log.length;
  school.google.faults = ({ index }) => (index === before + 4 ? { kind: "cut", when: "before" } : undefined);
  expect((await desk.makeWorkbook("Grade 4")).words).toMatch("could not do it just now");
  expect(workbook.now?.title).toBe("Grade 4");
  expect((await desk.addSheet()).words).toBe("Everything is in the workbook already.");
  expect(school.workspace.books.size).toBe(2);
});

describe("a colleague's workbook", () => {
  test("is used by its link", async () => {
    const { db, desk } = person();
    await decide(db, "decision-1");
    await desk.signIn();
    expect((await desk.useWorkbook(link(school.workbook))).words).toMatch("Sent 1 decision");
    expect(school.rows()).toHaveLength(1);
  });

  test("that was not granted yet is met with the steps, and the former workbook stays", async () => {
    const other = school.workspace.addSpreadsheet(ben, "Theirs");
    school.workspace.share(other, ana, "writer");
    const { desk, workbook } = person();
    await desk.signIn();
    const answer = await desk.useWorkbook(link(other));
    expect(answer.words).toMatch("cannot open this workbook");
    expect(answer.steps.join(" ")).toMatch("Allow for this spreadsheet");
    expect(workbook.now).toBeNull();
  });

  test("without a Decisions sheet gets one only when the person asks for it", async () => {
    const other = school.workspace.addSpreadsheet(ana, "Plain");
    school.workspace.grant(ana, "plumbline", other);
    const { desk } = person();
    await desk.signIn();
    expect((await desk.useWorkbook(link(other))).words).toBe("This spreadsheet has no Decisions sheet.");
    expect(school.workspace.books.get(other)?.sheets).toHaveLength(1);
    expect((await desk.addSheet()).words).toBe("Everything is in the workbook already.");
    expect(school.workspace.books.get(other)?.sheets).toHaveLength(2);
  });
});

describe("signing out", () => {
  test("says that Google was asked to forget", async () => {
    const { desk } = person();
    await desk.signIn();
    expect((await desk.signOut()).words).toMatch("Google was asked to forget what you allowed");
  });

  test("without a way to ask Google says where the person can do it", async () => {
    const { desk } = person();
    await desk.signIn();
    await school.google.close();
    const answer = await desk.signOut();
    expect(answer.words).toMatch("Google could not be asked");
    expect(answer.steps.join()).toMatch("myaccount.google.com/connections");
  });
});

test("all that was decided here goes to a new workbook in place of a lost one when the person asks", async () => {
  const { db, desk, workbook } = person();
  await decide(db, "decision-1");
  await desk.signIn();
  await desk.useWorkbook(link(school.workbook));
  school.workspace.remove(school.workbook);
  expect((await desk.sendNow()).words).toMatch("cannot open this workbook");
  await desk.makeWorkbook("Again");
  expect((await desk.sendAll()).words).toMatch("Sent 1 decision");
  expect(filledRows(workbook.now?.id)).toBe(2);
});

test("decisions without a name get the account's, where they were made here and have not left this computer", async () => {
  const { db, desk, who } = person();
  await decide(db, "decision-1", "");
  await decide(db, "decision-2", "Roz");
  await decide(db, "decision-3", "");
  await db.decisions.update("decision-3", { brought: true });
  await desk.signIn();
  expect(who.now).toBe(ana);
  expect((await db.decisions.toArray()).map((one) => one.who)).toEqual([ana, "Roz", ""]);
});

test("two windows that send at once send one after the other", async () => {
  const order: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const sender = createSender({
    round: async (asked) => {
      order.push(`begins ${asked}`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push("ends");
      return { is: "off" };
    },
    alone: (work) => {
      const next = last.then(work);
      last = next;
      return next;
    },
    went: () => {},
  });
  await Promise.all([sender.send(), sender.send(), sender.sendNow()]);
  expect(order).toEqual(["begins false", "ends", "begins true", "ends"]);
});

test.each([
  [link("1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd"), "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd"],
  [
    "https://docs.google.com/a/school.org/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd",
    "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd",
  ],
  ["  1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd ", "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd"],
  ["https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit", undefined],
  ["https://example.org/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd", undefined],
  ["Our workbook", undefined],
])("in %s, the workbook is %s", (text, id) => {
  expect(workbookIdIn(text)).toBe(id);
});
