import { expect, test } from "vitest";
import { decimal, interval, percent, thousands } from "../../evaluation/wording";

test("figures are written alike everywhere, and nothing to measure is a dash", () => {
  expect([decimal(0.534), decimal(0.0594, 3), decimal(Number.NaN)]).toEqual(["0.53", "0.059", "–"]);
  expect([percent(0.534), percent(Number.NaN)]).toEqual(["53\u00a0%", "–"]);
  expect(interval({ value: 0.5, low: 0.4, high: 0.6 })).toBe("0.40–0.60");
  expect(interval({ value: 0.5, low: Number.NaN, high: Number.NaN })).toBe("–");
  expect([12, 1234, 1234567].map(thousands)).toEqual(["12", "1,234", "1,234,567"]);
});
