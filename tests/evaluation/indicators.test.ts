import { expect, test } from "vitest";
import { plcRubric } from "../../core/index";
import { countsOf } from "../../evaluation/counts";
import { indicatorResults } from "../../evaluation/indicators";
import { judgedOf } from "./tiny-meetings";

const meetings = [judgedOf(["SL3+", "SL3+"], ["SL3+", ""]), judgedOf(["SL3>", "SL3> RD1+"])];
const results = indicatorResults(meetings.map(({ lines }) => countsOf(lines)));
const of = (code: string) => results.find((result) => result.code === code);

test("an indicator has its figures, its labels and its tags", () => {
  expect(of("SL3")).toMatchObject({ precision: 1, recall: 2 / 3, support: 3, tagged: 2, dimension: "SL" });
  // Right 2, missed 1; drawing the first meeting twice gives 2/3, the second twice 1.
  expect(of("SL3")?.f1).toEqual({ value: 4 / 5, low: 2 / 3, high: 1 });
  expect(of("RD1")).toMatchObject({ precision: 0, support: 0, tagged: 1 });
});

test("indicators that nobody gave keep their place", () => {
  expect(results.map(({ code }) => code)).toEqual(plcRubric.indicators.map(({ code }) => code));
  expect(of("TP1")).toMatchObject({ precision: Number.NaN, recall: Number.NaN, support: 0, tagged: 0 });
});
