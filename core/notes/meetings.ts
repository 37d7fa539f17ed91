import { dayIn, isoDay, type NamedDay } from "./dates";
import type { Line, Notes } from "./notes";

/** One meeting within a document. `from` is the index of its first line in the document. */
export interface Meeting {
  readonly from: number;
  readonly notes: Notes;
}

/** A line with no more than this many characters beside its date is taken for the start of a meeting. */
const BESIDE_DATE = 40;

/**
 * Splits a running log into its meetings: two or more headings (or lines that are little but a date) that name
 * different days. A document without such lines is one meeting. Lines before the first date stay with the document's head
 * and go to the first meeting.
 */
export function splitMeetings(notes: Notes): Meeting[] {
  const starts = meetingStarts(notes.lines);
  if (starts.length < 2) return [{ from: 0, notes }];
  const fallbackYear = notes.date
    ? Number(notes.date.slice(0, 4))
    : starts.find(({ day }) => day.year !== undefined)?.day.year;
  let year = starts[0]?.day.year ?? fallbackYear;
  let month = starts[0]?.day.month ?? 1;
  const upwards = isUpwards(starts.map(({ day }) => day));
  return starts.map(({ line, day }, at) => {
    // A log that names no years crosses New Year where the month jumps back (or, newest first, ahead).
    if (day.year !== undefined) year = day.year;
    else if (year !== undefined && upwards && month - day.month > 6) year++;
    else if (year !== undefined && !upwards && day.month - month > 6) year--;
    month = day.month;
    const date = isoDay(day, year);
    const from = at === 0 ? 0 : line;
    const { date: _whole, ...rest } = notes;
    return {
      from,
      notes: { ...rest, lines: notes.lines.slice(from, starts[at + 1]?.line), ...(date === undefined ? {} : { date }) },
    };
  });
}

interface Start {
  readonly line: number;
  readonly day: NamedDay;
}

/** Words that stand beside the date where a meeting starts: "Wed 10/8 – PLC mtg". */
const MEETING_WORDS =
  /\b(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|s|nesday|rsday|urday)?\b|\b(?:plc|meetings?|mtg|minutes|notes|log|agenda|team|week|wk|cycle|date|no|of|the|dept|department)\b|[^\p{L}]+/giu;

function meetingStarts(lines: readonly Line[]): Start[] {
  const dated: (Start & { readonly before: string })[] = [];
  lines.forEach((line, at) => {
    if ((line.kind !== "heading" && line.kind !== "para") || line.text.length > BESIDE_DATE * 2) return;
    const day = dayIn(line.text);
    if (!day) return;
    const beside = line.text.length - (day.end - day.start);
    if (line.kind === "para" && beside > BESIDE_DATE / 4) return;
    if (/\b(?:next|due|until|deadline|by)\b/i.test(line.text.slice(0, day.start))) return;
    dated.push({ line: at, day, before: line.text.slice(0, day.start).toLowerCase().replace(MEETING_WORDS, "") });
  });
  // "Visit to room 4, Oct 8" starts no meeting; "Gr 4 maths, Oct 8" does where other meetings start with the same words.
  const isStart = ({ before }: { before: string }) =>
    before === "" || dated.filter((other) => other.before === before).length > 1;
  const starts: Start[] = [];
  for (const candidate of dated.filter(isStart)) {
    const last = starts[starts.length - 1]?.day;
    if (last && last.month === candidate.day.month && last.day === candidate.day.day) continue;
    starts.push({ line: candidate.line, day: candidate.day });
  }
  return starts;
}

/** Whether a log runs from old to new: most neighbours do. */
function isUpwards(days: readonly NamedDay[]): boolean {
  let up = 0;
  for (let at = 1; at < days.length; at++) up += Math.sign(stepBetween(days[at - 1] as NamedDay, days[at] as NamedDay));
  return up >= 0;
}

/** About how many days from one to the next. Where a year is missing, a leap of over half a year crosses New Year. */
function stepBetween(before: NamedDay, after: NamedDay): number {
  const within = (after.month - before.month) * 31 + after.day - before.day;
  if (before.year !== undefined && after.year !== undefined) return (after.year - before.year) * 372 + within;
  return Math.abs(within) > 186 ? -within : within;
}
