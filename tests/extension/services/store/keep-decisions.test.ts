import { expect, test } from "vitest";
import type { PlumblineDb } from "../../../../extension/db";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import { keepChange, keepReading } from "../../../../extension/services/store/keep-document";
import { decisionsInPlace } from "../../../../extension/services/store/placements";
import { answered } from "../../../../extension/services/store/trouble";
import { freshDb } from "../../fresh-db";
import { by, draft, line, reading } from "../../notes";

const place = { document: "doc-1", tab: "" };
const sorted = "Sorted exit tickets on fractions together";
const lines = [line("Norms read by Tomás"), line(sorted, "SL3"), line("Bus 6 is late till Friday")];

async function withDecision(): Promise<PlumblineDb> {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  await keepDecisions(db, [draft(sorted, 1)], by());
  return db;
}

const textOf = async (db: PlumblineDb) => {
  const [placement] = await db.placements.toArray();
  return placement?.line === undefined ? undefined : (await db.lines.get(placement.line))?.text;
};
const edit = async (db: PlumblineDb, at: number, removed: number, ...texts: readonly string[]) => {
  const base = (await db.documents.get(["doc-1", ""]))?.version ?? 0;
  return keepChange(db, { ...reading([]), base, at, removed, inserted: texts.map((text) => line(text)) }, 2000);
};

test("a decision that arrives twice is kept once, as it first came", async () => {
  const db = await withDecision();
  await keepDecisions(db, [draft(sorted, 1, { note: "changed on the way" })], by(9));
  const decisions = await db.decisions.toArray();
  expect(decisions).toHaveLength(1);
  expect(decisions[0]).toMatchObject({ note: "", at: "2025-11-19T15:00:00.000Z", who: "Roz", rubric: "plc@1.0.0" });
  expect(await db.outbox.toArray()).toEqual([{ id: decisions[0]?.id }]);
});

test("an answer stands after what it answers, whatever the clock says", async () => {
  const db = await withDecision();
  await keepDecisions(db, [draft(sorted, 1, { id: "decision-later", verdict: "reject", stance: "" })], by(-3600));
  expect((await db.decisions.get("decision-later"))?.at).toBe("2025-11-19T15:00:00.001Z");
});

test("decisions are kept all or none", async () => {
  const db = await withDecision();
  const bad = draft(sorted, 1, { id: "decision-bad", indicator: "nonsense" });
  const answer = await answered(() => keepDecisions(db, [draft(sorted, 1, { id: "decision-good" }), bad], by()));
  expect(answer).toMatchObject({
    ok: false,
    error: { code: "refused", message: expect.stringContaining("indicator") },
  });
  expect(await db.decisions.count()).toBe(1);
  expect(await db.outbox.count()).toBe(1);
});

test.each([
  ["typed on", [sorted, `${sorted}, all 94`, `${sorted}, all 94, in three piles`]],
  [
    "changed bit by bit until little is left of it",
    [
      sorted,
      "Sorted exit slips on fractions together",
      "Sorted exit slips on decimals together",
      "Sorted exit slips on decimals, all four",
      "Sorted the slips on decimals, all four",
    ],
  ],
])("a decision follows its line when it is %s", async (_, steps) => {
  const db = await withDecision();
  for (const text of steps) await edit(db, 1, 1, text);
  expect(await textOf(db)).toBe(steps.at(-1));
  expect((await decisionsInPlace(db, place))[0]?.quote).toBe(steps.at(-1));
  expect((await db.decisions.toArray())[0]?.quote).toBe(sorted);
});

test("a decision follows its line when lines come and go above it", async () => {
  const db = await withDecision();
  await edit(db, 0, 1, "One", "Two", "Three");
  expect(await textOf(db)).toBe(sorted);
});

test("a decision whose line is cut has lost it, is kept, and comes back with the line", async () => {
  const db = await withDecision();
  await edit(db, 1, 1);
  expect(await db.placements.toArray()).toMatchObject([{ quote: sorted }]);
  expect(await textOf(db)).toBeUndefined();
  expect(await decisionsInPlace(db, place)).toEqual([]);
  expect(await db.decisions.count()).toBe(1);
  await edit(db, 2, 0, sorted);
  expect(await textOf(db)).toBe(sorted);
});

