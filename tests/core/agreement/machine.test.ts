import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AgreementLine, byLine, machineAgreement, plcRubric, type Tag } from "../../../core/index";
import { anyDecisions, anyTags, decision, tagOf } from "./decisions";

const agreement = (lines: readonly AgreementLine[]) => machineAgreement(lines, plcRubric);
const of = (tags: readonly Tag[], ...said: Parameters<typeof decision>[0][]) =>
  agreement([{ tags, decisions: said.map(decision) }]).indicators.RD1;

const anyLines: fc.Arbitrary<AgreementLine[]> = fc
  .tuple(anyDecisions, fc.infiniteStream(fc.option(anyTags, { nil: undefined })))
  .map(([decisions, tags]) =>
    byLine(decisions).map((line) => {
      const { value } = tags.next();
      return { decisions: line, ...(value === undefined ? {} : { tags: value as Tag[] }) };
    }),
  );

describe("the program against people", () => {
  test.each([
    ["found and kept", [tagOf("RD1")], [{}], { kept: 1, sameStance: 1, precision: 1, recall: 1, f1: 1 }],
    ["found and turned down", [tagOf("RD1")], [{ verdict: "reject" }], { turnedDown: 1, precision: 0, f1: 0 }],
    ["not found and added", [], [{ verdict: "add" }], { added: 1, offered: 0, recall: 0, f1: 0 }],
    ["worth a look and kept", [tagOf("RD1", { tier: "suggested" })], [{}], { added: 1, offered: 1 }],
    ["worth a look and turned down", [tagOf("RD1", { tier: "suggested" })], [{ verdict: "reject" }], { turnedDown: 0 }],
    [
      "kept with another stance",
      [tagOf("RD1")],
      [{ verdict: "restance", stance: "planned" }],
      { kept: 1, sameStance: 0 },
    ],
    ["not looked at", [tagOf("RD1")], [{ indicator: "SL3" }], { kept: 0, open: 1 }],
    ["taken back", [tagOf("RD1")], [{}, { verdict: "withdraw" }], { kept: 0, open: 1 }],
    ["disputed", [tagOf("RD1")], [{}, { who: "Sam", verdict: "reject" }], { turnedDown: 1, disputed: 1 }],
  ] as const)("counts what was %s", (_what, tags, said, expected) => {
    expect(of(tags, ...said)).toMatchObject(expected);
  });

  test("takes a decision's own word for a line that is gone", () => {
    const lines = [
      { decisions: [decision()] },
      { decisions: [decision({ verdict: "reject" })] },
      { decisions: [decision({ verdict: "add" })] },
    ];
    expect(agreement(lines).indicators.RD1).toMatchObject({ kept: 1, turnedDown: 1, added: 1, offered: 0 });
  });

  test("has every indicator of the rubric, and those of an older one that were decided on", () => {
    const { indicators } = agreement([{ tags: [], decisions: [decision({ indicator: "XX9", verdict: "add" })] }]);
    expect(Object.keys(indicators)).toEqual([...plcRubric.indicators.map(({ code }) => code), "XX9"]);
    expect(indicators.TP1).not.toHaveProperty("f1");
  });

  test("counts the same in whatever order, and however often, decisions come", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const other = [...lines]
          .reverse()
          .map((line) => ({ ...line, decisions: [...line.decisions, ...line.decisions].reverse() }));
        expect(agreement(other)).toEqual(agreement(lines));
      }),
    );
  });

  test("gives shares that follow from its counts, in all as in each", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { indicators, total } = agreement(lines);
        for (const one of [total, ...Object.values(indicators)]) {
          const { kept, turnedDown, added, offered, sameStance, precision, recall, f1 } = one;
          expect(offered).toBeLessThanOrEqual(added);
          expect(sameStance).toBeLessThanOrEqual(kept);
          expect(precision === undefined).toBe(kept + turnedDown === 0);
          expect(recall === undefined).toBe(kept + added === 0);
          if (precision !== undefined && recall !== undefined && precision + recall > 0)
            expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 10);
        }
        const sum = Object.values(indicators).reduce((kept, one) => kept + one.kept, 0);
        expect(total.kept).toBe(sum);
        expect(JSON.parse(JSON.stringify(total))).toEqual(total);
      }),
    );
  });
});
