import { expect, test } from "vitest";
import { countsOf } from "../../evaluation/counts";
import { f1, precision, recall, scoresOf } from "../../evaluation/scores";
import { judgedOf } from "./tiny-meetings";

test("every figure is what a person works out by hand", () => {
  const { lines } = judgedOf(
    ["SL3+ RD1+", "SL3+ TP1+"], // SL3 right, RD1 missed, TP1 false
    ["SL3>", "SL3+"], // SL3 right, stance wrong
    ["RD1+", "RD1+"], // RD1 right
    ["SL5>", ""], // SL5 missed
    ["", "SL3+"], // SL3 false, on a plain line
    ["", ""],
    ["", ""],
    ["", ""],
  );
  const scores = scoresOf(countsOf(lines));
  // Right 3 (two SL3, one RD1), false 2, missed 2; two of the right ones with their stance.
  expect(scores.precision).toBe(3 / 5);
  expect(scores.recall).toBe(3 / 5);
  expect(scores.f1).toBe(6 / 10);
  expect(scores.stanceAccuracy).toBe(2 / 3);
  expect(scores.strictF1).toBe(4 / 10);
  // SL3 4/5, RD1 2/3, SL5 0; TP1 has no label and does not count.
  expect(scores.macroF1).toBeCloseTo((4 / 5 + 2 / 3 + 0) / 3, 12);
  expect(scores.falseAlarms).toBe(1 / 4);
});

test("a share of nothing is no number", () => {
  const scores = scoresOf(countsOf([]));
  expect(Object.values(scores).every(Number.isNaN)).toBe(true);
  expect(f1({ right: 0, false: 0, missed: 0 })).toBeNaN();
  expect(precision({ right: 0, false: 0, missed: 2 })).toBeNaN();
  expect(recall({ right: 0, false: 2, missed: 0 })).toBeNaN();
});
