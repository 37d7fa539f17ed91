import type { Rubric } from "../rubric/rubric";
import type { Stance, Tag } from "../tagger/tag";

/** How often an indicator or a dimension shows. Only `found` tags count; `suggested` ones are given apart. */
export interface Totals extends Readonly<Record<Stance, number>> {
  readonly suggested: number;
  /** Meetings with at least one evidenced or planned tag. */
  readonly meetings: number;
  /** Dates of the first and the last dated meeting with evidence of it. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** What to say of it. No level is ever computed: people set levels. */
  readonly state: "seen" | "planned" | "not yet seen";
}

interface Meeting {
  readonly date?: string;
  readonly tags: readonly Tag[];
}

/** Totals of every indicator and dimension of the rubric, those without evidence too. */
export function totalsOf(
  meetings: readonly Meeting[],
  rubric: Rubric,
): { indicators: Record<string, Totals>; dimensions: Record<string, Totals> } {
  const indicators = Object.fromEntries(rubric.indicators.map(({ code }) => [code, totals(meetings, new Set([code]))]));
  const dimensions = Object.fromEntries(
    rubric.dimensions.map(({ key }) => {
      const codes = rubric.indicators.filter(({ dimension }) => dimension === key).map(({ code }) => code);
      return [key, totals(meetings, new Set(codes))];
    }),
  );
  return { indicators, dimensions };
}

function totals(meetings: readonly Meeting[], codes: ReadonlySet<string>): Totals {
  const count = { evidenced: 0, planned: 0, contrary: 0, suggested: 0, meetings: 0 };
  let firstSeen: string | undefined;
  let lastSeen: string | undefined;
  for (const { date, tags } of meetings) {
    let shows = false;
    for (const { indicator, tier, stance } of tags) {
      if (!codes.has(indicator)) continue;
      if (tier === "suggested") {
        count.suggested++;
        continue;
      }
      count[stance]++;
      if (stance !== "contrary") shows = true;
      if (stance !== "evidenced" || date === undefined) continue;
      if (firstSeen === undefined || date < firstSeen) firstSeen = date;
      if (lastSeen === undefined || date > lastSeen) lastSeen = date;
    }
    if (shows) count.meetings++;
  }
  return {
    ...count,
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    state: count.evidenced ? "seen" : count.planned ? "planned" : "not yet seen",
  };
}
