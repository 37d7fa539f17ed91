import type { AdaptedRubric } from "../rubric/adapt";
import type { AgendaItem, AgendaMinutes, Finding, FindingRule } from "./agenda-check";
import { sentence } from "./sentences";
import words from "./thoughts.json" with { type: "json" };
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
  if (items.length === 0) return sentence("nothingYet");
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
  const [first, ...rest] = [...parts.slice(0, 2), `${logistics} to logistics`];
  return `Of ${count(total, "minute")}, ${listed([`${first?.replace(" to ", " go to ")}`, ...rest])}.`;
}

const PHRASES: Readonly<Partial<Record<FindingRule, string>>> = words;

function thoughts(rubric: AdaptedRubric, findings: readonly Finding[]): string {
  if (findings.length === 0) return sentence("ready");
  const title = (code: string) => rubric.indicators.find((each) => each.code === code)?.title.toLowerCase() ?? code;
  const phrases = findings.map(({ rule, indicators }) => PHRASES[rule] ?? indicators.map(title).join(", "));
  const different = [...new Set(phrases)];
  const more = different.length - NAMED;
  return `Worth a thought: ${listed(more > 1 ? [...different.slice(0, NAMED), `${more} more`] : different)}.`;
}
