import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Coverage, coverageOf, plcRubric, type Totals } from "../../../core/index";
import { anyDocument, bullet, codes, documentOf, tagOf } from "./documents";

const nothing: Totals = { evidenced: 0, planned: 0, contrary: 0, suggested: 0, meetings: 0, state: "not yet seen" };
const codesOf = (key: string) =>
  plcRubric.indicators.filter(({ dimension }) => dimension === key).map(({ code }) => code);
const keys = plcRubric.dimensions.map(({ key }) => key);

/** Counts once more, from the lines that the coverage shows. */
function recount({ meetings }: Coverage, wanted: readonly string[]): Totals {
  const rows = meetings.flatMap((meeting, at) =>
    meeting.tags
      .filter(({ indicator }) => wanted.includes(indicator))
      .map((tag) => ({ ...tag, at, date: meeting.date })),
  );
  const found = rows.filter(({ tier }) => tier === "found");
  const [evidenced, planned, contrary] = (["evidenced", "planned", "contrary"] as const).map((stance) =>
    found.filter((row) => row.stance === stance),
  ) as [typeof found, typeof found, typeof found];
  const [firstSeen, lastSeen] = ((days) => [days[0], days.at(-1)])(evidenced.flatMap(({ date }) => date ?? []).sort());
  return {
    evidenced: evidenced.length,
    planned: planned.length,
    contrary: contrary.length,
    suggested: rows.length - found.length,
    meetings: new Set([...evidenced, ...planned].map(({ at }) => at)).size,
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    state: evidenced.length ? "seen" : planned.length ? "planned" : "not yet seen",
  };
}

test("every figure equals the lines behind it", () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { maxLength: 6 }), (documents) => {
      const coverage = coverageOf(documents, plcRubric);
      const { indicators, dimensions } = coverage.totals;
      expect(indicators).toEqual(Object.fromEntries(codes.map((code) => [code, recount(coverage, [code])])));
      expect(dimensions).toEqual(Object.fromEntries(keys.map((key) => [key, recount(coverage, codesOf(key))])));
    }),
  );
});

test("suggested tags change no figure but their own", () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { maxLength: 4 }), (documents) => {
      const sure = documents.map(({ source, tagged }) => ({
        source,
        tagged: { ...tagged, tags: tagged.tags.map((tags) => tags.filter(({ tier }) => tier === "found")) },
      }));
      const without = coverageOf(sure, plcRubric).totals.indicators;
      for (const [code, totals] of Object.entries(coverageOf(documents, plcRubric).totals.indicators))
        expect({ ...totals, suggested: 0 }).toEqual(without[code]);
    }),
  );
});

test("nothing at all gives 28 indicators and five dimensions that are not yet seen", () => {
  const { indicators, dimensions } = coverageOf([], plcRubric).totals;
  expect(Object.keys(indicators)).toHaveLength(28);
  expect(indicators).toEqual(Object.fromEntries(codes.map((code) => [code, nothing])));
  expect(dimensions).toEqual(Object.fromEntries(keys.map((key) => [key, nothing])));
});

describe("an indicator", () => {
  const dates = ["2025-10-08", "2025-09-03", undefined];
  test.each([
    ["with a suggested tag only is not yet seen", [{ tier: "suggested" }], { suggested: 1 }],
    ["found missing only is not yet seen", [{ stance: "contrary" }], { contrary: 1 }],
    ["planned only is planned", [{ stance: "planned" }], { planned: 1, meetings: 1, state: "planned" }],
    [
      "planned and evidenced is seen, since its evidence",
      [{ stance: "planned" }, { stance: "evidenced" }],
      { planned: 1, evidenced: 1, meetings: 2, firstSeen: "2025-09-03", lastSeen: "2025-09-03", state: "seen" },
    ],
    [
      "evidenced without a date is seen, nobody knows when",
      [{ tier: "suggested" }, { tier: "suggested" }, {}],
      { suggested: 2, evidenced: 1, meetings: 1, state: "seen" },
    ],
    [
      "evidenced twice is seen from the earlier day to the later",
      [{}, {}],
      { evidenced: 2, meetings: 2, firstSeen: "2025-09-03", lastSeen: "2025-10-08", state: "seen" },
    ],
  ] as const)("%s", (_title, tags, totals) => {
    const documents = tags.map((tag, at) => {
      const date = dates[at];
      return documentOf([[bullet(`line ${at}`), tagOf("SL3", tag)]], date === undefined ? {} : { date });
    });
    const { indicators, dimensions } = coverageOf(documents, plcRubric).totals;
    expect(indicators.SL3).toEqual({ ...nothing, ...totals });
    expect(dimensions.SL).toEqual(indicators.SL3);
    expect(indicators.SL1).toEqual(nothing);
  });
});

test("a dimension counts a meeting once, however many of its indicators show there", () => {
  const { dimensions } = coverageOf(
    [
      documentOf([
        [bullet("a"), tagOf("SL1"), tagOf("SL3")],
        [bullet("b"), tagOf("SL4", { stance: "planned" })],
      ]),
    ],
    plcRubric,
  ).totals;
  expect(dimensions.SL).toMatchObject({ evidenced: 2, planned: 1, meetings: 1 });
});

test("a tag that the rubric does not know is kept with its line but counted nowhere", () => {
  const { meetings, totals } = coverageOf([documentOf([[bullet("a"), tagOf("ZZ9")]])], plcRubric);
  expect(meetings[0]?.tags).toHaveLength(1);
  expect(Object.keys(totals.indicators)).toEqual(codes);
  expect(totals.dimensions).toEqual(Object.fromEntries(keys.map((key) => [key, nothing])));
});
