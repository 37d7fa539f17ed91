import type { Coverage, CoverageMeeting } from "../coverage/coverage";

/** The meetings of a history before a day, the oldest first; undated ones stand at the front, as if long ago. */
export function pastMeetings(history: Coverage | undefined, date: string | undefined): CoverageMeeting[] {
  if (!history) return [];
  const undated = history.meetings.filter((meeting) => meeting.date === undefined);
  const dated = history.meetings.filter(
    (meeting) => meeting.date !== undefined && (date === undefined || meeting.date < date),
  );
  dated.sort((a, b) => ((a.date as string) < (b.date as string) ? -1 : 1));
  return [...undated, ...dated];
}

/** Whether a practice was found in a meeting, as done or as planned. */
export const showsIn = ({ tags }: CoverageMeeting, code: string): boolean =>
  tags.some(({ indicator, tier, stance }) => indicator === code && tier === "found" && stance !== "contrary");

/** How many meetings ago each practice was last found, from 0 for the last meeting; what never was is not in it. */
export function meetingsSince(past: readonly CoverageMeeting[]): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (let ago = 0; ago < past.length; ago++) {
    for (const { indicator, tier, stance } of (past[past.length - 1 - ago] as CoverageMeeting).tags)
      if (tier === "found" && stance !== "contrary" && !since.has(indicator)) since.set(indicator, ago);
  }
  return since;
}
