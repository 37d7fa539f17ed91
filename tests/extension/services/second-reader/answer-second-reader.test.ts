import "../../with-browser";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { plcRubric, type Tag } from "../../../../core/index";
import type { PlumblineDb } from "../../../../extension/db";
import type { SecondRequest } from "../../../../extension/protocol";
import { deleteDocument } from "../../../../extension/services/backup/delete-kept";
import { readAgain } from "../../../../extension/services/second-reader/answer-second-reader";
import type { Door } from "../../../../extension/services/second-reader/ask-worker";
import type { Work } from "../../../../extension/services/second-reader/boundary";
import { keepReadings, keptReadings } from "../../../../extension/services/second-reader/kept-readings";
import * as settings from "../../../../extension/settings";
import { freshDb } from "../../fresh-db";

const tag = (why: string): Tag => ({
  ...{ indicator: "SL3", stance: "evidenced", confidence: 0.9, tier: "found", evidence: [[0, 1]] },
  ...{ why, reader: "deep" },
});
const place = { document: "doc-1", tab: "" };
const at = (text: string, previous = "") => ({ text, previous, kind: "bullet", type: "minutes", heading: "" }) as const;
const asking = (texts: readonly string[], wish: "kept" | "read" = "read"): SecondRequest => ({
  ...place,
  lines: texts.map((text) => at(text)),
  wish,
});

/** A worker that says of each line what it reads. */
function door() {
  const works: Work[] = [];
  const open: Door = {
    pass: async (work, port) => {
      works.push(structuredClone(work));
      port.postMessage({ is: "heard" });
      port.postMessage({ is: "read", tags: work.lines.map(({ text }) => [tag(text)]) });
    },
    shut: async () => {},
  };
  return { open, works, read: () => works.flatMap(({ lines }) => lines.map(({ text }) => text)) };
}

let db: PlumblineDb;
beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: "Plumbline", version: "1.0.0" });
  db = freshDb();
  await settings.secondReader.setValue(true);
});

describe("lines that a page asks for", () => {
  test("are read, and not again when the document is opened another day", async () => {
    const { open, read } = door();
    const first = await readAgain(db, open, asking(["Norms", "Bus 6"]));
    expect(first.map((tags) => tags?.[0]?.why)).toEqual(["Norms", "Bus 6"]);
    expect(await readAgain(db, open, asking(["Bus 6", "Norms"]))).toEqual([...first].reverse());
    expect(await readAgain(db, open, asking(["Norms", "Visit"], "kept"))).toEqual([first[0], null]);
    expect(read()).toEqual(["Norms", "Bus 6"]);
  });

  test("are read again among other lines, by another rubric, and after Plumbline learned something", async () => {
    const { open, works } = door();
    await readAgain(db, open, asking(["Norms"]));
    await readAgain(db, open, { ...asking([]), lines: [at("Norms", "Agenda")] });
    await settings.ownRubric.setValue({ ...plcRubric, version: "9.0.0" });
    await readAgain(db, open, asking(["Norms"]));
    const lesson = { indicator: "SL3", space: "word", name: "slips", weight: 1, decisions: 20 } as const;
    await settings.learned.setValue({ version: 2, model: "2", decisions: 20, lessons: [lesson] });
    await readAgain(db, open, asking(["Norms"]));
    expect(works.map(({ lines }) => lines.length)).toEqual([1, 1, 1, 1]);
    expect(works.map(({ recipe }) => [recipe.rubric.version, recipe.learned?.lessons.length ?? 0])).toEqual([
      ...[0, 0].map((n) => [plcRubric.version, n]),
      ["9.0.0", 0],
      ["9.0.0", 1],
    ]);
  });

  test("of which some are known: only the others are read, and each answer goes to its own line", async () => {
    const { open, works } = door();
    await readAgain(db, open, asking(["b", "d"]));
    const all = await readAgain(db, open, asking(["a", "b", "c", "d"]));
    expect(all.map((tags) => tags?.[0]?.why)).toEqual(["a", "b", "c", "d"]);
    expect(works[1]?.lines.map(({ text }) => text)).toEqual(["a", "c"]);
  });

  test("where they are the last of the whole document, what was read of lines that are gone is forgotten", async () => {
    const { open } = door();
    await readAgain(db, open, asking(["Norms", "Bus 6"]));
    await readAgain(db, open, { ...asking(["Visit Cilla"]), document: "doc-2" });
    await db.readings.toCollection().modify({ seenAt: 1 });
    await readAgain(db, open, asking(["Norms"], "kept"));
    expect(await db.readings.count()).toBe(3);
    await readAgain(db, open, { ...asking(["Visit"], "kept"), forget: 2 });
    const left = (await db.readings.toArray()).map(({ document, tags }) => `${document} ${tags[0]?.why}`);
    expect(left.sort()).toEqual(["doc-1 Norms", "doc-2 Visit Cilla"]);
  });

  test("are refused where they have another shape, and where the reader is switched off", async () => {
    const { open, works } = door();
    const forged = { ...asking(["Norms"]), lines: [{ ...at("Norms"), kind: "<b>" }] } as unknown as SecondRequest;
    await expect(readAgain(db, open, forged)).rejects.toThrow("cannot be read again");
    await settings.secondReader.setValue(false);
    await expect(readAgain(db, open, asking(["Norms"]))).rejects.toThrow("switched off");
    expect(works).toEqual([]);
  });

  test("do not start the worker again that was ended because the reader was switched off", async () => {
    let passed = 0;
    const open: Door = {
      pass: async (_, port) => {
        passed++;
        port.postMessage({ is: "heard" });
        await settings.secondReader.setValue(false);
        port.close();
      },
      shut: async () => {},
    };
    await expect(readAgain(db, open, asking(["Norms"]))).rejects.toThrow();
    expect(passed).toBe(1);
  });

  test("are answered even where there is no room to keep the answer", async () => {
    const { open } = door();
    db.readings.hook("creating", () => {
      throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
    });
    expect(await readAgain(db, open, asking(["Norms"]))).toEqual([[tag("Norms")]]);
  });
});

describe("what is kept", () => {
  const readings = (from: number, many: number) =>
    Array.from({ length: many }, (_, n) => ({ key: `k${from + n}`, tags: [tag(`${from + n}`)] }));

  test("never grows past its bound: the oldest goes", async () => {
    await keepReadings(db, place, readings(0, 19_999), 1);
    await keepReadings(db, place, readings(20_000, 5), 2);
    expect(await db.readings.count()).toBeLessThanOrEqual(20_000);
    expect((await keptReadings(db, ["k20000", "k20004"], 3)).map((tags) => tags?.[0]?.why)).toEqual(["20000", "20004"]);
  });

  test("goes with its document", async () => {
    await keepReadings(db, place, readings(0, 2), 1);
    await keepReadings(db, { document: "doc-2", tab: "" }, readings(2, 1), 1);
    await deleteDocument(db, place);
    expect((await db.readings.toArray()).map(({ key }) => key)).toEqual(["k2"]);
  });
});
