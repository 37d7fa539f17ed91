import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plcRubric } from "../../../../core/index";
import type { DeepParts } from "../../../../deep-reader/deep-reader";
import { createAnswerWork } from "../../../../extension/services/second-reader/answer-work";
import { DamagedFiles } from "../../../../extension/services/second-reader/damaged-files";

const vocabulary = readFileSync(join(import.meta.dirname, "../../../../deep-reader/vocabulary.txt"), "utf8");
const settings = {
  encoder: "",
  labels: ["SL3"],
  weights: { encoder: 1, compact: 0, bias: 0 },
  tiers: { suggested: 0.4, found: 0.8 },
};

/** Parts whose encoder is sure of SL3 in every line, and breaks while `broken` says so. */
function partsThat(broken: () => boolean): DeepParts {
  return {
    vocabulary,
    settings,
    encoder: {
      read: async ({ line }) => {
        if (broken()) throw new Error("memory access out of bounds");
        return {
          scores: Float32Array.of(3),
          stances: Float32Array.of(1, 0, 0),
          shares: Float32Array.from(line, () => 1),
        };
      },
      close: async () => {},
    },
  };
}

const at = { text: "quokka walk", kind: "bullet", type: "minutes", heading: "", previous: "" } as const;
const recipe = { id: "one", rubric: plcRubric, model: "none", level: "none", learned: null };

describe("work", () => {
  test("is done line by line, and the encoder is opened once, with the first of it", async () => {
    let opened = 0;
    const answer = createAnswerWork(async () => {
      opened++;
      return partsThat(() => false);
    });
    expect(opened).toBe(0);
    const first = await answer({ recipe, lines: [at, { ...at, text: "" }] });
    expect(first).toMatchObject({ is: "read", tags: [[{ indicator: "SL3", reader: "deep" }], []] });
    await answer({ recipe: { ...recipe, id: "two" }, lines: [at] });
    expect(opened).toBe(1);
  });

  test("is done by the rubric that it comes with", async () => {
    const answer = createAnswerWork(async () => partsThat(() => false));
    const without = JSON.parse(JSON.stringify(plcRubric).replaceAll('"SL3"', '"SL9"'));
    await answer({ recipe, lines: [at] });
    expect(await answer({ recipe: { ...recipe, id: "two", rubric: without }, lines: [at] })).toEqual({
      is: "read",
      tags: [[]],
    });
  });

  test("that fails is told of, and the encoder is opened anew for the next", async () => {
    let opened = 0;
    let broken = true;
    const answer = createAnswerWork(async () => {
      opened++;
      return partsThat(() => broken);
    });
    expect(await answer({ recipe, lines: [at] })).toEqual({ is: "failed", why: "reading" });
    broken = false;
    expect(await answer({ recipe, lines: [at] })).toMatchObject({ is: "read" });
    expect(opened).toBe(2);
  });

  test("whose files are not whole says so", async () => {
    const answer = createAnswerWork(() => Promise.reject(new DamagedFiles("encoder.onnx is not there.")));
    expect(await answer({ recipe, lines: [at] })).toEqual({ is: "failed", why: "files" });
  });

  test.each([
    ["nothing", undefined],
    ["lines of another shape", { recipe, lines: [{ text: 1 }] }],
    ["endless lines", { recipe, lines: [{ ...at, text: "x".repeat(20_001) }] }],
    ["no rubric", { recipe: { ...recipe, rubric: { id: "x" } }, lines: [at] }],
  ])("that is %s is refused without harm", async (_, work) => {
    let opened = 0;
    const answer = createAnswerWork(async () => {
      opened++;
      return partsThat(() => false);
    });
    expect(await answer(work)).toEqual({ is: "failed", why: "reading" });
    expect(opened).toBe(0);
    expect(await answer({ recipe, lines: [at] })).toMatchObject({ is: "read" });
  });
});
