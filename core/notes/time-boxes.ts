import { CLOCK, clockAt, GROUPS, RANGE_WORDS, SPOKEN_SIGNS } from "./clock";
import { type Length, lengthIn } from "./lengths";
import { matches, placeOf } from "./places";
import { isSet, NEAR, OPENING } from "./set-apart";

/** A stretch of time that an item is given. */
export interface TimeBox {
  /** Minutes from midnight, where a clock time is given; afternoon is guessed for school hours (1:00–6:59). */
  readonly from?: number;
  readonly to?: number;
  /** Length in minutes, where it is given or follows from `from` and `to`. */
  readonly minutes?: number;
  /** Length in minutes that the text gives beside `from` and `to`, where it says another than they do. */
  readonly said?: number;
  /** It stands in the midst of the words, and so may be the time of something else: "lock 45 min of common planning". */
  readonly inText?: true;
  readonly start: number;
  readonly end: number;
}

/** The time box that a text gives its item, or undefined: "10 min", "2:10–2:30", "2x15", "½ hr", "10'", "until 3:15". */
export function timeBoxIn(text: string): TimeBox | undefined {
  if (!COULD_TELL.test(text)) return undefined;
  const clock = clockIn(text);
  const length = lengthIn(text, clock);
  if (!clock) return length && boxOf(length);
  const own = clock.start <= OPENING;
  // "Out of the door by 4:15" ends with an hour and is no item that starts then; "Welcome 2:45" is.
  const lone = clock.to === undefined && !own && text.split(" ").length > SHORT;
  // "Norms 2:45–2:50 (15 min)"
  const beside = length?.set === true && length.start >= clock.end && length.start - clock.end <= NEAR;
  const inText = (isSet(text, clock.start, clock.end) || beside) && !lone ? {} : ({ inText: true } as const);
  if (clock.from !== undefined && clock.to !== undefined) {
    const minutes = clock.to - clock.from;
    const differs = length?.set && length.minutes !== minutes;
    // "WIN block 9:00–9:40: who goes (10 min)": the hours belong to what is talked about.
    if (differs && !own && !beside) return boxOf(length);
    const said = differs && !length.several ? { said: length.minutes } : {};
    return { from: clock.from, to: clock.to, minutes, ...said, ...inText, start: clock.start, end: clock.end };
  }
  // "2:50 (10 min) data", but "4:15 Lock 45 min of common planning" and "Sing-along 1:30: who stands where, 5 min".
  if (!length || (own && !length.set)) return { ...clock, ...inText };
  const box = boxOf(length);
  return own || clock.end + NEAR >= length.start ? { ...clock, ...box } : box;
}

/** A look that most lines do not pass: every time has a digit, a half or a word for a number. */
const COULD_TELL = new RegExp(`[\\d½¼¾]|\\b(?:hours?|hr|minutes?|mins?|noon|midday|${SPOKEN_SIGNS})\\b`, "i");
/** Words of an item that is little but its name. */
const SHORT = 5;

interface Clock {
  readonly from?: number;
  readonly to?: number;
  readonly start: number;
  readonly end: number;
}

const SEPARATOR = `\\s?(?:--?|–|—|→|->|~|${RANGE_WORDS})\\s?`;
const BEFORE = "(?<![\\d/$£€.:,+-])";
const AFTER = "(?![\\d/%]|[:.]\\d|(?:st|nd|rd|th)\\b)";
/** "1.25 hr" and "0:15" are lengths. */
const NO_CLOCK = /^(?:\d\.\d{1,2}\s?(?:hours?|hrs?|h)\b|00?:[0-5]\d(?!\s?[ap]\.?m))/i;
const RANGE = new RegExp(`${BEFORE}${CLOCK}${SEPARATOR}${CLOCK}${AFTER}`, "giu");
const VERSES = /\b(?:acts?|scene|psalms?|verses?|(?:prayer|scripture|gospel|bible)\W+(?:[1-3] )?\p{L}+) $/iu;
const UNTIL = new RegExp(`\\b(?:until|till?|ends?(?: at)?|finish(?:es)?(?: at)?|to)\\s${CLOCK}${AFTER}`, "giu");
const SINGLE = new RegExp(`${BEFORE}${CLOCK}${AFTER}`, "giu");

/** The clock times of an item: a range before an end before a start. */
function clockIn(text: string): Clock | undefined {
  for (const match of matches(RANGE, text)) {
    const [first, second] = [clockAt(match, 1), clockAt(match, 1 + GROUPS)];
    const [hourAfter, minuteAfter] = match.slice(GROUPS + 2);
    // "Act 2:10–15" and "Prayer: Luke 10:25–37" are lines and verses.
    if (minuteAfter === undefined && VERSES.test(text.slice(0, match.index))) continue;
    // "9:15 – 5 min" is a start and a length.
    if (minuteAfter === undefined && /^ ?min(?:ute)?s?\b(?! of)/.test(text.slice(placeOf(match).end))) continue;
    // "2:45–55" ends within the hour.
    if (first && !second && match[3] !== undefined && minuteAfter === undefined && Number(hourAfter) < 60) {
      const from = first.minutes(first.half);
      const to = Math.floor(from / 60) * 60 + Number(hourAfter);
      if (to > from) return { from, to, ...placeOf(match) };
    }
    if (!first || !second || !(first.sure || second.sure) || first.military !== second.military) continue;
    const half = second.half ?? first.half;
    let from = first.minutes(first.half ?? half);
    let to = second.minutes(half);
    // "11:45-12:15pm": the half of the day is that of the end only.
    if (first.half === undefined && from >= to) from = first.minutes(undefined);
    if (to <= from) to += 12 * 60;
    // Half a day and more is the school's day or a span of hours open, not an item.
    if (to - from < 12 * 60) return { from, to, ...placeOf(match) };
  }
  let until: (Clock & { readonly to: number }) | undefined;
  for (const match of matches(UNTIL, text)) {
    const end = clockAt(match, 1);
    if (end?.sure && !end.military) until ??= { to: end.minutes(end.half), ...placeOf(match) };
  }
  for (const match of matches(SINGLE, text)) {
    const at = NO_CLOCK.test(text.slice(match.index)) ? undefined : clockAt(match, 1);
    if (at?.sure && (!at.military || /^0/.test(match[0]) || /^\s?h(?:rs)?\b/i.test(text.slice(placeOf(match).end)))) {
      const start = { from: at.minutes(at.half), ...placeOf(match) };
      // "4:25 tasks until 4:35"
      if (!until || (start.start <= OPENING && start.from < until.to))
        return { ...start, ...(until && { to: until.to }) };
      break;
    }
  }
  return until;
}

const boxOf = ({ minutes, set, start, end }: Length): TimeBox => ({
  minutes,
  ...(set ? {} : { inText: true }),
  start,
  end,
});
