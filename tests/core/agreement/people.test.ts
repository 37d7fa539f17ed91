import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byLine, type Decision, type PairAgreement, peopleAgreement } from "../../../core/index";
import { anyDecisions, decision } from "./decisions";

const pairOf = (decisions: readonly Decision[]): PairAgreement | undefined => peopleAgreement(byLine(decisions))[0];
const on = (quote: string, ...said: Parameters<typeof decision>[0][]) => said.map((one) => decision({ ...one, quote }));

describe("person against person", () => {
  test("counts only lines that both looked at, and tells of the others", () => {
    const pair = pairOf([
      ...on("one", {}, { who: "Sam" }),
      ...on("two", {}, { who: "Sam", verdict: "reject" }),
      ...on("three", { verdict: "add" }, { who: "Sam", indicator: "SL3" }),
      ...on("four", {}),
      ...on("five", { document: "doc2" }),
    ]);
    expect(pair).toMatchObject({
      people: ["Priya", "Sam"],
      documents: 1,
      lines: 3,
      oneOnly: 1,
      indicators: {
        RD1: { both: 1, onlyFirst: 2, onlySecond: 0, sameStance: 1, opposed: 1, f1: 0.5 },
        SL3: { both: 0, onlyFirst: 0, onlySecond: 1, opposed: 0, f1: 0 },
      },
      total: { both: 1, onlyFirst: 2, onlySecond: 1 },
    });
  });

  test("tells apart whether they see it and how they see it", () => {
    const pair = pairOf(on("one", {}, { who: "Sam", verdict: "restance", stance: "planned" }));
    expect(pair?.indicators.RD1).toMatchObject({ both: 1, sameStance: 0, f1: 1 });
  });

  test("needs two people with names", () => {
    expect(peopleAgreement(byLine([decision(), decision({ who: "" })]))).toEqual([]);
    expect(peopleAgreement(byLine([decision(), decision({ who: "Sam", document: "doc2" })]))).toEqual([]);
  });

  test("gives kappa beside F1 as textbooks do", () => {
    // 20 and 15 alike of 50, 5 and 10 not: observed 0.7, by chance 0.5.
    const lines = [
      ...Array.from({ length: 20 }, (_, at) => on(`both ${at}`, {}, { who: "Sam" })),
      ...Array.from({ length: 5 }, (_, at) => on(`first ${at}`, {}, { who: "Sam", verdict: "reject" })),
      ...Array.from({ length: 10 }, (_, at) => on(`second ${at}`, { verdict: "reject" }, { who: "Sam" })),
      ...Array.from({ length: 15 }, (_, at) =>
        on(`neither ${at}`, { verdict: "reject" }, { who: "Sam", verdict: "reject" }),
      ),
    ];
    const totals = pairOf(lines.flat())?.indicators.RD1;
    expect(totals?.kappa).toBeCloseTo(0.4, 10);
    expect(totals?.f1).toBeCloseTo(40 / 55, 10);
  });

  test("is the same from either side", () => {
    const swapped = (one: Decision): Decision => ({
      ...one,
      who: one.who === "Priya" ? "Sam" : one.who === "Sam" ? "Priya" : "",
    });
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const [pair, other] = [pairOf(decisions), pairOf(decisions.map(swapped))];
        expect(other === undefined).toBe(pair === undefined);
        if (!pair || !other) return;
        expect({ documents: other.documents, lines: other.lines, oneOnly: other.oneOnly }).toEqual({
          documents: pair.documents,
          lines: pair.lines,
          oneOnly: pair.oneOnly,
        });
        for (const [code, totals] of Object.entries(pair.indicators)) {
          const { onlyFirst, onlySecond, ...rest } = totals;
          expect(other.indicators[code]).toEqual({ ...rest, onlyFirst: onlySecond, onlySecond: onlyFirst });
        }
      }),
    );
  });

  test("is the same in whatever order, and however often, decisions come; and its figures hold together", () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const pairs = peopleAgreement(byLine(decisions));
        expect(peopleAgreement(byLine([...decisions, ...decisions].reverse()))).toEqual(pairs);
        for (const { lines, oneOnly, indicators, total } of pairs) {
          expect(lines).toBeGreaterThan(0);
          expect(oneOnly).toBeGreaterThanOrEqual(0);
          for (const { both, onlyFirst, onlySecond, sameStance, opposed, kappa } of Object.values(indicators)) {
            expect(both + onlyFirst + onlySecond).toBeLessThanOrEqual(lines);
            expect(sameStance).toBeLessThanOrEqual(both);
            expect(opposed).toBeLessThanOrEqual(onlyFirst + onlySecond);
            expect(kappa ?? 0).toBeLessThanOrEqual(1);
          }
          expect(total.both).toBe(Object.values(indicators).reduce((sum, { both }) => sum + both, 0));
        }
      }),
    );
  });

  test("two who say the same of every line agree wholly", () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const said = decisions.filter(({ who }) => who === "Priya");
        const pair = pairOf(said.flatMap((one) => [one, { ...one, id: `${one.id}-sam`, who: "Sam" }]));
        if (!pair) return;
        const { both, onlyFirst, onlySecond, sameStance, f1 } = pair.total;
        expect({ onlyFirst, onlySecond, sameStance, f1 }).toEqual({
          onlyFirst: 0,
          onlySecond: 0,
          sameStance: both,
          f1: both ? 1 : undefined,
        });
      }),
    );
  });
});
