import { describe, expect, it } from "vitest";
import { evidenceRows } from "../../../cli/outputs/evidence";
import { heat, largestCount, levels } from "../../../cli/outputs/heat";
import { periods } from "../../../cli/outputs/periods";
import { coverageOf, exampleCoverage, meetingOf, tagOf } from "./example-coverage";
import { exampleRubric } from "./example-rubric";

describe("heat", () => {
  it("counts found tags by stance and keeps those worth a look apart", () => {
    const tags = [
      tagOf("a", "SL3"),
      tagOf("b", "SL3", { stance: "planned" }),
      tagOf("c", "SL3", { stance: "contrary" }),
      tagOf("d", "SL3", { tier: "suggested" }),
      tagOf("e", "RD1"),
    ];
    const coverage = coverageOf([meetingOf({ tags })]);
    const cells = heat(evidenceRows(coverage, exampleRubric), periods(coverage).periods);
    expect(cells("SL3", 0)).toEqual({ evidenced: 1, planned: 1, contrary: 1, suggested: 1, from: 0, to: 3 });
    expect(cells("RD1", 0)).toMatchObject({ evidenced: 1, from: 4, to: 4 });
    expect(cells("CT3", 0)).toBeUndefined();
  });

  it("points each cell at rows of its own indicator and period only", () => {
    const coverage = exampleCoverage();
    const rows = evidenceRows(coverage, exampleRubric);
    const columns = periods(coverage).periods;
    const cells = heat(rows, columns);
    let covered = 0;
    for (const { code } of exampleRubric.indicators) {
      for (const [index, { meetings }] of columns.entries()) {
        const cell = cells(code, index);
        const own = cell ? rows.slice(cell.from, cell.to + 1) : [];
        expect(own.every((row) => row.indicator.code === code && meetings.includes(row.meetingIndex))).toBe(true);
        covered += own.length;
      }
    }
    expect(covered).toBe(rows.length);
  });

  it("finds the largest count, 0 where there is none", () => {
    const coverage = coverageOf([meetingOf({ tags: [tagOf("a", "SL3"), tagOf("b", "SL3")] })]);
    const cells = heat(evidenceRows(coverage, exampleRubric), periods(coverage).periods);
    expect(largestCount(cells, ["SL3", "RD1"], 1)).toBe(2);
    expect(largestCount(cells, [], 0)).toBe(0);
  });
});

describe("levels", () => {
  it.each([
    [0, ["1", "2–3", "4–7", "8 or more"]],
    [15, ["1", "2–3", "4–7", "8 or more"]],
    [71, ["1–8", "9–17", "18–35", "36 or more"]],
  ])("divides counts up to %i into four steps without gaps", (largest, labels) => {
    const scale = levels(largest);
    expect(scale.map(({ label }) => label)).toEqual(labels);
    expect(scale.slice(1).every(({ from }, index) => from === (scale[index]?.to ?? 0) + 1)).toBe(true);
  });
});
