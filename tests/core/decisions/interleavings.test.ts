import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standingOf } from "../../../core/index";
import { anySteps, misplaced, play, readingOf, type Step } from "./shared-sheet";

/** A failure prints its seed and path; SCHEDULE_SEED=… repeats it. */
const { SCHEDULE_SEED: seed } = process.env;
const schedules = { numRuns: 1000, ...(seed === undefined ? {} : { seed: Number(seed) }) };

describe("three people, two browsers and the add-on, whatever happens on the way,", () => {
  test("read the same once all have all rows, and nothing is lost or doubled", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { sides, made } = play(steps);
        const truth = made.map(({ decision }) => decision);
        const ids = truth.map(({ id }) => id).sort();
        for (const known of sides) {
          expect([...new Set(known.map(({ id }) => id))].sort()).toEqual(ids);
          expect(readingOf(known)).toEqual(readingOf(truth));
        }
      }),
      schedules,
    );
  });

  test("find every decision after all that its maker knew, so that a reply stands after what it replied to", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const outcome = play(steps);
        expect(misplaced(outcome)).toEqual([]);
        const knew = new Map(outcome.made.map(({ decision, knew }) => [decision.id, knew]));
        for (const { voices, decision } of byQuote(outcome.sides[0] ?? [])) {
          // Nobody whose word still holds had answered what counts.
          for (const { id } of voices) expect(knew.get(id)?.has(decision.id) ?? false).toBe(false);
        }
      }),
      schedules,
    );
  });

  test("the last word of one person in one place is that person's word", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        // Each person keeps to a place of their own: a browser each, the third works in the workbook.
        const own = steps.map((step) =>
          step.do === "decide" ? { ...step, side: ["Priya", "Sam", "Deepa"].indexOf(step.who) } : step,
        );
        const closed = own.filter((step) => step.do !== "close");
        const { sides, made } = play(closed);
        const last = new Map(
          made.map(({ decision }) => [`${decision.who} ${decision.quote} ${decision.indicator}`, decision]),
        );
        const voices = byQuote(sides[0] ?? []).flatMap((standing) => standing.voices);
        for (const decision of last.values())
          expect(
            voices.filter(
              ({ who, quote, indicator }) =>
                who === decision.who && quote === decision.quote && indicator === decision.indicator,
            ),
          ).toEqual(decision.verdict === "withdraw" ? [] : [decision]);
      }),
      schedules,
    );
  });
});

test("doubles, delays and clocks are truly in these schedules", () => {
  const outcomes = fc.sample(anySteps, { numRuns: 300, seed: 7 }).map((steps) => play(steps));
  expect(outcomes.filter(({ rows, made }) => rows > made.length).length).toBeGreaterThan(30);
  const backwards = outcomes.filter(({ made }) =>
    made.some(({ decision }, at) => (made[at - 1]?.decision.at ?? "") > decision.at),
  );
  expect(backwards.length).toBeGreaterThan(30);
});

test("clocks alone would not do: without decisionTime a reply can stand before what it replied to", () => {
  const result = fc.check(
    fc.property(anySteps, (steps) => misplaced(play(steps, (now) => now.toISOString())).length === 0),
    { numRuns: 300, seed: 7 },
  );
  expect(result.failed).toBe(true);
  const shrunk = result.counterexample?.[0] as Step[];
  expect(misplaced(play(shrunk))).toEqual([]);
});

const byQuote = (known: readonly Parameters<typeof standingOf>[0][number][]) =>
  [...new Set(known.map(({ quote }) => quote))].flatMap((quote) =>
    standingOf(known.filter((one) => one.quote === quote)),
  );
