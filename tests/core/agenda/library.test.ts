import { describe, expect, test } from "vitest";
import { itemsFor, takenFrom } from "../../../core/agenda/library";
import { LEVELS, plcRubric, suggestionLibrary } from "../../../core/index";
import { timeBoxIn } from "../../../core/notes/details";

describe("the library of ready-made items", () => {
  test.each(plcRubric.indicators.map(({ code }) => code))("has at least four for %s at each level", (code) => {
    for (const level of LEVELS) expect(itemsFor(code, level).length).toBeGreaterThanOrEqual(4);
  });

  test("knows the rubric's indicators only", () => {
    const codes = new Set(plcRubric.indicators.map(({ code }) => code));
    expect(Object.keys(suggestionLibrary).filter((code) => !codes.has(code))).toEqual([]);
  });

  const all = Object.entries(suggestionLibrary).flatMap(([code, items]) => items.map((item) => ({ code, ...item })));

  test.each(all)(
    "$code: “$text” is short, names no time of its own and is known again in an agenda",
    ({ code, text, minutes }) => {
      expect(text.length).toBeLessThan(110);
      expect(minutes).toBeGreaterThan(0);
      expect(timeBoxIn(text)).toBeUndefined();
      expect(takenFrom(`3:15–3:25 ${text} (10 min)`)).toBe(code);
    },
  );

  test("holds no item twice", () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  test.each(["", "Norms", "Read our norms", "Exit slips: sort and talk"])(
    "does not know %j for one of its own",
    (text) => {
      expect(takenFrom(text)).toBeUndefined();
    },
  );
});
