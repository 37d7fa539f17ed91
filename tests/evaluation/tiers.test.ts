import { expect, test } from "vitest";
import { tierResults } from "../../evaluation/tiers";
import { judgedOf } from "./tiny-meetings";

test("each tier has its tags, its share and its precision", () => {
  const meeting = judgedOf(["SL3+", "SL3+0.9 RD1+0.8"], ["TP1+", "TP1+0.7"], ["", "SL5+0.4"]);
  expect(tierResults([meeting])).toEqual([
    { tier: "found", tags: 3, share: 3 / 4, precision: 2 / 3 },
    { tier: "suggested", tags: 1, share: 1 / 4, precision: 0 },
  ]);
});
