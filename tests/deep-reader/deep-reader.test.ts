import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Lesson, type Notes, plcRubric, type Rubric } from "../../core/index";
import { compactView } from "../../deep-reader/compact-view";
import { createDeepReader } from "../../deep-reader/deep-reader";
import type { Encoder } from "../../deep-reader/encoder";
import type { EncoderInput, LineInPlace } from "../../deep-reader/encoder-input";
import type { DeepSettings } from "../../deep-reader/settings";
import { listGold } from "../../training/gold";

const vocabulary = readFileSync(join(import.meta.dirname, "../../deep-reader/vocabulary.txt"), "utf8");
const labels = ["SL3", "TP1"];
const settings: DeepSettings = {
  encoder: "",
  labels,
  weights: { encoder: 1, compact: 0, bias: 0 },
  tiers: { suggested: 0.4, found: 0.8 },
};
const NEVER = -9;

/** An encoder that says the same of every line, and remembers what it was shown. */
function fakeEncoder(scores: readonly number[], stances: readonly number[] = [0, 0, 0, 0, 0, 0]) {
  const shown: EncoderInput[] = [];
  const encoder: Encoder = {
    read: async (input) => {
      shown.push(input);
      // The first word of a line speaks, for every practice.
      const shares = input.line.flatMap((_, piece) => labels.map(() => (piece === 1 ? 1 : 0)));
      return {
        scores: Float32Array.from(scores),
        stances: Float32Array.from(stances),
        shares: Float32Array.from(shares),
      };
    },
    close: async () => {},
  };
  return { encoder, shown };
}

const readerOf = (encoder: Encoder, rubric: Rubric = plcRubric, changed: Partial<DeepSettings> = {}) =>
  createDeepReader(rubric, { encoder, vocabulary, settings: { ...settings, ...changed } });
const texts = listGold("tests/corpus/train").flatMap(({ lines }) => lines.map(({ text }) => text));
const line: LineInPlace = { text: "quokka walk", kind: "bullet", type: "minutes", heading: "", previous: "" };

