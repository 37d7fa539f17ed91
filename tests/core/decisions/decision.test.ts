import fc from "fast-check";
import { expect, test } from "vitest";
import { readDecision, readRubric } from "../../../core/index";
import { decision } from "../agreement/decisions";
import { smallFile } from "../rubric/file";

test("any code that a team's rubric may give to a practice can be decided on, and no other", () => {
  const rubricOf = (code: string) =>
    smallFile((file) => {
      file.indicators[0].code = code;
    });
  const code = fc.oneof(
    fc.constantFrom("C1", "SB1", "CT12", "TEAM3", "ABCD123", "sb1", "S", "ABCDE1", "SB1234", ""),
    fc.stringMatching(/^[A-Z]{0,5}[0-9]{0,4}$/),
  );
  fc.assert(
    fc.property(code, (indicator) => {
      fc.pre(indicator !== "A2");
      expect(readDecision(decision({ indicator })).ok).toBe(readRubric(rubricOf(indicator)).ok);
    }),
  );
});
