import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { plcRubric } from "../../../core/rubric/rubric";
import { plcText } from "./file";

const source = new URL("../../../../shared/rubric-source.txt", import.meta.url);
const hasSource = existsSync(source);
const { dimensions, indicators } = plcRubric;

describe("the words of the source (skipped where ../shared/rubric-source.txt is absent)", () => {
  const words = hasSource ? readFileSync(source, "utf8") : "";
  const rows = words.split("\n").filter((row) => row.trim());
  const columns = (rows.at(-1) ?? "").split("\t").map((column) =>
    column
      .replace(/<[^>]*>/g, "")
      .split("▪")
      .map((text) => text.trim())
      .filter(Boolean),
  );

  test.skipIf(!hasSource)("every indicator has the source's text, in the source's order", () => {
    expect(dimensions.map(({ key }) => indicators.filter((i) => i.dimension === key).map((i) => i.text))).toEqual(
      columns,
    );
  });

  test.skipIf(!hasSource)("every dimension has the source's title, in the source's order", () => {
    expect(dimensions.map(({ title }) => title)).toEqual(rows.at(-2)?.split("\t"));
  });

  test.skipIf(!hasSource)("the title and the guiding principles are the source's", () => {
    expect(rows.slice(0, 3)).toEqual([plcRubric.title, plcRubric.principles?.title, plcRubric.principles?.text]);
  });
});

describe("the built-in rubric", () => {
  it("has 28 indicators under stable codes", () => {
    const codes = [6, 6, 6, 5, 5].flatMap((count, at) =>
      Array.from({ length: count }, (_, n) => `${["TP", "SB", "CT", "SL", "RD"][at]}${n + 1}`),
    );
    expect(indicators.map(({ code }) => code)).toEqual(codes);
    for (const { code, dimension } of indicators) expect(code.startsWith(dimension)).toBe(true);
  });

  it("fits in 45 KiB", () => {
    expect(Buffer.byteLength(plcText)).toBeLessThan(45 * 1024);
  });

  it("never speaks of failing", () => {
    expect(plcText).not.toMatch(/\b(fail(s|ure|ing)?|poor|weak|inadequate|bad)\b/i);
  });

  it("tells neighbours apart without naming titles, which a team may change", () => {
    const titles = indicators.map(({ title }) => title);
    const differences = indicators.flatMap(({ neighbours }) => neighbours.map(({ difference }) => difference));
    expect(differences.filter((words) => titles.some((title) => words.includes(title)))).toEqual([]);
  });

  it("repeats no line of notes", () => {
    const lines = indicators.flatMap(({ examples, notThis }) => [...examples.map(({ text }) => text), ...notThis]);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each(indicators.map((indicator) => [indicator.code, indicator] as const))(
    "tells a teacher all of %s",
    (_, one) => {
      expect(one.title.length).toBeLessThanOrEqual(28);
      expect(one.counts).toMatch(/^[A-Z].*\.$/);
      expect(one.counts.length).toBeLessThanOrEqual(200);
      expect(one.neighbours.length).toBeGreaterThan(0);
      expect(one.examples.length).toBeGreaterThanOrEqual(3);
      expect(one.examples.length).toBeLessThanOrEqual(5);
      expect(new Set(one.examples.map(({ stance }) => stance))).toEqual(new Set(["evidenced", "planned", "contrary"]));
      expect(one.notThis.length).toBeGreaterThan(0);
    },
  );
});
