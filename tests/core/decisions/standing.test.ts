import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Decision,
  decidedTags,
  decisionFromRow,
  decisionTime,
  decisionToRow,
  standingOf,
  type Tag,
} from "../../../core/index";

const decision = (over: Partial<Decision> = {}): Decision => ({
  id: "d-000001",
  at: "2026-10-07T14:00:00.000Z",
  who: "Priya",
  document: "doc1",
  tab: "",
  meeting: "2026-10-07",
  quote: "61 of 84 got 15 or more",
  prefix: "",
  suffix: "",
  indicator: "RD1",
  verdict: "accept",
  stance: "evidenced",
  note: "",
  rubric: "plc@1",
  reader: "compact",
  ...over,
});

const some = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }).map((n) => `d-00000${n}`),
    at: fc.constantFrom("2026-10-07T14:00:00.000Z", "2026-10-07T14:00:00.001Z", "2026-10-08T09:00:00.000Z"),
    who: fc.constantFrom("Priya", "Sam", ""),
    indicator: fc.constantFrom("RD1", "SL3"),
    verdict: fc.constantFrom("accept", "reject", "add", "restance", "withdraw"),
    stance: fc.constantFrom("evidenced", "planned", "contrary"),
  })
  .map((over) => decision(over as Partial<Decision>));

test("a row read back is the same decision", () => {
  fc.assert(
    fc.property(some, (one) => {
      expect(decisionFromRow(decisionToRow(one))).toEqual({ ok: true, decision: one });
    }),
  );
});

test.each([
  [{ indicator: "banana" }, "indicator"],
  [{ verdict: "maybe" }, "verdict"],
  [{ stance: "" }, "stance"],
  [{ at: "yesterday" }, "at"],
  [{ id: "=1+1" }, "id"],
])("a row with %j names the column", (over, column) => {
  expect(decisionFromRow(decisionToRow(decision(over as Partial<Decision>)))).toMatchObject({ ok: false, column });
});

test("order and repetition of what arrives change nothing", () => {
  fc.assert(
    fc.property(fc.array(some), fc.infiniteStream(fc.nat()), (decisions, random) => {
      const arrived = [...decisions, ...decisions]
        .map((one) => ({ one, rank: random.next().value as number }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ one }) => one);
      expect(standingOf(arrived)).toEqual(standingOf(decisions));
    }),
  );
});

test("the latest voice counts, and a difference is told", () => {
  const [standing] = standingOf([
    decision({ id: "d-000002", at: "2026-10-07T15:00:00.000Z", who: "Sam", verdict: "reject", stance: "" }),
    decision(),
  ]);
  expect(standing).toMatchObject({ disagreed: true, decision: { who: "Sam" } });
  expect(standing?.voices.map(({ who }) => who)).toEqual(["Priya", "Sam"]);
});

test("what is taken back leaves what others said", () => {
  const said = [
    decision({ id: "d-000002", who: "Sam", verdict: "restance", stance: "planned" }),
    decision({ id: "d-000003", at: "2026-10-07T16:00:00.000Z", who: "Sam", verdict: "withdraw", stance: "" }),
  ];
  expect(standingOf(said)).toEqual([]);
  expect(standingOf([...said, decision()])).toMatchObject([{ decision: { who: "Priya" }, disagreed: false }]);
});

test("a new decision stands after every one that its maker had seen, however the clocks go", () => {
  const now = new Date("2026-10-07T14:00:00.000Z");
  expect(decisionTime(now, undefined)).toBe("2026-10-07T14:00:00.000Z");
  expect(decisionTime(now, "2026-10-07T14:20:00.000Z")).toBe("2026-10-07T14:20:00.001Z");
  expect(decisionTime(now, "9999-12-31T23:59:59.999Z")).toBe("9999-12-31T23:59:59.999Z");
});

test("people's word is laid over the suggestions", () => {
  const tag: Tag = {
    indicator: "RD1",
    stance: "planned",
    confidence: 0.6,
    tier: "suggested",
    evidence: [[0, 2]],
    why: "why",
    reader: "compact",
  };
  expect(decidedTags([tag], [])).toEqual([tag]);
  expect(decidedTags([tag], standingOf([decision()]))).toMatchObject([
    { indicator: "RD1", stance: "evidenced", confidence: 1, tier: "found", reader: "person", evidence: [[0, 2]] },
  ]);
  const rejected = decidedTags([tag], standingOf([decision({ verdict: "reject", stance: "" })]));
  expect(rejected).toMatchObject([{ reader: "compact", standing: { decision: { verdict: "reject" } } }]);
  expect(decidedTags([], standingOf([decision({ verdict: "add" })]))).toMatchObject([
    { indicator: "RD1", reader: "person" },
  ]);
});
