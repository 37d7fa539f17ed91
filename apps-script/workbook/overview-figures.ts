import { type Totals, totalsOf } from "../../core/coverage/totals";
import type { Rubric } from "../../core/rubric/rubric";
import type { Tag } from "../../core/tagger/tag";
import { codeOf, factsOf } from "./evidence-facts";
import { type Row, textOf } from "./table";
import { MONTHS } from "./tables";

/** What the Overview is written from. */
export interface Figures {
  readonly totals: { readonly indicators: Record<string, Totals>; readonly dimensions: Record<string, Totals> };
  /** The months shown, oldest first, as `2025-10`; empty before any meeting has a date. */
  readonly months: readonly string[];
  /** Lines that show or plan a practice (or any of a dimension), by month, with those before the first month at the front. */
  readonly byMonth: ReadonlyMap<string, readonly number[]>;
  readonly meetings: number;
  readonly undated: number;
  /** Days of the dated meetings, oldest first. */
  readonly days: readonly string[];
}

/** Counts evidence and meetings as the sheets hold them. */
export function figuresOf(evidence: readonly Row[], meetings: readonly Row[], rubric: Rubric): Figures {
  const byKey = new Map(meetings.map((row) => [textOf(row, "key"), { date: textOf(row, "date"), tags: [] as Tag[] }]));
  for (const row of evidence) {
    const tag = tagOf(row);
    if (tag) byKey.get(factsOf(row).meeting)?.tags.push(tag);
  }
  const counted = [...byKey.values()].map(({ date, tags }) => (date ? { date, tags } : { tags }));
  const days = counted.flatMap(({ date }) => (date ? [date] : [])).sort();
  const months = monthsUpTo(days[days.length - 1]);
  const byMonth = new Map<string, number[]>();
  const add = (code: string, at: number) => {
    const numbers = byMonth.get(code) ?? Array<number>(MONTHS + 1).fill(0);
    numbers[at] = (numbers[at] ?? 0) + 1;
    byMonth.set(code, numbers);
  };
  const dimensionOf = new Map(rubric.indicators.map(({ code, dimension }) => [code, dimension]));
  for (const { date, tags } of counted) {
    if (!date) continue;
    const at = months.indexOf(date.slice(0, 7)) + 1;
    for (const { indicator, tier, stance } of tags) {
      if (tier !== "found" || stance === "contrary") continue;
      add(indicator, at);
      add(dimensionOf.get(indicator) ?? "", at);
    }
  }
  return {
    totals: totalsOf(counted, rubric),
    months,
    byMonth,
    meetings: counted.length,
    undated: counted.length - days.length,
    days,
  };
}

/** A row of evidence as the core counts it; `undefined` for one that does not count at all. */
function tagOf(row: Row): Tag | undefined {
  const { picked, stance, printed } = factsOf(row);
  if (printed || (picked !== "found" && picked !== "suggested")) return undefined;
  return { indicator: codeOf(row), stance, tier: picked, confidence: 1, evidence: [], why: "", reader: "compact" };
}

function monthsUpTo(day: string | undefined): readonly string[] {
  if (!day) return [];
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: MONTHS }, (_, at) => {
    const month = last - MONTHS + 1 + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}
