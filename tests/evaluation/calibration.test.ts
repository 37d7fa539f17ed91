import { describe, expect, it } from "vitest";
import { calibrationOf } from "../../evaluation/calibration";
import { judgedOf } from "./tiny-meetings";

describe("calibrationOf", () => {
  it("is without error where confidence is the share that is right", () => {
    const half = Array.from({ length: 20 }, (_, at) => [at % 2 ? "SL3+" : "", "SL3+0.5"] as const);
    const { error, bins } = calibrationOf([judgedOf(...half)]);
    expect(error).toBe(0);
    expect(bins).toHaveLength(10);
    expect(bins[0]).toEqual({ tags: 2, from: 0.5, to: 0.5, confidence: 0.5, right: 0.5 });
  });

  it("weighs the distance of each bin by its tags", () => {
    // Ten tags, so one a bin: five right with 0.9 (distance 0.1), five wrong with 0.3 (distance 0.3).
    const right = Array.from({ length: 5 }, () => ["SL3+", "SL3+0.9"] as const);
    const wrong = Array.from({ length: 5 }, () => ["", "SL3+0.3"] as const);
    const { error, bins } = calibrationOf([judgedOf(...right, ...wrong)]);
    expect(error).toBeCloseTo(0.2, 12);
    expect(bins.map(({ right: share }) => share)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it("asks whether the indicator is right, whatever the stance", () => {
    expect(calibrationOf([judgedOf(["SL3-", "SL3+1"])]).error).toBe(0);
  });

  it("has fewer bins where there are fewer tags, and no error without any", () => {
    expect(calibrationOf([judgedOf(["SL3+", "SL3+0.8"], ["", "RD1+0.4"])]).bins).toHaveLength(2);
    expect(calibrationOf([judgedOf(["SL3+", ""])])).toEqual({ error: Number.NaN, bins: [] });
  });
});
