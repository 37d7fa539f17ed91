import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byLine,
  type MachineAgreement,
  machineAgreement,
  machineSentences,
  type PairTotals,
  pairHeadline,
  pairSentences,
  peopleAgreement,
  plcRubric,
  worthATalk,
} from "../../../core/index";
import { anyDecisions, anyTags } from "./decisions";

const machine = (over: Partial<MachineAgreement>): MachineAgreement => ({
  kept: 0,
  turnedDown: 0,
  added: 0,
  offered: 0,
  sameStance: over.kept ?? 0,
  disputed: 0,
  open: 0,
  ...over,
});
const pair = (over: Partial<PairTotals>): PairTotals => ({
  both: 0,
  onlyFirst: 0,
  onlySecond: 0,
  sameStance: over.both ?? 0,
  opposed: 0,
  ...over,
});

describe("of the program and people", () => {
  test.each([
    [{}, "Nothing has been decided on Norms yet."],
    [{ open: 1 }, "Nobody has looked at the 1 line found for Norms yet."],
    [
      { kept: 14, turnedDown: 4, added: 6, offered: 4 },
      "Of 18 lines found for Norms, you kept 14 and turned down 4. You added 6 more, 4 of them offered as worth a look.",
    ],
    [{ added: 1, offered: 1 }, "You added 1 line for Norms, offered as worth a look. That is little to go by yet."],
    [
      { kept: 2, turnedDown: 6, sameStance: 1, open: 3 },
      "Of 8 lines found for Norms, you kept 2 and turned down 6. In 1 of those kept, you changed whether it happened, is planned or was missed. Worth a talk: what would have to stand in a line for it to count as Norms? 3 more are waiting for a look.",
    ],
  ])("%j reads as a team speaks", (over, text) => {
    expect(machineSentences("Norms", machine(over))).toBe(text);
  });
});

describe("of two people", () => {
  test.each([
    [{}, "Neither Priya nor Sam sees Norms in the lines that both looked at."],
    [{ both: 9 }, "Priya and Sam both see Norms in 9 lines. They see the same."],
    [
      { both: 9, sameStance: 7, onlyFirst: 2, onlySecond: 1, opposed: 1 },
      "Priya and Sam both see Norms in 9 lines. Only Priya sees it in 2 lines. Only Sam sees it in 1 line. On 2 of the 9, they differ in whether it happened, is planned or was missed. Worth a talk: read those 3 lines, 1 of them turned down by the other, together. What does Norms mean to each of you?",
    ],
    [
      { onlySecond: 1, opposed: 1 },
      "Only Sam sees Norms in 1 line. That is little to go by yet. Worth a talk: read that line, which the other turned down, together. What does Norms mean to each of you?",
    ],
  ])("%j reads as a team speaks", (over, text) => {
    expect(pairSentences("Norms", ["Priya", "Sam"], pair(over))).toBe(text);
  });

  test("what they looked at together is told first", () => {
    const headline = {
      people: ["Priya", "Sam"] as const,
      documents: 1,
      lines: 3,
      oneOnly: 1,
      indicators: {},
      total: pair({}),
    };
    expect(pairHeadline(headline)).toBe(
      "Priya and Sam both looked at 3 lines of one document; 1 line there was looked at by one of them only.",
    );
  });

  test("what there is most to talk about comes first", () => {
    const indicators = {
      SB1: pair({ onlyFirst: 1 }),
      RD1: pair({ both: 4 }),
      SL3: pair({ both: 3, sameStance: 1 }),
      CT1: pair({ onlySecond: 1 }),
    };
    expect(worthATalk(indicators)).toEqual(["SL3", "CT1", "SB1"]);
  });
});

test("whatever was decided, sentences are whole and blame nobody", () => {
  fc.assert(
    fc.property(anyDecisions, anyTags, (decisions, tags) => {
      const lines = byLine(decisions);
      const { indicators } = machineAgreement(
        lines.map((line) => ({ decisions: line, tags })),
        plcRubric,
      );
      const said = Object.values(indicators).map((one) => machineSentences("Norms", one));
      for (const one of peopleAgreement(lines)) {
        said.push(pairHeadline(one));
        for (const totals of Object.values(one.indicators)) said.push(pairSentences("Norms", one.people, totals));
      }
      for (const text of said) {
        expect(text).toMatch(/^[A-Z].*[.?]$/);
        expect(text).not.toMatch(/undefined|NaN|null|fail|wrong|error|score|\b1 lines\b/i);
      }
    }),
  );
});
