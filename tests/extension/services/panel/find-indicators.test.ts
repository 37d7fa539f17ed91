import { expect, test } from "vitest";
import { plcRubric } from "../../../../core/index";
import { findIndicators } from "../../../../extension/services/panel/find-indicators";

test.each([
  ["sl3", "SL3"],
  ["SL", "SL1"],
  ["norms", "SB1"],
  ["student work", "SL3"],
  ["trust", "CT1"],
  ["coach", "CT2"],
  ["leader", "CT6"],
])("typing %j puts %s first", (typed, code) => {
  expect(findIndicators(plcRubric, typed)[0]?.code).toBe(code);
});

test("nothing typed shows all 28, and nonsense shows none", () => {
  expect(findIndicators(plcRubric, " ")).toHaveLength(28);
  expect(findIndicators(plcRubric, "xyzzy")).toEqual([]);
});
