import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLearningCurve } from "../../evaluation/learning-curve";
import { scratch } from "../cli/scratch";

test("a curve is read, and its absence is no fault", () => {
  const path = join(scratch(), "curve.json");
  expect(readLearningCurve(path)).toBeUndefined();
  const curve = { points: [{ reader: "compact", meetings: 90, lines: 3000, microF1: 0.44, macroF1: 0.35 }] };
  writeFileSync(path, JSON.stringify(curve));
  expect(readLearningCurve(path)).toEqual(curve);
});

test("a file that is no curve is refused by its name", () => {
  const path = join(scratch(), "curve.json");
  writeFileSync(path, JSON.stringify({ points: [{ reader: "compact" }] }));
  expect(() => readLearningCurve(path)).toThrow("curve.json is no learning curve");
});
