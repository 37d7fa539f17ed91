import { expect, test } from "vitest";
import { type Decision, placeAnchors } from "../../../core/index";
import type { HostLine } from "../../../extension/hosts/host";
import { DecidedLines } from "../../../extension/overlay/decided-lines";
import { decision } from "../../core/agreement/decisions";

const linesOf = (...texts: readonly string[]) =>
  texts.map((text, id): HostLine => ({ id, text, line: { kind: "para", text }, lead: 0, shownFrom: 0 }));

/** Positions of the lines on which these decisions are shown. */
function shownOn(lines: readonly HostLine[], ...decisions: readonly (Decision & { readonly line: number })[]) {
  const decided = new DecidedLines();
  decided.keep(decisions, lines, placeAnchors);
  return lines.flatMap((line, at) => (decided.over(line, [], () => 0).length ? [at] : []));
}

const added = (quote: string, line: number) => ({ ...decision({ quote, verdict: "add" }), line });

test("of twins with like neighbours, the one that was answered shows the answer", () => {
  const lines = linesOf("Agenda", "Norms reviewed", "Data", "Agenda", "Norms reviewed", "Data");
  for (const at of [1, 4]) expect(shownOn(lines, added("Norms reviewed", at))).toEqual([at]);
});

test("where the document has moved on since, the words find the line", () => {
  const lines = linesOf("Welcome", "Agenda", " Norms reviewed ", "Data");
  expect(shownOn(lines, added("Norms reviewed", 1))).toEqual([2]);
  expect(shownOn(lines, added("Norms reviewed", 9))).toEqual([2]);
  expect(shownOn(lines, added("Norms written", 1))).toEqual([]);
});

test("a line that is longer than what an answer keeps of it shows it too", () => {
  expect(shownOn(linesOf("Data", "x".repeat(2500)), added("x".repeat(2000), 1))).toEqual([1]);
});
