import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { DECISION_COLUMNS, type Decision, decisionToRow } from "../../../../core/index";
import type { PlumblineDb } from "../../../../extension/db";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import {
  decisionsFile,
  handIn,
  newDecisions,
  noteHandedOver,
  rowsToPaste,
} from "../../../../extension/services/sync/hand-over";
import { rowsOfText } from "../../../../extension/services/sync/rows-of-text";
import { by, draft } from "../../notes";
import { newBrowser } from "./school";

let db: PlumblineDb;
beforeEach(async () => {
  db = newBrowser();
  await keepDecisions(
    db,
    ["decision-1", "decision-2"].map((id) => draft('"Exit, tickets" were looked at', 0, { id, note: "=HYPERLINK(1)" })),
    by(),
  );
});

describe("handing over", () => {
  test("gives rows in the sheet's own columns, none of them a formula or broken", async () => {
    const [one] = (await newDecisions(db)) as [Decision, Decision];
    const odd = { ...one, note: "=1\n+2\t3", quote: "@here" };
    const cells = rowsToPaste([odd]).split("\t");
    expect(cells).toHaveLength(DECISION_COLUMNS.length);
    expect([cells[DECISION_COLUMNS.indexOf("note")], cells[DECISION_COLUMNS.indexOf("quote")]]).toEqual([
      "'=1 +2 3",
      "'@here",
    ]);
  });

  test("takes each decision once, and keeps it waiting until the workbook is seen to have it", async () => {
    await noteHandedOver(db, await newDecisions(db));
    expect(await newDecisions(db)).toEqual([]);
    expect(await db.outbox.count()).toBe(2);
  });
});

describe("handing in", () => {
  test("a colleague's file brings their decisions, and twice changes nothing", async () => {
    const file = decisionsFile(await newDecisions(db));
    const other = newBrowser();
    expect(await handIn(other, file)).toEqual({
      fresh: 2,
      known: 0,
      bad: [],
      places: [{ document: "doc-1", tab: "" }],
    });
    expect(await other.decisions.toArray()).toEqual(await db.decisions.toArray());
    const before = await other.outbox.toArray();
    expect(await handIn(other, file)).toMatchObject({ fresh: 0, known: 2 });
    expect(await other.outbox.toArray()).toEqual(before);
  });

  test("reads the Decisions sheet saved as CSV, with columns of the add-on and moved ones", async () => {
    const [one] = (await newDecisions(db)) as [Decision, Decision];
    const heads = ["What came of it", ...[...DECISION_COLUMNS].reverse()];
    const cells = ["Stands", ...decisionToRow({ ...one, id: "decision-9" }).reverse()];
    const csv = [heads, cells]
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\r\n");
    expect(await handIn(db, csv)).toMatchObject({ fresh: 1, bad: [] });
    expect(await db.decisions.get("decision-9")).toEqual({ ...one, id: "decision-9" });
  });

  test("names rows that cannot be read, and brings in the others", async () => {
    const file = decisionsFile(await newDecisions(db)).replace("decision-1", "x");
    expect(await handIn(newBrowser(), file)).toMatchObject({
      fresh: 1,
      bad: [{ row: 2, problem: '"id" is missing or cannot be read.' }],
    });
  });
});

test("rows with commas, semicolons or tabs come back as they were, whatever the cells hold", () => {
  const rows = fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, fc.constantFrom(",", ";", "\t"), (given, between) => {
      const table = [["id", "quote"], ...given];
      const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(between)).join("\n");
      expect(rowsOfText(text)).toEqual(table);
    }),
  );
});
