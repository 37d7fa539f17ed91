import type { Emphasis } from "../rubric/schema";
import type { Finding } from "./agenda-check";
import type { Context } from "./context";
import { meetingsSince } from "./past";
import { count, dayWords } from "./wording";

/** At most so many are named, the most useful first. */
const MOST = 3;
/** Fewer meetings say nothing of a habit. */
const LEAST_MEETINGS = 3;
/** Meetings in a row without a practice, by its weight, from which on it is worth a word. */
const AFTER: Readonly<Record<Emphasis, number>> = { core: 3, usual: 6, occasional: 18 };
const WEIGHT: Readonly<Record<Emphasis, number>> = { core: 3, usual: 2, occasional: 1 };

/** Practices that the team's meetings have not shown for long and that this agenda leaves out too. */
export function neglected({ rubric, promised, past }: Context, except: ReadonlySet<string>): Finding[] {
  if (past.length < LEAST_MEETINGS) return [];
  const ago = meetingsSince(past);
  const found = rubric.indicators.flatMap(({ code, title }, order) => {
    if (promised.has(code) || except.has(code)) return [];
    const emphasis = rubric.emphasis[code] ?? "usual";
    const since = ago.get(code) ?? past.length;
    const last = past[past.length - 1 - since];
    if (since < AFTER[emphasis]) return [];
    // What the team has done before lies closer to hand than what it has never done.
    const worth = WEIGHT[emphasis] * Math.min(since / AFTER[emphasis], 2) + (last ? 0.5 : 0);
    return [{ code, title, order, worth, since, last, why: rubric.emphasisWhy[code] }];
  });
  found.sort((a, b) => b.worth - a.worth || a.order - b.order);
  return found.slice(0, MOST).map(({ code, title, since, last, why }) => ({
    type: "neglected",
    rule: "neglected",
    indicators: [code],
    lines: [],
    message: `“${title}” (${code}) ${seenWords(since, last?.date, past.length)}.${why ? ` ${why}` : ""}`,
  }));
}

function seenWords(since: number, date: string | undefined, all: number): string {
  if (since === all) return `is not yet seen in your last ${count(all, "meeting")}`;
  return date === undefined
    ? `was last seen ${count(since, "meeting")} ago`
    : `was last seen on ${dayWords(date)}, ${count(since, "meeting")} ago`;
}
