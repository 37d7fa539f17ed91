import { describe, expect, it } from "vitest";
import { evidenceRows, evidenceWords } from "../../../cli/outputs/evidence";
import { framework } from "../../../cli/outputs/framework";
import { longestAgo, notYetSeen } from "../../../cli/outputs/gaps";
import { coverageOf, exampleCoverage, meetingOf, tagOf } from "./example-coverage";
import { exampleRubric } from "./example-rubric";

describe("framework", () => {
  it("gives five dimensions and 28 indicators in the order of the rubric", () => {
    const views = framework(exampleCoverage(4), exampleRubric);
    expect(views.map(({ dimension }) => dimension.key)).toEqual(["TP", "SB", "CT", "SL", "RD"]);
    expect(views.flatMap(({ indicators }) => indicators)).toHaveLength(28);
  });

  it("keeps tags with codes of another rubric, after all others", () => {
    const coverage = coverageOf([meetingOf({ tags: [tagOf("old", "ZZ9"), tagOf("new", "RD5")] })]);
    const others = framework(coverage, exampleRubric).at(-1);
    expect(others?.indicators).toMatchObject([{ indicator: { code: "ZZ9" }, totals: { evidenced: 1, state: "seen" } }]);
    expect(evidenceRows(coverage, exampleRubric).map(({ tag }) => tag.text)).toEqual(["new", "old"]);
  });
});

describe("evidenceWords", () => {
  it("cuts the evidence out of the line", () => {
    expect(evidenceWords(tagOf("Looked at exit slips together", "SL3", { words: "exit slips" }))).toEqual([
      "exit slips",
    ]);
  });
});

describe("notYetSeen", () => {
  it("tells what the notes do say of a practice without evidence", () => {
    const tags = [tagOf("skipped", "RD1", { stance: "contrary" }), tagOf("perhaps", "CT3", { tier: "suggested" })];
    const gaps = notYetSeen(framework(coverageOf([meetingOf({ tags })]), exampleRubric));
    expect(gaps).toHaveLength(28);
    expect(gaps.find(({ indicator }) => indicator.code === "RD1")?.hints).toEqual(["1 line says it was missing."]);
    expect(gaps.find(({ indicator }) => indicator.code === "CT3")?.hints).toEqual(["1 line is worth a look."]);
  });
});

describe("longestAgo", () => {
  it("lists what was seen before the newest meeting, oldest first", () => {
    const seen = (date: string, code: string) => meetingOf({ date, tags: [tagOf("done", code)] });
    const coverage = coverageOf([seen("2025-09-03", "SL3"), seen("2025-10-01", "RD1"), seen("2025-11-05", "CT1")]);
    const ago = longestAgo(coverage, framework(coverage, exampleRubric));
    expect(ago.map(({ indicator, meetingsSince }) => [indicator.code, meetingsSince])).toEqual([
      ["SL3", 2],
      ["RD1", 1],
    ]);
  });
});
