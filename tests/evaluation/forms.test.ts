import { expect, test } from "vitest";
import { formResults } from "../../evaluation/forms";
import { judgedOf } from "./tiny-meetings";

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

test("short lines are told from long ones, and terse meetings from prose", () => {
  const terse = judgedOf(["RD1+", "RD1+", words(7)], ["RD1+", "", words(8)]);
  const prose = judgedOf(["SL3+", "SL3>", words(12)], ["", "SL3+", words(12)]);
  const results = formResults([terse, prose]);
  expect(results.map(({ meetings, lines, labels }) => [meetings, lines, labels])).toEqual([
    [1, 1, 1],
    [2, 3, 2],
    [1, 2, 2],
    [1, 2, 1],
  ]);
  expect(results.map(({ scores }) => scores.f1)).toEqual([1, 2 / 4, 2 / 3, 2 / 3]);
  expect(results[3]?.scores).toMatchObject({ stanceAccuracy: 0, falseAlarms: 1 });
});
