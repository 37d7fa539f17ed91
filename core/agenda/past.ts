import type { Coverage, CoverageMeeting } from "../coverage/coverage";

/**
 * A team's meetings before a day, the oldest first; undated minutes stand at the front, as if long ago. What was kept of
 * one day is one meeting. An undated agenda is none: it may be a form, or one still to come.
 */
export function pastMeetings(meetings: readonly CoverageMeeting[], date: string | undefined): CoverageMeeting[] {
  const undated: CoverageMeeting[] = [];
  const days = new Map<string, CoverageMeeting[]>();
  for (const meeting of meetings) {
    if (meeting.date === undefined) {
      if (meeting.type === "minutes") undated.push(meeting);
    } else if (date === undefined || meeting.date < date)
      days.set(meeting.date, [...(days.get(meeting.date) ?? []), meeting]);
  }
  const dated = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofDay]) => inOne(ofDay));
  return [...undated, ...dated];
}

/** All that was kept of one meeting. Where there are minutes, they tell what came of its agenda. */
function inOne(ofDay: readonly CoverageMeeting[]): CoverageMeeting {
  const minutes = ofDay.filter(({ type }) => type === "minutes");
  const kept = minutes.length > 0 ? minutes : ofDay;
  return {
    ...(kept[0] as CoverageMeeting),
    lines: kept.reduce((sum, { lines }) => sum + lines, 0),
    tags: kept.flatMap(({ tags }) => tags),
    commitments: kept.flatMap(({ commitments }) => commitments),
  };
}

/** A history, and of the meetings that a log itself holds those of which the history knows nothing, or only an agenda. */
export function withOwn(history: Coverage | undefined, own: readonly CoverageMeeting[]): CoverageMeeting[] {
  const known = history?.meetings ?? [];
  const isKnown = ({ date, type }: CoverageMeeting) =>
    known.some((other) => other.date === date && (other.type === "minutes" || type === "agenda"));
  return [...known, ...own.filter((meeting) => !isKnown(meeting))];
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
