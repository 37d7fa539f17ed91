import type { Commitment, Coverage, CoverageMeeting } from "../coverage/coverage";

/** An earlier meeting, as the checks need it. */
export interface PastMeeting {
  readonly date: string | undefined;
  /** Practices found in it, as done or as planned. */
  readonly seen: ReadonlySet<string>;
  readonly commitments: readonly Commitment[];
  readonly texts: readonly string[];
  readonly headings: readonly string[];
}

/** The meetings of a history before a day, the oldest first; undated ones stand at the front, as if long ago. */
export function pastMeetings(history: Coverage | undefined, date: string | undefined): PastMeeting[] {
  if (!history) return [];
  const before = history.meetings.filter(
    (meeting) => meeting.date === undefined || date === undefined || meeting.date < date,
  );
  const undated = before.filter((meeting) => meeting.date === undefined);
  const dated = before.filter((meeting) => meeting.date !== undefined);
  dated.sort((a, b) => ((a.date as string) < (b.date as string) ? -1 : 1));
  return [...undated, ...dated].map(pastOf);
}

function pastOf({ date, tags, commitments }: CoverageMeeting): PastMeeting {
  const seen = new Set<string>();
  for (const { indicator, tier, stance } of tags) if (tier === "found" && stance !== "contrary") seen.add(indicator);
  return {
    date,
    seen,
    commitments,
    texts: tags.map(({ text }) => text),
    headings: tags.flatMap(({ headings }) => headings),
  };
}
