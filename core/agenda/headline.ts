import type { AdaptedRubric } from "../rubric/adapt";
import type { AgendaItem, AgendaMinutes, Finding, FindingRule } from "./agenda-check";
import { count, listed } from "./wording";

/** Findings that are named; the others are only counted. */
const NAMED = 4;

/** One line that says it all: how much of the time goes where, and what is worth a thought. */
export function headlineOf(
  rubric: AdaptedRubric,
  items: readonly AgendaItem[],
  minutes: AgendaMinutes,
  findings: readonly Finding[],
): string {
  if (items.length === 0) return "No items were found in this agenda yet.";
  return `${timeSentence(rubric, items, minutes)} ${thoughts(rubric, findings)}`;
}

function timeSentence(
  rubric: AdaptedRubric,
  items: readonly AgendaItem[],
  { total, byDimension, logistics }: AgendaMinutes,
): string {
  if (total === 0) return `${count(items.length, "item")}, without times yet.`;
  const parts = rubric.dimensions
    .map(({ key, short }) => ({ short: short.toLowerCase(), minutes: byDimension[key] ?? 0 }))
    .filter((part) => part.minutes > 0)
    .sort((a, b) => b.minutes - a.minutes)
    .map((part) => `${part.minutes} to ${part.short}`);
  const shown = [...parts.slice(0, 2), `${logistics} to logistics`];
  return `Of ${count(total, "minute")}, ${listed(shown)}.`;
}

const PHRASES: Readonly<Partial<Record<FindingRule, string>>> = {
  overrun: "more minutes than there are",
  overlap: "times that overlap",
  contradiction: "times that do not match",
  noTime: "an item without time",
  noTimes: "times",
  noMaterial: "something to look at",
  noNorms: "your norms",
  noRoles: "who does what in the meeting",
  noClosing: "a closing",
  tooMany: "many items",
  oneLeader: "one person leads it all",
};

function thoughts(rubric: AdaptedRubric, findings: readonly Finding[]): string {
  if (findings.length === 0) return "Nothing stands out: it looks ready to send.";
  const title = (code: string) => rubric.indicators.find((each) => each.code === code)?.title.toLowerCase() ?? code;
  const phrases = findings.map(({ rule, indicators }) =>
    rule === "followUp" ? "an earlier promise" : (PHRASES[rule] ?? indicators.map(title).join(", ")),
  );
  const different = [...new Set(phrases)];
  const more = different.length - NAMED;
  return `Worth a thought: ${listed(more > 1 ? [...different.slice(0, NAMED), `${more} more`] : different)}.`;
}
