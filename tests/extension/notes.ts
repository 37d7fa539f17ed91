import type { Decision, Tag } from "../../core/index";
import type { DecisionDraft, DocumentReading, TaggedLine } from "../../extension/protocol";

/** A suggestion on the first word of a line. */
export const tag = (indicator: string, extra: Partial<Tag> = {}): Tag => ({
  indicator,
  stance: "evidenced",
  confidence: 0.8,
  tier: "found",
  evidence: [[0, 4]],
  why: "It says so.",
  reader: "compact",
  ...extra,
});

export const line = (text: string, ...codes: readonly string[]): TaggedLine => ({
  kind: "bullet",
  text,
  tags: codes.map((code) => tag(code)),
});

/** A document with these lines. */
export const reading = (lines: readonly TaggedLine[], extra: Partial<DocumentReading> = {}): DocumentReading => ({
  document: "doc-1",
  tab: "",
  title: "Grade 4",
  date: "2025-11-19",
  type: "minutes",
  rubric: "plc@1.0.0",
  way: { text: "annotated", marks: "annotated" },
  lines,
  ...extra,
});

/** An answer to the tag of a line. */
export const draft = (quote: string, at: number, extra: Partial<DecisionDraft> = {}): DecisionDraft => ({
  document: "doc-1",
  tab: "",
  id: `decision-${quote.length}-${at}`,
  quote,
  prefix: "",
  suffix: "",
  line: at,
  meeting: "2025-11-19",
  indicator: "SL3",
  verdict: "accept",
  stance: "evidenced",
  note: "",
  reader: "compact",
  ...extra,
});

export const by = (second = 0) => ({
  who: "Roz",
  now: new Date(Date.UTC(2025, 10, 19, 15, 0, second)),
  rubric: "plc@1.0.0",
});

/** A decision as it is kept. */
export const decision = (extra: Partial<Decision> = {}): Decision => ({
  ...{ id: "decision-1", at: "2025-11-19T15:00:00.000Z", who: "Roz", document: "doc-1", tab: "", meeting: "" },
  ...{ quote: "A line", prefix: "", suffix: "", indicator: "SL3", verdict: "accept", stance: "evidenced", note: "" },
  ...{ rubric: "plc@1.0.0", reader: "compact" },
  ...extra,
});
