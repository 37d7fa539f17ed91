import fc from "fast-check";
import type { Decision, Tag } from "../../../core/index";

let number = 0;

/** A decision with an id of its own, and made later than any before it. */
export function decision(over: Partial<Decision> = {}): Decision {
  number++;
  const verdict = over.verdict ?? "accept";
  const silent = verdict === "reject" || verdict === "withdraw";
  return {
    id: `d-${String(number).padStart(8, "0")}`,
    at: new Date(Date.UTC(2026, 9, 7) + number).toISOString(),
    who: "Priya",
    document: "doc1",
    tab: "",
    meeting: "2026-10-07",
    quote: "61 of 84 got 15 or more",
    prefix: "",
    suffix: "",
    indicator: "RD1",
    verdict,
    stance: silent ? "" : "evidenced",
    note: "",
    rubric: "plc@1",
    reader: verdict === "add" ? "" : "compact",
    ...over,
  };
}

export const tagOf = (indicator: string, more: Partial<Tag> = {}): Tag => ({
  indicator,
  stance: "evidenced",
  confidence: 0.9,
  tier: "found",
  evidence: [],
  why: "",
  reader: "compact",
  ...more,
});

/** Any decisions of three people, one of them nameless, on four lines of two documents. */
export const anyDecisions: fc.Arbitrary<Decision[]> = fc.array(
  fc
    .record({
      who: fc.constantFrom("Priya", "Sam", ""),
      document: fc.constantFrom("doc1", "doc2"),
      quote: fc.constantFrom("61 of 84 got 15 or more", "we tried the protocol"),
      indicator: fc.constantFrom("RD1", "SL3", "XX9"),
      verdict: fc.constantFrom("accept", "reject", "add", "restance", "withdraw"),
      other: fc.boolean(),
    })
    .map(({ other, ...over }) =>
      decision({ ...over, ...(other && /accept|add|restance/.test(over.verdict) ? { stance: "planned" } : {}) }),
    ),
  { maxLength: 24 },
);

/** Any tags of one line. */
export const anyTags: fc.Arbitrary<Tag[]> = fc.uniqueArray(
  fc
    .record({
      indicator: fc.constantFrom("RD1", "SL3", "TP1"),
      tier: fc.constantFrom("found", "suggested"),
      stance: fc.constantFrom("evidenced", "planned"),
    })
    .map(({ indicator, ...more }) => tagOf(indicator, more)),
  { selector: ({ indicator }) => indicator },
);
