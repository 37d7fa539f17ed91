import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openDeepReader } from "../../../cli/deep/open-deep-reader";
import { Problem } from "../../../cli/problem";
import { createTagger, plcRubric } from "../../../core/index";
import type { DeepReader } from "../../../deep-reader/deep-reader";
import type { LineInPlace } from "../../../deep-reader/encoder-input";
import { placeOf } from "../../../deep-reader/place-of";
import { listGold, notesOf } from "../../../training/gold";
import { scratch } from "../scratch";

// The encoder takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = join(import.meta.dirname, "../../..");
const shipped = join(root, "deep-reader");
const codes = new Set(plcRubric.indicators.map(({ code }) => code));
// Of every writer and form: a dozen of the 159.
const meetings = listGold(join(root, "tests/corpus/test")).filter((_, at) => at % 13 === 0);

describe("the reader that is shipped", () => {
  let reader: DeepReader;
  beforeAll(async () => {
    reader = await openDeepReader(plcRubric, { folder: shipped });
  });
  afterAll(() => reader.close());

  test("tags of meetings keep what is promised of a tag, and are mostly right", async () => {
    const count = { right: 0, false: 0, missed: 0, stance: 0, found: 0, foundRight: 0 };
    for (const meeting of meetings) {
      const notes = notesOf(meeting);
      const { tags } = await reader.tag(notes);
      expect(tags).toHaveLength(notes.lines.length);
      tags.forEach((found, at) => {
        const text = notes.lines[at]?.text ?? "";
        expect(new Set(found.map(({ indicator }) => indicator)).size).toBe(found.length);
        for (const { indicator, stance, confidence, tier, evidence, why, reader } of found) {
          expect(codes).toContain(indicator);
          expect(["evidenced", "planned", "contrary"]).toContain(stance);
          expect(confidence > 0 && confidence <= 1).toBe(true);
          expect(["found", "suggested"]).toContain(tier);
          expect(why).toMatch(/^\S.*\.$/su);
          expect(reader).toBe("deep");
          let last = 0;
          for (const [start, end] of evidence) {
            expect(start >= last && end > start && end <= text.length).toBe(true);
            last = end;
          }
        }
        const given = meeting.lines[at]?.labels ?? new Map();
        const right = found.filter(({ indicator }) => given.has(indicator));
        count.right += right.length;
        count.false += found.length - right.length;
        count.missed += given.size - right.length;
        count.stance += right.filter(({ indicator, stance }) => given.get(indicator) === stance).length;
        count.found += found.filter(({ tier }) => tier === "found").length;
        count.foundRight += right.filter(({ tier }) => tier === "found").length;
      });
    }
    // A sample, and so with some room below what was measured: the whole is measured by the evaluation.
    expect((2 * count.right) / (2 * count.right + count.false + count.missed)).toBeGreaterThan(0.55);
    expect(count.stance / count.right).toBeGreaterThan(0.86);
    expect(count.foundRight / count.found).toBeGreaterThan(0.74);
  });

  test("a line gives the same tags whenever it is read, alone or among others at once", async () => {
    const tagged = createTagger(plcRubric).tag(notesOf(meetings[0] as (typeof meetings)[number]));
    const places = tagged.notes.lines.flatMap((_, at) => placeOf(tagged, at) ?? []).slice(0, 12);
    const inOrder: unknown[] = [];
    for (const place of places) inOrder.push(await reader.read(place));
    const atOnce = await Promise.all([...places].reverse().map((place) => reader.read(place)));
    expect(atOnce.reverse()).toEqual(inOrder);
    expect(inOrder.flat().length).toBeGreaterThan(0);
  });

  test.each([
    ["a language it does not know", "今日は学年会議で小テストの結果を見ました"],
    ["emoji", "👩‍🏫👨‍👩‍👧 🏳️‍🌈"],
    ["a line of a million characters", "fire drill ".repeat(90_000)],
  ])("%s is no trouble", async (_, text) => {
    const line: LineInPlace = { text, kind: "para", type: "minutes", heading: "", previous: "" };
    expect((await reader.read(line)).filter(({ tier }) => tier === "found")).toEqual([]);
  });
});

describe("files that are not what they should be", () => {
  const folder = scratch();
  const problemOf = (name: string) => openDeepReader(plcRubric, { folder: join(folder, name) }).catch((error) => error);

  test.each([
    ["nothing at all", [], "vocabulary.txt is not there"],
    ["no encoder", ["vocabulary.txt"], "encoder.onnx is not there"],
  ])("%s is said, with what to do", async (name, files, said) => {
    mkdirSync(join(folder, name));
    for (const file of files) copyFileSync(join(shipped, file), join(folder, name, file));
    const problem = await problemOf(name);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.problem).toContain(said);
    expect(problem.remedy).toContain("leave --reader deep out");
  });

  test("a pointer that stands for a large file is not taken for the encoder", async () => {
    mkdirSync(join(folder, "pointer"));
    copyFileSync(join(shipped, "vocabulary.txt"), join(folder, "pointer/vocabulary.txt"));
    writeFileSync(join(folder, "pointer/encoder.onnx"), "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    const problem = await problemOf("pointer");
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.problem).toContain("is not the one that belongs here");
    expect(problem.remedy).toContain("git lfs pull");
  });
});