describe("read", () => {
  test.each([
    ["found where it is sure", 3, [{ indicator: "SL3", tier: "found", confidence: 0.953 }]],
    ["suggested where it is less sure", 0, [{ indicator: "SL3", tier: "suggested", confidence: 0.5 }]],
    ["not shown where it is unsure", -1, []],
  ])("a practice is %s", async (_, score, expected) => {
    expect(await readerOf(fakeEncoder([score, NEVER]).encoder).read(line)).toMatchObject(expected);
  });

  test("a tag says who read it, in which words, and why", async () => {
    const [tag] = await readerOf(fakeEncoder([3, NEVER]).encoder).read(line);
    expect(tag).toEqual({
      indicator: "SL3",
      stance: "evidenced",
      confidence: 0.953,
      tier: "found",
      evidence: [[0, 6]],
      why: "In the whole line, “quokka” weighs most.",
      reader: "deep",
    });
  });

  test.each([
    ["speaks for the tag too, it adds what its words mean", 0.55, 1, true],
    ["does not count, it adds nothing", 0.55, 0, false],
    ["speaks against the tag, however faintly, it adds nothing", 0.25, 0.45, false],
  ])("where the compact reader %s", async (_, least, weight, isAdded) => {
    const compactly = compactView(plcRubric, ["SL3"]);
    const most = least + 0.2;
    const text = texts
      .map((text) => `quokka. ${text}`)
      .find((text) => {
        const tag = compactly({ ...line, text }).tags[0];
        return tag && tag.confidence > least && tag.confidence < most && tag.evidence.length > 0;
      });
    const weights = { encoder: 1, compact: weight, bias: 0 };
    const [tag] = await readerOf(fakeEncoder([3, NEVER]).encoder, plcRubric, { weights }).read({
      ...line,
      text: String(text),
    });
    expect(tag).toMatchObject({ indicator: "SL3", reader: "deep", evidence: [[0, 6]] });
    const why = "In the whole line, “quokka” weighs most.";
    if (isAdded) expect(tag?.why).toMatch(new RegExp(`^${why} It says “.*\\.$`));
    else expect(tag?.why).toBe(why);
  });

  test("each practice has its own stance", async () => {
    const { encoder } = fakeEncoder([3, 3], [0, 2, 1, 0, 1, 2]);
    const stances = (await readerOf(encoder).read(line)).map(({ indicator, stance }) => [indicator, stance]);
    expect(stances).toEqual([
      ["SL3", "planned"],
      ["TP1", "contrary"],
    ]);
  });

  test("a practice that the rubric leaves out is never tagged", async () => {
    const without = { ...plcRubric, indicators: plcRubric.indicators.filter(({ code }) => code !== "SL3") };
    const found = await readerOf(fakeEncoder([3, 3]).encoder, without).read(line);
    expect(found.map(({ indicator }) => indicator)).toEqual(["TP1"]);
  });

  test("the compact reader is heard as much as the weights say", async () => {
    const clear = { ...line, text: "sorted the exit slips together, scored 12 of them with the rubric" };
    const { encoder } = fakeEncoder([-1, NEVER]);
    const heard = { weights: { encoder: 1, compact: 1, bias: 0 } };
    expect(await readerOf(encoder).read(clear)).toEqual([]);
    expect(await readerOf(encoder, plcRubric, heard).read(clear)).toMatchObject([{ indicator: "SL3" }]);
    expect(await readerOf(encoder, plcRubric, heard).read({ ...clear, text: "fire drill" })).toEqual([]);
  });

  test("a phrase of the team's own speaks, though the encoder does not know it", async () => {
    const own = plcRubric.indicators.map((one) => (one.code === "SL3" ? { ...one, phrases: ["quokka walk"] } : one));
    const { encoder } = fakeEncoder([NEVER, NEVER]);
    expect(await readerOf(encoder).read(line)).toEqual([]);
    const [tag, ...others] = await readerOf(encoder, { ...plcRubric, indicators: own }).read(line);
    expect(others).toEqual([]);
    expect(tag).toMatchObject({ indicator: "SL3", evidence: [[0, 11]] });
    expect(tag?.why).toContain("your team");
  });

  test("what was learned from the team speaks too", async () => {
    const { encoder } = fakeEncoder([NEVER, -1]);
    const changed = { ...settings, weights: { encoder: 1, compact: 1, bias: 3 } };
    const lesson = { indicator: "TP1", space: "word", name: "wombat", weight: 4, decisions: 20 } as const;
    const read = (lessons: readonly Lesson[]) =>
      createDeepReader(plcRubric, { encoder, vocabulary, settings: changed, lessons }).read({
        ...line,
        text: "wombat",
      });
    expect(await read([])).toEqual([]);
    expect(await read([lesson])).toMatchObject([{ indicator: "TP1", reader: "deep" }]);
  });

  test.each(["", "  ", "\u0000"])("a line without a word (%j) is not even read", async (text) => {
    const { encoder, shown } = fakeEncoder([3, 3]);
    expect(await readerOf(encoder).read({ ...line, text })).toEqual([]);
    expect(shown).toEqual([]);
  });
});

describe("tag", () => {
  const notes: Notes = {
    type: "minutes",
    lines: [
      { kind: "heading", text: "Quokka walk" },
      { kind: "bullet", text: "numbat" },
      { kind: "cell", text: "Date: ________" },
      { kind: "bullet", text: "wombat" },
    ],
  };

  test("headings and printed template text are never read, and every line is counted", async () => {
    const { encoder, shown } = fakeEncoder([3, NEVER]);
    let steps = 0;
    const { tags, type } = await readerOf(encoder).tag(notes, () => {
      steps++;
    });
    expect(type).toBe("minutes");
    expect(tags.map((found) => found.length)).toEqual([0, 1, 0, 1]);
    expect([shown.length, steps]).toEqual([2, 4]);
  });

  test("a line is shown with the heading above it and the line before it, but not with a heading as the line before", async () => {
    const { encoder, shown } = fakeEncoder([3, NEVER]);
    await readerOf(encoder).tag(notes);
    const [PART, parts] = [102, shown.map(({ around }) => around.filter((id) => id === 102).length)];
    expect(parts).toEqual([3, 3]);
    expect(shown[0]?.around.slice(-2)).toEqual([PART, PART]);
    expect(shown[1]?.around.slice(-2)).not.toEqual([PART, PART]);
  });
});
