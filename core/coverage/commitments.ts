import { isoDay, type NamedDay } from "../notes/dates";
import { detailsOf } from "../notes/details";
import type { HeadingPath } from "../notes/headings";
import { isDay } from "../notes/json";
import type { Line } from "../notes/notes";

/** Something a person promised: "Priya: exit slips by 12 Oct". `due` is `YYYY-MM-DD` where it could be read. */
export interface Commitment {
  readonly who: string;
  readonly what: string;
  readonly due?: string;
  readonly line: number;
}

const TO_DO =
  /\b(?:next steps?|actions?|action items?|to[- ]?dos?|commitments?|follow[- ]?ups?|homework|before next|for next|bring|who does what|tasks?)\b/i;
/** "Ana will …", "Roz and Deepa will …", but not "The fridge will be emptied". */
const PROMISE = /^\p{Lu}[\p{L}'’.-]+(?:(?:,| and| &| \+) \p{Lu}[\p{L}'’.-]+)* will (?!be \p{Ll}+ed\b)/u;

/** The commitment that a line states, if it names a person: under a heading for next steps, or with "X will …". */
export function commitmentIn(
  line: Line,
  at: number,
  path: HeadingPath,
  meetingDate: string | undefined,
): Commitment | undefined {
  const { text } = line;
  const details = detailsOf(text);
  if (details.owners.length === 0 || !(path.some((heading) => TO_DO.test(heading)) || PROMISE.test(text)))
    return undefined;
  const due = details.day && dueDay(details.day, meetingDate);
  return { who: details.owners.join(", "), what: text, line: at, ...(due === undefined ? {} : { due }) };
}

/** Days, in a year of 31-day months, that a day may lie before the meeting and still be one that was missed. */
const MISSED = 62;
const YEAR = 12 * 31;

/** The day as `YYYY-MM-DD`. One without a year lies between two months before the meeting and ten months after it. */
function dueDay(day: NamedDay, meetingDate: string | undefined): string | undefined {
  let year: number | undefined;
  if (meetingDate !== undefined) {
    const [y, month, date] = meetingDate.split("-").map(Number) as [number, number, number];
    const ahead = (day.month - month) * 31 + day.day - date;
    year = ahead < -MISSED ? y + 1 : ahead > YEAR - MISSED ? y - 1 : y;
  }
  const due = isoDay(day, year);
  return due !== undefined && isDay(due) ? due : undefined;
}
