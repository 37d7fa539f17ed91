import { expect, test } from "vitest";
import { thresholdResults } from "../../evaluation/thresholds";
import { judgedOf } from "./tiny-meetings";

test("a higher threshold drops the tags below it, right and false ones", () => {
  const results = thresholdResults([judgedOf(["SL3+", "SL3+0.9 TP1+0.3"], ["RD1+", "RD1+0.45"], ["", "SL5+0.2"])]);
  const at = (confidence: number) => results.find((result) => result.confidence === confidence);
  expect(at(0.1)).toEqual({ confidence: 0.1, tags: 4, precision: 2 / 4, recall: 1, f1: 4 / 6 });
  expect(at(0.3)).toMatchObject({ tags: 3, precision: 2 / 3, recall: 1 });
  expect(at(0.5)).toEqual({ confidence: 0.5, tags: 1, precision: 1, recall: 1 / 2, f1: 2 / 3 });
  expect(at(0.9)).toMatchObject({ tags: 1, recall: 1 / 2 });
});
