import { CLOCK, clockAt, RANGE_WORDS } from "./clock";

/** A stretch of time that an item is given. */
export interface TimeBox {
  /** Minutes from midnight, where a clock time is given; afternoon is guessed for school hours (1:00–6:59). */
  readonly from?: number;
  readonly to?: number;
  /** Length in minutes, where it is given or follows from `from` and `to`. */
  readonly minutes?: number;
  /** Length in minutes that the text gives beside `from` and `to`, where it says another than they do. */
  readonly said?: number;
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
  if (clock.from !== undefined && clock.to !== undefined) {
    const minutes = clock.to - clock.from;
    // "WIN block 9:00–9:40: who goes (10 min)": the hours belong to what is talked about.
    if (length?.set && !own && length.minutes !== minutes) return boxOf(length);
    const said = length?.set && length.minutes !== minutes ? { said: length.minutes } : {};
    return { from: clock.from, to: clock.to, minutes, ...said, start: clock.start, end: clock.end };
  }
  if (!length) return clock;
  // "2:50 (10 min) data", but "Sing-along 1:30: who stands where, 5 min".
  if (!own && !length.set) return boxOf(length);
  const { start, end } = boxOf(length);
  const known = own || clock.end + NEAR >= length.start ? clock : {};
  return { ...known, minutes: length.minutes, start, end };
}

/** A look that most lines do not pass: every time has a digit, a half or a word for a number. */
const COULD_TELL = /[\d½¼¾]|\b(?:hour|minutes?|mins?|noon|midday)\b/i;
/** A time that starts within so many characters stands at the head of its line. */
const OPENING = 4;
/** Characters between a time and its length: "2:50 – 10 min". */
const NEAR = 6;

interface Clock {
  readonly from?: number;
  readonly to?: number;
  readonly start: number;
  readonly end: number;
}

const SEPARATOR = `\\s?(?:-|–|—|→|->|${RANGE_WORDS})\\s?`;
const BEFORE = "(?<![\\d/$£€.:,+-])";
const AFTER = "(?![\\d/%]|[:.]\\d|(?:st|nd|rd|th)\\b)";
const RANGE = new RegExp(`${BEFORE}${CLOCK}${SEPARATOR}${CLOCK}${AFTER}`, "gi");
const UNTIL = new RegExp(`\\b(?:until|till?|ends?(?: at)?|finish(?:es)?(?: at)?|to)\\s${CLOCK}${AFTER}`, "gi");
const SINGLE = new RegExp(`${BEFORE}${CLOCK}${AFTER}`, "gi");

