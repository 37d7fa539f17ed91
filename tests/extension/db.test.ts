import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { PlumblineDb } from "../../extension/db";
import { answered } from "../../extension/services/store/trouble";

/** What each version of the store holds on a person's computer, written as that version wrote it. A new version adds its own. */
const FIRST = {
  version: 1,
  tables: {
    documents: "[document+tab], readAt",
    lines: "++id, [document+tab]",
    decisions: "id, [document+tab]",
    placements: "id, [document+tab]",
    rubrics: "name",
    outbox: "id",
  },
  rows: {
    documents: [
      {
        ...{
          document: "doc-1",
          tab: "",
          title: "Gr 4",
          type: "minutes",
          rubric: "plc@1.0.0",
          version: 3,
          order: [7],
          readAt: 1,
        },
        way: { text: "annotated", marks: "none" },
      },
    ],
    lines: [{ id: 7, document: "doc-1", tab: "", kind: "bullet", text: "Norms", tags: [] }],
    decisions: [{ id: "decision-1", document: "doc-1", tab: "", quote: "Norms", verdict: "accept" }],
    placements: [{ id: "decision-1", document: "doc-1", tab: "", quote: "Norms", prefix: "", suffix: "", line: 7 }],
    rubrics: [{ name: "plc@1.0.0", rubric: {} }],
    outbox: [{ id: "decision-1" }],
  },
} as const;
const SECOND = {
  version: 2,
  tables: { ...FIRST.tables, sync: "key" },
  rows: {
    ...FIRST.rows,
    outbox: [{ id: "decision-1", copied: 1 }],
    sync: [{ key: "workbook", id: "sheet-1" }],
  },
} as const;
const VERSIONS = [
  FIRST,
  SECOND,
  {
    version: 3,
    tables: { ...SECOND.tables, readings: "key, [document+tab], seenAt" },
    rows: {
      ...SECOND.rows,
      readings: [{ key: "4f2c", document: "doc-1", tab: "", tags: [], seenAt: 1 }],
    },
  },
] as const;

test.each(VERSIONS)(
  "a store of version $version opens in this one with every row",
  async ({ version, tables, rows }) => {
    Dexie.dependencies.indexedDB = new IDBFactory();
    const old = new Dexie("plumbline");
    old.version(version).stores(tables);
    for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd([...all]);
    old.close();
    const db = new PlumblineDb();
    for (const [table, all] of Object.entries(rows)) expect(await db.table(table).toArray()).toEqual(all);
  },
);

test("every version that was ever declared has its rows here", () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const db = new PlumblineDb();
  expect(VERSIONS.at(-1)?.version).toBe(db.verno);
  expect(Object.keys(VERSIONS.at(-1)?.tables ?? {}).sort()).toEqual(db.tables.map(({ name }) => name).sort());
});

test.each([
  ["QuotaExceededError", "full", "no room left"],
  ["SecurityError", "blocked", "does not let Plumbline keep"],
  ["DatabaseClosedError", "blocked", "does not let Plumbline keep"],
  ["VersionError", "blocked", "Update the extension"],
  ["TypeError", "unreadable", "Try again"],
])("when the browser says %s, a person reads what to do", async (name, code, words) => {
  const inner = Object.assign(new Error("x"), { name });
  const wrapped = Object.assign(new Error("wrapped"), { name: "AbortError", inner });
  for (const error of [inner, wrapped]) {
    const answer = await answered(() => Promise.reject(error));
    expect(answer).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(words) } });
  }
});
