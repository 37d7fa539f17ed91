import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applySuggestion, checkAgenda, type Finding, type Notes, plcRubric } from "../../../core/index";
import { anyAgenda } from "./any-agenda";
import { historyNamed, labelledAgendas } from "./corpus";

/** Whether a check still has a finding: the same rule about the same practice, promise or item. */
function stillThere(finding: Finding, findings: readonly Finding[]): boolean {
  return findings.some(
    (other) =>
      other.rule === finding.rule &&
      (finding.indicators.length > 0
        ? other.indicators[0] === finding.indicators[0]
        : finding.rule === "followUp" || finding.rule === "noMaterial"
          ? other.message === finding.message
          : true),
  );
}

function unhelped(notes: Notes, history: Parameters<typeof checkAgenda>[2]): string[] {
  const check = checkAgenda(notes, plcRubric, history);
  return check.findings.flatMap((finding) => {
    if (!finding.suggestion) return [];
    const after = checkAgenda(applySuggestion(notes, finding.suggestion), plcRubric, history);
    const lost = check.items.length > after.items.length ? ["items were lost"] : [];
    const overran =
      after.findings.some(({ rule }) => rule === "overrun") && !check.findings.some(({ rule }) => rule === "overrun")
        ? ["it overruns now"]
        : [];
    const faults = [...(stillThere(finding, after.findings) ? ["still there"] : []), ...lost, ...overran];
    return faults.map((fault) => `${fault}: ${finding.message} → ${finding.suggestion?.text}`);
  });
}

describe("taking over a suggestion", () => {
  test.each([...labelledAgendas("open"), ...labelledAgendas("held")])(
    "helps its finding in $name",
    ({ notes, history }) => {
      expect(unhelped(notes, history)).toEqual([]);
    },
  );

  test("helps its finding in any agenda, and loses no item", () => {
    const histories = new Map(["grade4", "grade5", "science", "district"].map((team) => [team, historyNamed(team)]));
    const teams = fc.constantFrom("none", ...histories.keys());
    fc.assert(
      fc.property(anyAgenda, teams, (notes, team) => {
        expect(unhelped(notes, histories.get(team))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