/** The clock times of an item: a range before an end before a start. */
function clockIn(text: string): Clock | undefined {
  for (const match of matches(RANGE, text)) {
    const [first, second] = [clockAt(match, 1), clockAt(match, 6)];
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
  for (const match of matches(UNTIL, text)) {
    const end = clockAt(match, 1);
    if (end?.sure && !end.military) return { to: end.minutes(end.half), ...placeOf(match) };
  }
  for (const match of matches(SINGLE, text)) {
    const at = clockAt(match, 1);
    if (at?.sure && (!at.military || /^0/.test(match[0]) || /^\s?h(?:rs)?\b/i.test(text.slice(placeOf(match).end))))
      return { from: at.minutes(at.half), ...placeOf(match) };
  }
  return undefined;
}

interface Length {
  readonly minutes: number;
  /** Stands in brackets, at the head or at the end: it is surely the item's own. */
  readonly set: boolean;
  readonly start: number;
  readonly end: number;
}

const WORDS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15 },
  ...{
    twenty: 20,
    "twenty-five": 25,
    thirty: 30,
    "thirty-five": 35,
    forty: 40,
    "forty-five": 45,
    fifty: 50,
    sixty: 60,
  },
};
const NUMBER = `\\d{1,3}(?:\\.\\d)?|${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|")}`;
const COUNT = "\\d{1,2}|two|three|four|five|six";
const MINUTES = "(?:min(?:ute)?s?\\b\\.?|mn\\b|m(?=$|[\\s),.;:\\]–—-]|x)|['′’](?![a-z\\d]))";
const HOURS = "(?:hours?|hrs?|h)\\b\\.?";
const LENGTHS: readonly { pattern: RegExp; read: (m: RegExpExecArray) => number | undefined }[] = [
  // 1 hr 15, 1h30, 2 hours and 10 minutes
  {
    pattern: new RegExp(`(\\d)\\s?(?:hours?|hrs?|h)\\.?\\s?(?:and |, )?(\\d{1,2})(?!\\d)\\s?${MINUTES}?`, "gi"),
    read: (m) => Number(m[1]) * 60 + Number(m[2]),
  },
  {
    pattern: /\b(?:(\d)\s?)?(½|¼|¾|1\/2|1\/4|3\/4)(?: (?:an |of an )?|-)?(?:hours?|hrs?|h)\b\.?/gi,
    read: (m) => Number(m[1] ?? 0) * 60 + partOf(m[2] as string),
  },
  {
    pattern: /(?<![\d.])()([½¼¾])\s?(?:an |of an )?(?:hours?|hrs?|h)\b\.?/gi,
    read: (m) => partOf(m[2] as string),
  },
  { pattern: /\b(?:an |one |1 )hour and a half\b/gi, read: () => 90 },
  { pattern: /\b(?:(?:a )?half(?: an)?[ -]hour)\b/gi, read: () => 30 },
  { pattern: /\b(?:three[- ]quarters of an hour)\b/gi, read: () => 45 },
  { pattern: /\b(?:(?:a )?quarter(?: of)?(?: an)? hour)\b/gi, read: () => 15 },
  { pattern: /\b(?:an|one) hour\b/gi, read: () => 60 },
  {
    pattern: new RegExp(`(?<![\\d/.$£€:-])(\\d(?:\\.\\d{1,2})?)[\\s-]?${HOURS}`, "gi"),
    read: (m) => Number(m[1]) * 60,
  },
  // 3 x 5 min, 2x15, 3 rounds of 5 min, 4 people, 5 min each
  {
    pattern: new RegExp(
      `(?<![\\d/.$£€:])(${COUNT})\\s?(?:[x×*]|\\p{L}+ (?:of|at|@)|\\p{L}+,) ?(${NUMBER})[\\s-]?${MINUTES}`,
      "giu",
    ),
    read: (m) => countOf(m[1]) * countOf(m[2]),
  },
  {
    pattern: new RegExp(`(?<![\\d/.$£€:])(${NUMBER})[\\s-]?${MINUTES}\\s?[x×*]\\s?(\\d{1,2})\\b`, "gi"),
    read: (m) => countOf(m[1]) * countOf(m[2]),
  },
  {
    pattern:
      /(?<![\d/.$£€:x×])(\d{1,2})\s?[x×]\s?(\d?[05])(?![\d%]|\s?(?:index|cards?|photos?|inch|in\b|cm|grid|tables?|arrays?|["”]|\p{L}))/giu,
    read: (m) => (Number(m[2]) ? Number(m[1]) * Number(m[2]) : undefined),
  },
  // 5-10 min: the longer, so that it surely fits
  {
    pattern: new RegExp(`(?<![\\d/.$£€:])(?:\\d{1,3}\\s?(?:-|–|to|or)\\s?)?(${NUMBER})[\\s-]?${MINUTES}`, "gi"),
    read: (m) => countOf(m[1]),
  },
];
const EACH = /^[\s,)]*(?:each|per |apiece|a piece|a head|\/ ?(?:person|teacher|school|team))/i;
const ROUNDS =
  /\b(\d{1,2}|two|three|four|five|six) (?:rounds?|turns?|people|pairs|teachers|schools|teams|groups|of us|members|stations|presenters)\b/i;
const MANY = /[x×*]|\p{L}+ (?:of|at|@) |,/u;

/** The length of an item; of several, the one that is set apart, or else their sum: "read 5 min, talk 10 min". */
function lengthIn(text: string, clock: Clock | undefined): Length | undefined {
  const taken = new Uint8Array(text.length);
  if (clock) taken.fill(1, clock.start, clock.end);
  const found: Length[] = [];
  for (const { pattern, read } of LENGTHS) {
    for (const match of matches(pattern, text)) {
      const { start, end } = placeOf(match);
      if (taken.subarray(start, end).includes(1)) continue;
      const minutes = each(text, match, read(match));
      taken.fill(1, start, end);
      if (minutes !== undefined && minutes > 0)
        found.push({ minutes, start, end, set: isSet(text, start, end, clock) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  const set = found.filter((length) => length.set);
  const head = set[0];
  if (head && head.start <= OPENING) return head;
  const chosen = set.length ? set : found;
  const first = chosen[0];
  const last = chosen[chosen.length - 1];
  if (!first || !last) return undefined;
  const minutes = chosen.reduce((sum, length) => sum + length.minutes, 0);
  return { minutes, set: set.length > 0, start: first.start, end: last.end };
}

/** "2 min each" says nothing of the whole, unless the text says how many there are: "3 rounds, 2 min each". */
function each(text: string, match: RegExpExecArray, minutes: number | undefined): number | undefined {
  const { end } = placeOf(match);
  if (minutes === undefined || !EACH.test(text.slice(end)) || MANY.test(match[0])) return minutes;
  const rounds = ROUNDS.exec(text);
  return rounds ? minutes * countOf(rounds[1]) : undefined;
}

function isSet(text: string, start: number, end: number, clock: Clock | undefined): boolean {
  if (start <= OPENING || (clock && clock.start <= OPENING && start - clock.end <= NEAR && start >= clock.end))
    return true;
  const after = text.slice(end);
  if (/^[\s.;,!]*$/.test(after)) return true;
  const before = text.slice(0, start);
  const open = Math.max(before.lastIndexOf("("), before.lastIndexOf("["));
  return open >= 0 && !/[)\]]/.test(before.slice(open)) && /[)\]]/.test(after);
}

const boxOf = ({ minutes, start, end }: Length): TimeBox => ({ minutes, start, end });
const placeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });
const countOf = (word: string | undefined): number => WORDS[(word ?? "").toLowerCase()] ?? Number(word);
const partOf = (part: string): number => ({ "½": 30, "1/2": 30, "¼": 15, "1/4": 15 })[part] ?? 45;

function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
