import { expect, test } from "vitest";
import { chooseDeepTiers, type Weighed } from "../../../training/encoder/deep-tiers";

/** So many tags at some log-odds, of which so many are right. */
const tags = (odds: number, count: number, right: number): Weighed[] =>
  Array.from({ length: count }, (_, line) => ({ line, right: line < right, shows: [odds] }));

test("it suggests from where F1 is best, and finds from where enough are right", () => {
  const { suggested, found } = chooseDeepTiers([...tags(3, 100, 95), ...tags(0, 100, 60), ...tags(-3, 1000, 20)], [1]);
  expect(suggested).toBe(0.5);
  expect(found).toBe(0.953);
});

test("labels of lines that are never read count as missed", () => {
  const unread: Weighed[] = Array.from({ length: 2000 }, (_, line) => ({ line, right: true }));
  const rated = [...tags(3, 100, 95), ...tags(-1, 100, 35)];
  expect(chooseDeepTiers(rated, [1]).suggested).toBe(0.953);
  expect(chooseDeepTiers([...rated, ...unread], [1]).suggested).toBe(0.269);
});

test("nothing is called found where nothing is right often enough", () => {
  expect(chooseDeepTiers(tags(2, 200, 100), [1]).found).toBe(1);
});
