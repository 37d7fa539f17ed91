import fc from "fast-check";
import { expect, test } from "vitest";
import { backoff } from "../../../../extension/services/sync/backoff";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("the wait lies between half of what doubled and all of it, and is never longer than ten minutes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), chance, (failures, random) => {
      const most = Math.min(600_000, 1000 * 2 ** failures);
      const wait = backoff(failures, () => random);
      expect(wait).toBeGreaterThanOrEqual(most / 2);
      expect(wait).toBeLessThanOrEqual(most);
    }),
  );
});

test("the wait is never shorter than what Google asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), chance, fc.nat(3_600_000), (failures, random, asked) => {
      expect(backoff(failures, () => random, asked)).toBeGreaterThanOrEqual(asked);
    }),
  );
});
