import { expect, test } from "vitest";
import { fitLogistic } from "../../../training/encoder/logistic";

const sure = (odds: number) => 1 / (1 + Math.exp(-odds));

test("the weights that made the answers are found again", () => {
  const rows: number[][] = [];
  const right: boolean[] = [];
  // Each row as often right as its weights say, of a thousand.
  for (let first = -2; first <= 2; first++) {
    for (let second = -2; second <= 2; second++) {
      const times = Math.round(1000 * sure(0.8 * first + 0.3 * second - 1));
      for (let n = 0; n < 1000; n++) {
        rows.push([first, second, 1]);
        right.push(n < times);
      }
    }
  }
  fitLogistic(rows, right).forEach((weight, at) => {
    expect(weight).toBeCloseTo([0.8, 0.3, -1][at] as number, 1);
  });
});

test("answers that a line parts perfectly give weights that are finite", () => {
  const weights = fitLogistic(
    [
      [-1, 1],
      [1, 1],
    ],
    [false, true],
  );
  expect(weights.every(Number.isFinite)).toBe(true);
  expect(weights[0]).toBeGreaterThan(1);
});
