import { expect, test } from "vitest";
import type { DocsDocument } from "../../../apps-script/document/docs-json";
import { readDocument } from "../../../apps-script/reading/read-document";
import type { Decision } from "../../../core/decisions/decision";
import { plcRubric } from "../../../core/rubric/rubric";
import { createTagger } from "../../../core/tagger/tagger";

const LINE = "Sorted all 94 exit tickets into three piles";
const OTHER = "Read our norms aloud";

/** A document with these tabs of one line each, in this order. */
const documentOf = (texts: Readonly<Record<string, string>>): DocsDocument => ({
  title: "Grade 4 PLC",
  tabs: Object.entries(texts).map(([tabId, content]) => ({
    tabProperties: { tabId, title: tabId },
    documentTab: { body: { content: [{ paragraph: { elements: [{ textRun: { content } }] } }] } },
  })),
});
const decisionIn = (tab: string): Decision => ({
  id: "decision-1",
  at: "2026-01-10T08:00:00.000Z",
  who: "Ana",
  document: "1aB",
  tab,
  quote: LINE,
  prefix: "",
  suffix: "",
  indicator: "SL3",
  verdict: "reject",
  stance: "",
  note: "",
  rubric: "plc@1.0.0",
  reader: "compact",
  meeting: "",
});
const tagger = createTagger(plcRubric);

const [ours, other] = [LINE, OTHER];

test.each([
  ["", "", "the tab that the document was made with, though a newer one stands first", { "t.new": other, "t.0": ours }],
  ["", "", "a line of that tab, not a like one of the newer tab above", { "t.new": ours, "t.0": ours }],
  ["t.0", "", "the same tab, named by its id", { "t.new": other, "t.0": ours }],
  ["t.new", "t.new", "a newer tab", { "t.0": ours, "t.new": ours }],
  ["t.gone", "t.new", "the first tab, where its own is gone", { "t.new": ours, "t.0": other }],
  ["", "t.new", "the first tab, where the one made with the document is gone", { "t.new": ours, "t.2": other }],
])("a decision in tab %j is laid over tab %j: %s", (tab, wanted, _, texts) => {
  const { outcomes, lines, meetings } = readDocument(documentOf(texts), "1aB", tagger, [decisionIn(tab)]);
  expect(outcomes.get("decision-1")).toBe("stands");
  const decided = lines.filter(({ tags }) => tags.some(({ standing }) => standing));
  expect(decided.map(({ meeting }) => meetings.find(({ key }) => key === meeting)?.tab)).toEqual([wanted]);
});
