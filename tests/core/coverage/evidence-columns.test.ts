import fc from "fast-check";
import { expect, test } from "vitest";
import { indicatorRows, plcRubric, storable, storableDay } from "../../../core/index";

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what databases refuse.
const REFUSED = /[\ud800-\udfff\u0000]/u;

test("any text becomes one that a database takes, and what it would take already stays", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2100 }), fc.nat(2100), (text, cut) => {
      // A cut may part a pair.
      const stored = storable(text.slice(cut));
      expect(stored.length).toBeLessThanOrEqual(2000);
      expect(REFUSED.test(stored)).toBe(false);
      expect(storable(stored)).toBe(stored);
      if (!REFUSED.test(text) && text.length <= 2000) expect(storable(text)).toBe(text);
    }),
  );
});

test.each([
  ["half a pair", "a\ud83d", "a\ufffd"],
  ["a whole pair", "a😀", "a😀"],
  ["the character 0", "a\u0000b", "a\ufffdb"],
  ["a pair at the limit", `${"a".repeat(1999)}😀`, `${"a".repeat(1999)}\ufffd`],
])("%s is stored as a database takes it", (_, text, stored) => {
  expect(storable(text)).toBe(stored);
});

test.each([
  ["2026-02-28", "2026-02-28"],
  ["2026-02-30", null],
  ["0000-01-01", null],
  ["yesterday", null],
  [undefined, null],
])("the day %s is stored as %s", (day, stored) => {
  expect(storableDay(day)).toBe(stored);
});

test("a rubric has one row a practice, in its order, with the words of its dimension", () => {
  const rows = indicatorRows(plcRubric);
  expect(rows.map(({ indicator, place }) => [indicator, place])).toEqual(
    plcRubric.indicators.map(({ code }, at) => [code, at + 1]),
  );
  for (const { dimension, dimension_title: title } of rows)
    expect(plcRubric.dimensions).toContainEqual(expect.objectContaining({ key: dimension, title }));
});
