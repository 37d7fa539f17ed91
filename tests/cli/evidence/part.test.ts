import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isWhole, type PartRecord, readPart, writePart } from "../../../cli/evidence/part";
import { scratch } from "../scratch";

const folder = scratch();
const row = {
  team: "a\tb",
  document: "x\u2028y.md",
  meeting_id: "x#1",
  meeting_date: null,
  meeting_title: "end\n",
  meeting_type: "minutes",
  lines: 3,
  rubric_id: "plc",
  rubric_version: "1.0.0",
};

const hash = fc.maxSafeNat().map((number) => number % 2 ** 52);
const record: fc.Arbitrary<PartRecord> = fc.oneof(
  fc.record({
    kind: fc.constant("meeting" as const),
    row: fc.constant(row),
    repeatable: fc.array(fc.tuple(hash, fc.nat(9)), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant("tag" as const),
    hash: fc.option(hash, { nil: undefined }),
    json: fc.string({ unit: "grapheme" }).map((quote) => JSON.stringify({ quote })),
  }),
  fc.record({
    kind: fc.constant("unread" as const),
    unread: fc.record({ file: fc.string(), problem: fc.string(), remedy: fc.string() }),
  }),
  fc.record({ kind: fc.constant("warned" as const), file: fc.string(), warnings: fc.array(fc.string()) }),
);

const read = async (path: string): Promise<PartRecord[]> => {
  const records: PartRecord[] = [];
  for await (const one of readPart(path)) records.push(one);
  return records;
};

test("a part read back holds what was written, whatever stands in the notes", async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (records) => {
      const path = join(folder, `${number++}.part`);
      await writePart(path, async (write) => {
        for (const one of records) await write([one]);
      });
      expect(await read(path)).toEqual(records);
      expect(await isWhole(path)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a part cut short anywhere, or not there at all, is not whole", async () => {
  const path = join(folder, "cut.part");
  await writePart(path, (write) => write([{ kind: "tag", hash: 5, json: "{}" }]));
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    expect(await isWhole(path), `${length} bytes`).toBe(false);
  }
  expect(await isWhole(join(folder, "never.part"))).toBe(false);
});

test("a part whose making fails leaves nothing behind", async () => {
  const path = join(folder, "failed.part");
  const failing = writePart(path, async (write) => {
    await write([{ kind: "tag", hash: undefined, json: "{}" }]);
    throw new Error("stopped");
  });
  await expect(failing).rejects.toThrow("stopped");
  expect(await isWhole(path)).toBe(false);
});