test("a decision does not move to another line that takes the place of its own", async () => {
  const db = await withDecision();
  await edit(db, 1, 1, "Picture day is moved to May");
  expect(await textOf(db)).toBeUndefined();
});

test("where the sender's picture is old, the words find the line", async () => {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  await keepDecisions(db, [draft(sorted, 0)], by());
  expect(await textOf(db)).toBe(sorted);
});

test("of twins the one that the sender saw is taken", async () => {
  const db = freshDb();
  await keepReading(db, reading([line("Data"), line("Data"), line("Data")]), 1000);
  await keepDecisions(db, [draft("Data", 1)], by());
  const order = (await db.documents.get(["doc-1", ""]))?.order;
  expect((await db.placements.toArray())[0]?.line).toBe(order?.[1]);
});

/** Twins with twin neighbours, as in a log that says the same in every meeting; the second one is answered. */
async function answeredTwin(...codes: readonly string[]) {
  const db = freshDb();
  const meeting = (...of: readonly string[]) => [line("Agenda"), line("Norms reviewed", ...of), line("Data")];
  await keepReading(db, reading([...meeting("SB1"), ...meeting(...codes)]), 1000);
  await keepDecisions(db, [draft("Norms reviewed", 4)], by());
  return { db, meeting, positions: async () => (await decisionsInPlace(db, place)).map((one) => one.line) };
}

test("a decision on a twin stays on it when only what is said of the lines has changed", async () => {
  const { db, meeting, positions } = await answeredTwin("SB1");
  expect(await positions()).toEqual([4]);
  const change = { ...reading([]), base: 1, at: 1, removed: 4 };
  await keepChange(
    db,
    { ...change, inserted: [...meeting("SB1", "SB2").slice(1), ...meeting("SB2").slice(0, 2)] },
    2000,
  );
  expect(await positions()).toEqual([4]);
  await keepReading(db, reading([...meeting("SB3"), ...meeting("SB2")]), 3000);
  expect(await positions()).toEqual([4]);
});

test.each([
  ["above", 0, 7],
  ["below", 6, 4],
])("a decision on a twin stays on it when a like meeting has come %s while nobody looked", async (_, at, stands) => {
  const { db, meeting, positions } = await answeredTwin("SB1");
  const log = [...meeting("SB1"), ...meeting("SB1")];
  log.splice(at, 0, line("Monday"), line("Norms reviewed", "SB1"), line("Data"));
  await keepReading(db, reading(log), 3000);
  expect(await positions()).toEqual([stands]);
});

test.each([
  ["typed on", "Norms", "Norms read"],
  ["begun anew in front", "Norms", "Our Norms"],
])("a decision follows a line of few letters that is %s", async (_, before, after) => {
  const db = freshDb();
  await keepReading(db, reading([line("Data"), line(before), line("Data")]), 1000);
  await keepDecisions(db, [draft(before, 1)], by());
  await keepChange(
    db,
    { ...reading([]), base: 1, at: 0, removed: 2, inserted: [line("Data", "SL3"), line(after, "SB1")] },
    2000,
  );
  expect(await decisionsInPlace(db, place)).toMatchObject([{ line: 1, quote: after }]);
});

test.each([
  ["replaced by another", ["Bus"]],
  ["cut, and its word stands in a line that came elsewhere", ["Bus", "Norms for the bus"]],
])("a decision does not follow a line of few letters that is %s", async (_, texts) => {
  const db = freshDb();
  await keepReading(db, reading([line("Norms")]), 1000);
  await keepDecisions(db, [draft("Norms", 0)], by());
  await edit(db, 0, 1, ...texts);
  expect(await decisionsInPlace(db, place)).toEqual([]);
});

test("decisions on a document that was not read yet find their lines once it is", async () => {
  const db = freshDb();
  await keepDecisions(db, [draft(sorted, 1)], by());
  expect(await textOf(db)).toBeUndefined();
  expect((await keepReading(db, reading(lines), 1000)).decisions).toHaveLength(1);
  expect(await textOf(db)).toBe(sorted);
});
