import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf, factsText, PICKED } from "../../../apps-script/workbook/evidence-facts";
import { STANCES } from "../../../core/tagger/tag";

test("facts come back from their cell as they were", () => {
  const mark = (length: number) => fc.stringMatching(new RegExp(`^[a-z0-9]{${length}}$`));
  const stance = fc.constantFrom(...STANCES);
  const facts = fc.record(
    {
      meeting: mark(12),
      words: mark(6),
      picked: fc.constantFrom(...PICKED),
      stance,
      byPerson: fc.boolean(),
      printed: fc.boolean(),
      program: fc.record(
        { tier: fc.constantFrom("found" as const, "suggested" as const), stance },
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: ["meeting", "words", "picked", "stance", "byPerson", "printed"], noNullPrototype: true },
  );
  fc.assert(
    fc.property(facts, (one) => {
      expect(factsOf({ at: 1, cells: { facts: factsText(one) }, hasOwn: false })).toEqual(one);
    }),
  );
});

test("a row without facts counts for nothing", () => {
  expect(factsOf({ at: 1, cells: {}, hasOwn: true }).picked).toBe("gone");
});
