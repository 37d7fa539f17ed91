import { expect, test } from "vitest";
import { confusionsOf, stanceConfusionsOf } from "../../evaluation/confusions";
import { judgedOf } from "./tiny-meetings";

test("a missed label is counted against every false tag of its line", () => {
  const { lines } = judgedOf(
    ["RD1+", "TP1+ SL3+", "first"],
    ["RD1>", "TP1+", "second"],
    ["RD1+ SL3+", "SL3+"], // missed, but nothing false stands there
    ["RD1+", ""],
    ["", "TP1+"], // nothing missed
  );
  expect(confusionsOf(lines)).toEqual({
    pairs: [
      { gold: "RD1", tagged: "TP1", count: 2, example: "first" },
      { gold: "RD1", tagged: "SL3", count: 1, example: "first" },
    ],
    silent: { RD1: 2 },
  });
});

test("stances are counted over right tags only", () => {
  const { lines } = judgedOf(["RD1+ TP1-", "RD1+ TP1>"], ["RD1>", "RD1>"], ["SL3+", "SL5+"]);
  expect(stanceConfusionsOf(lines)).toEqual({
    evidenced: { evidenced: 1, planned: 0, contrary: 0 },
    planned: { evidenced: 0, planned: 1, contrary: 0 },
    contrary: { evidenced: 0, planned: 1, contrary: 0 },
  });
});
