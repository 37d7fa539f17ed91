import { describe, expect, it } from "vitest";
import { coverageJson } from "../../../cli/outputs/json";
import { exampleCoverage } from "./example-coverage";
import { hostileCoverage } from "./hostile";

describe("coverageJson", () => {
  it.each([exampleCoverage(3), hostileCoverage])("gives back the same coverage when read", (coverage) => {
    expect(JSON.parse(coverageJson(coverage))).toEqual(coverage);
  });

  it("orders keys the same way whatever order they come in", () => {
    const coverage = exampleCoverage(3);
    const reversed = JSON.parse(JSON.stringify(coverage), (_key, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(coverageJson(reversed)).toBe(coverageJson(coverage));
  });

  it("starts with the version and keeps evidence spans on one line", () => {
    const json = coverageJson(exampleCoverage(3));
    expect(json).toMatch(/^\{\n {2}"version": 1,\n {2}"rubric": \{\n {4}"id"/);
    expect(json).toMatch(/\[\d+, \d+\]/);
  });
});
