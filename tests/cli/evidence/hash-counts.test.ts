import fc from "fast-check";
import { expect, test } from "vitest";
import { HashCounts } from "../../../cli/evidence/hash-counts";

test("counts what a map counts, whatever comes", () => {
  // Few different ones that meet often, many that share their lower bits, and both ends of the range.
  const hash = fc.oneof(
    fc.nat(20),
    fc.nat(5000).map((n) => n * 2 ** 32),
    fc.maxSafeNat().map((n) => n % 2 ** 52),
    fc.constantFrom(0, 2 ** 52 - 1),
  );
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 3000, size: "max" }), fc.array(hash), (hashes, others) => {
      const counts = new HashCounts();
      const known = new Map<number, number>();
      for (const one of hashes) {
        counts.add(one);
        known.set(one, (known.get(one) ?? 0) + 1);
      }
      for (const one of [...hashes, ...others]) expect(counts.of(one)).toBe(Math.min(known.get(one) ?? 0, 255));
    }),
    { numRuns: 30 },
  );
});

test("stops counting where a byte is full", () => {
  const counts = new HashCounts();
  for (let times = 0; times < 300; times++) counts.add(7);
  expect(counts.of(7)).toBe(255);
});
