import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlumblineDb } from "../../../../extension/db";
import type { TaggedLine } from "../../../../extension/protocol";
import { keepChange, keepReading } from "../../../../extension/services/store/keep-document";
import { answered } from "../../../../extension/services/store/trouble";
import { freshDb } from "../../fresh-db";
import { line, reading } from "../../notes";

const place: [string, string] = ["doc-1", ""];
const lines = [line("Norms read"), line("Sorted exit tickets", "SL3"), line("Bus 6 is late")];

async function kept(db: PlumblineDb) {
  const document = await db.documents.get(place);
  const rows = await db.lines.bulkGet([...(document?.order ?? [])]);
  return { document, texts: rows.map((row) => row?.text), ids: document?.order ?? [] };
}

test("a document is kept line by line, and reading the same again writes nothing new", async () => {
  const db = freshDb();
  expect(await keepReading(db, reading(lines), 1000)).toEqual({ version: 1, decisions: [] });
  const before = await kept(db);
  expect(before.texts).toEqual(lines.map(({ text }) => text));
  expect((await keepReading(db, reading(lines), 2000)).version).toBe(1);
  expect(await kept(db)).toEqual(before);
});

test("an edited line is a new row, and the others keep theirs", async () => {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  const [first, second, third] = (await kept(db)).ids;
  const change = { ...reading([]), base: 1, at: 1, removed: 1, inserted: [line("Sorted 94 exit tickets", "SL3")] };
  const { version } = await keepChange(db, change, 1500);
  const { ids, texts } = await kept(db);
  expect(version).toBe(2);
  expect(texts).toEqual(["Norms read", "Sorted 94 exit tickets", "Bus 6 is late"]);
  expect([ids[0], ids[2]]).toEqual([first, third]);
  expect(ids[1]).toBeGreaterThan(third as number);
  expect(await db.lines.get(second as number)).toBeUndefined();
});

test("a line of which only the tags are others stays as old as it was, however often; one with other words does not", async () => {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  const first = (await kept(db)).ids;
  const better = (code: string) => [line("Norms read"), line("Sorted exit tickets", code), line("Bus 6 is late")];
  const sinces = async () => (await db.lines.bulkGet([...(await kept(db)).ids])).map((row) => row?.since);
  const change = { ...reading([]), base: 1, at: 1, removed: 1, inserted: better("RD1").slice(1, 2) };
  await keepChange(db, change, 1500);
  expect(await sinces()).toEqual([undefined, first[1], undefined]);
  await keepReading(db, reading(better("TP1")), 1600);
  expect(await sinces()).toEqual([undefined, first[1], undefined]);
  await keepReading(db, reading([line("Norms read"), line("Sorted it", "TP1"), line("Bus 6 is late")]), 1700);
  expect(await sinces()).toEqual([undefined, undefined, undefined]);
});

test("how far the second reader is goes with the document, and goes when it is switched off", async () => {
  const db = freshDb();
  const stored = async () => (await kept(db)).document?.second;
  await keepReading(db, reading(lines, { second: { read: 1, of: 3 } }), 1000);
  expect(await stored()).toEqual({ read: 1, of: 3 });
  const change = { ...reading([]), base: 1, at: 0, removed: 0, inserted: [] };
  await keepChange(db, { ...change, second: { read: 1, of: 3, trouble: "It did not get going." } }, 1001);
  expect(await stored()).toEqual({ read: 1, of: 3, trouble: "It did not get going." });
  await keepChange(db, change, 1002);
  expect(await stored()).toBeUndefined();
});

test("a change to an older version is stale, changes nothing, and says so", async () => {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  const before = await kept(db);
  const change = { ...reading([]), base: 0, at: 0, removed: 3, inserted: [] };
  expect(await answered(() => keepChange(db, change, 1500))).toMatchObject({ ok: false, error: { code: "stale" } });
  expect(await kept(db)).toEqual(before);
});

test("two windows on one document come to the same lines, whichever sends first", async () => {
  const db = freshDb();
  const after = [lines[0], line("Sorted 94 exit tickets", "SL3"), lines[2]] as TaggedLine[];
  const change = { ...reading([]), base: 1, at: 1, removed: 1, inserted: after.slice(1, 2) };
  await keepReading(db, reading(lines), 1000);
  await keepChange(db, change, 1100);
  const first = await kept(db);
  expect((await answered(() => keepChange(db, change, 1200))).ok).toBe(false);
  await keepReading(db, reading(after), 1300);
  expect(await kept(db)).toEqual(first);
});

