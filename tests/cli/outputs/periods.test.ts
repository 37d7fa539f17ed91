import { describe, expect, it } from "vitest";
import { periods } from "../../../cli/outputs/periods";
import { coverageOf, exampleCoverage, meetingOf } from "./example-coverage";

describe("periods", () => {
  it.each([
    ["meeting", exampleCoverage(5)],
    ["month", exampleCoverage(26)],
    ["month", exampleCoverage(200, { weeks: 0.05 })],
    ["quarter", exampleCoverage(200, { weeks: 1 })],
    ["year", exampleCoverage(400, { weeks: 4 })],
    ["meeting", exampleCoverage(6, { dated: false })],
    ["month", exampleCoverage(60, { dated: false })],
  ] as const)("cuts the time by %s (%#)", (unit, coverage) => {
    const cut = periods(coverage);
    expect(cut.unit).toBe(unit);
    expect(cut.periods.flatMap(({ meetings }) => meetings)).toEqual(coverage.meetings.map((_, index) => index));
  });

  it("names a month and puts meetings without a date last", () => {
    const dates = ["2025-09-03", "2025-10-01", "2025-11-05", "2026-01-14", "2026-01-21"];
    const { date: _, ...undated } = meetingOf();
    const cut = periods(coverageOf([undated, ...dates.map((date) => meetingOf({ date }))]));
    expect(cut.periods.map(({ name }) => name)).toEqual([
      ...["Sep 2025", "Oct 2025", "Nov 2025", "Jan 2026"],
      "Meetings without a date",
    ]);
    expect(cut.periods[3]).toMatchObject({ label: ["Jan", "2026"], meetings: [3, 4] });
  });

  it("has no columns when there are no meetings", () => {
    expect(periods(coverageOf([]))).toEqual({ unit: "meeting", periods: [] });
  });
});
