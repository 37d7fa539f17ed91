import "../../with-browser";
import { beforeEach, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { MOST_LESSONS } from "../../../../core/learning/adjustment";
import { KEPT_HERE } from "../../../../extension/components/options/kept-here";
import type { PlumblineDb } from "../../../../extension/db";
import { deleteAll, deleteDocument } from "../../../../extension/services/backup/delete-kept";
import { exportAll } from "../../../../extension/services/backup/export-all";
import { importAll } from "../../../../extension/services/backup/import-all";
import { readBackup } from "../../../../extension/services/backup/read-backup";
import { waitingDecisions } from "../../../../extension/services/panel/waiting-decisions";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import { keepReading } from "../../../../extension/services/store/keep-document";
import { decisionsInPlace } from "../../../../extension/services/store/placements";
import { isMine } from "../../../../extension/services/whose";
import * as settings from "../../../../extension/settings";
import { freshDb } from "../../fresh-db";
import { by, draft, line, reading } from "../../notes";

const sorted = "Sorted exit tickets on fractions together";
const edited = "Sorted all exit tickets on fractions together";

beforeEach(() => fakeBrowser.reset());

/** A store with two documents, and a decision on a line that was edited since. */
async function filled(): Promise<PlumblineDb> {
  const db = freshDb();
  await keepReading(db, reading([line("Norms"), line(sorted, "SL3")]), 1000);
  await keepReading(db, reading([line("Agenda")], { document: "doc-2", title: "Other" }), 900);
  await keepDecisions(db, [draft(sorted, 1, { prefix: "Norms", note: "looked at together" })], by());
  await keepReading(db, reading([line("Norms"), line(edited, "SL3")]), 2000);
  return db;
}

/** All that a store says, whatever the ids of its lines are. */
async function contents(db: PlumblineDb) {
  const documents = await db.documents.toArray();
  return {
    documents: await Promise.all(
      documents.map(async ({ order, version: _, way: __, ...rest }) => ({
        ...rest,
        lines: (await db.lines.bulkGet([...order])).map((row) => row && { text: row.text, tags: row.tags }),
      })),
    ),
    decisions: await db.decisions.toArray(),
    placed: await decisionsInPlace(db, { document: "doc-1", tab: "" }),
    outbox: await db.outbox.toArray(),
  };
}

async function bring(db: PlumblineDb, text: string) {
  const backup = readBackup(text);
  if (!backup.ok) throw new Error(backup.error.message);
  return importAll(db, backup.value);
}

test("everything comes back from a file, on the lines where it stood, with the settings", async () => {
  const db = await filled();
  await settings.who.setValue("Roz");
  await settings.level.setValue("grade");
  const lesson = { indicator: "SL3", space: "word", name: "zebra", weight: 2.04, decisions: 16 } as const;
  const learned = {
    version: 2,
    model: "2",
    decisions: 900,
    lessons: Array.from({ length: MOST_LESSONS }, () => lesson),
  } as const;
  await settings.learned.setValue(learned);
  const file = await exportAll(db);
  const other = freshDb();
  fakeBrowser.reset();
  expect(await bring(other, file)).toMatchObject({ documents: 2, decisions: 1 });
  expect(await contents(other)).toEqual(await contents(db));
  expect((await contents(other)).placed[0]?.quote).toBe(edited);
  expect([await settings.who.getValue(), await settings.level.getValue()]).toEqual(["Roz", "grade"]);
  expect(await settings.learned.getValue()).toEqual(learned);
});

test("whose a decision without a name was is not known after it came by a file", async () => {
  const db = freshDb();
  await keepReading(db, reading([line(sorted, "SL3")]), 1000);
  await keepDecisions(db, [draft(sorted, 0)], { ...by(), who: "" });
  expect((await db.decisions.toArray()).map((one) => isMine(one, ""))).toEqual([true]);
  const other = freshDb();
  await bring(other, await exportAll(db));
  expect((await other.decisions.toArray()).map((one) => isMine(one, ""))).toEqual([false]);
  expect((await decisionsInPlace(other, { document: "doc-1", tab: "" })).map((one) => isMine(one, ""))).toEqual([
    false,
  ]);
});

test("importing twice changes nothing", async () => {
  const db = await filled();
  const file = await exportAll(db);
  const before = await contents(db);
  expect(await bring(db, file)).toMatchObject({ documents: 0, decisions: 0 });
  expect(await contents(db)).toEqual(before);
});

test("what is newer here stays", async () => {
  const db = await filled();
  const file = await exportAll(db);
  await keepReading(db, reading([line("Norms"), line(edited, "SL3"), line("Written since")]), 3000);
  await bring(db, file);
  expect((await contents(db)).documents[0]?.lines).toHaveLength(3);
});

test.each([
  ["a file that was cut off", (file: string) => file.slice(0, -40), "cut off"],
  ["another file", () => '{"lines": []}', "not a backup of Plumbline"],
  ["a file of a newer version", (file: string) => file.replace('"version":1', '"version":99'), "newer Plumbline"],
  [
    "a damaged decision",
    (file: string) => file.replace('"verdict":"accept"', '"verdict":"maybe"'),
    "damaged (decisions › 0 › verdict)",
  ],
  ["nothing", () => "", "cut off"],
])("%s is refused with what to do, and nothing is changed", async (_, damage, words) => {
  const file = await exportAll(await filled());
  expect(damage(file)).not.toBe(file);
  const answer = readBackup(damage(file));
  expect(answer.ok).toBe(false);
  if (!answer.ok) expect(answer.error.message).toContain(words);
  if (!answer.ok) expect(answer.error.message).toContain("Nothing was changed.");
});

test("settings that cannot be read are left as they are", async () => {
  await settings.model.setValue("russo");
  const file = JSON.parse(await exportAll(freshDb()));
  file.settings = { model: "nonsense", level: 7, who: "Deepa", ownKeys: { accept: 3 }, ownRubric: { format: 1 } };
  await bring(freshDb(), JSON.stringify(file));
  expect(await settings.model.getValue()).toBe("russo");
  expect(await settings.who.getValue()).toBe("Deepa");
  expect(await settings.ownKeys.getValue()).toEqual({});
  expect(await settings.ownRubric.getValue()).toBeNull();
});

test("deleting everything leaves no row, and nothing in any storage of the browser's", async () => {
  const db = await filled();
  const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session];
  for (const key of KEPT_HERE.flatMap(({ holds }) => holds).filter((name) => name.includes(":"))) {
    const [area, name] = key.split(":") as ["local" | "session", string];
    await fakeBrowser.storage[area].set({ [name]: ["something"] });
  }
  for (const area of areas) expect(await area.get()).not.toEqual({});
  await deleteAll(db);
  for (const table of db.tables) expect(await table.count()).toBe(0);
  for (const area of areas) expect(await area.get()).toEqual({});
});

test("deleting a document takes its decisions along and leaves the others", async () => {
  const db = await filled();
  const waiting = [draft("Agenda", 0), { ...draft("Agenda", 0), document: "doc-2" }];
  await waitingDecisions.setValue(waiting);
  await deleteDocument(db, { document: "doc-1", tab: "" });
  expect(await waitingDecisions.getValue()).toEqual([waiting[1]]);
  expect((await db.documents.toArray()).map(({ document }) => document)).toEqual(["doc-2"]);
  expect([await db.decisions.count(), await db.outbox.count(), await db.placements.count()]).toEqual([0, 0, 0]);
  expect((await db.lines.toArray()).map(({ text }) => text)).toEqual(["Agenda"]);
});