test("whatever the edits, what is kept is what was read last, and no row is left over", async () => {
  const texts = fc.array(fc.constantFrom("a", "b", "c", "Norms read", ""), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 4 }), async (readings) => {
      const db = freshDb();
      for (const each of readings) await keepReading(db, reading(each.map((text) => line(text))), 1000);
      expect((await kept(db)).texts).toEqual(readings.at(-1));
      expect(await db.lines.count()).toBe(readings.at(-1)?.length);
    }),
    { numRuns: 30 },
  );
});

test("tabs of one document are kept apart", async () => {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  await keepReading(db, reading([line("Agenda")], { tab: "t.x" }), 1000);
  expect((await kept(db)).texts).toHaveLength(3);
  expect(await db.documents.count()).toBe(2);
});

const unreadable = { way: { text: "none", marks: "none" } } as const;
const inPart = { way: { text: "painted", marks: "painted" } } as const;

test("a page that cannot be read changes how it was read, and no line", async () => {
  const db = freshDb();
  await keepReading(db, reading(lines), 1000);
  const before = await kept(db);
  await keepReading(db, reading([line("")], unreadable), 1500);
  const now = await kept(db);
  expect(now.ids).toEqual(before.ids);
  expect(now.document?.way).toEqual(unreadable.way);
});

test("what comes after a reading in part is to be sent whole, and so is a part", async () => {
  const db = freshDb();
  const { version } = await keepReading(db, reading(lines), 1000);
  const change = { ...reading([]), at: 0, removed: 3, inserted: [line("Norms read")] };
  const stale = { ok: false, error: { code: "stale" } };
  expect(await answered(() => keepChange(db, { ...change, ...inPart, base: version }, 1100))).toMatchObject(stale);
  const part = await keepReading(db, reading([line("Norms read")], inPart), 1200);
  expect(await answered(() => keepChange(db, { ...change, base: part.version }, 1300))).toMatchObject(stale);
  expect((await kept(db)).texts).toEqual(lines.map(({ text }) => text));
});

const seenInPart = (texts: readonly string[]) =>
  reading(
    texts.map((text) => line(text)),
    inPart,
  );

test.each<[string, readonly string[], readonly string[]]>([
  ["a line typed on", ["B two", "C three, more"], ["A one", "B two", "C three, more", "D four", "E five"]],
  [
    "a line typed anew",
    ["B two", "B and a half", "C three"],
    ["A one", "B two", "B and a half", "C three", "D four", "E five"],
  ],
  ["a line taken out between two that are seen", ["B two", "D four"], ["A one", "B two", "D four", "E five"]],
  ["pages apart", ["A one", "", "E five, typed on"], ["A one", "B two", "C three", "D four", "E five, typed on"]],
  ["half a line at the edge of a page", ["A one", "B t"], ["A one", "B two", "C three", "D four", "E five"]],
])("of a document seen in part, %s is kept and what was not seen stays", async (_, seen, after) => {
  const db = freshDb();
  const whole = ["A one", "B two", "C three", "D four", "E five"].map((text) => line(text));
  await keepReading(db, reading(whole), 1000);
  const before = await kept(db);
  await keepReading(db, seenInPart(seen), 1500);
  const now = await kept(db);
  expect(now.texts).toEqual(after);
  for (const [at, text] of before.texts.entries())
    if (after.includes(text as string)) expect(now.ids).toContain(before.ids[at]);
});

test("pages that are seen as they were kept change nothing, whichever they are and however alike their lines", async () => {
  const page = fc.array(fc.constantFrom("Norms", "Norms read", "Data", "Data talk", "Next"), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(page, fc.boolean()), { minLength: 1, maxLength: 6 }), async (pages) => {
      const db = freshDb();
      await keepReading(db, reading(pages.flatMap(([texts]) => ["", ...texts].map((text) => line(text)))), 1000);
      const before = await kept(db);
      const seen = pages.flatMap(([texts, inView]) => (inView ? texts : [""]));
      await keepReading(db, seenInPart(seen), 1500);
      expect((await kept(db)).ids).toEqual(before.ids);
    }),
    { numRuns: 60 },
  );
});
