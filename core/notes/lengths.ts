import numberWords from "./number-words.json" with { type: "json" };
import { matches, type Place, placeOf } from "./places";
import { isSet, OPENING } from "./set-apart";

/** How long something takes, as a text says it. */
export interface Length {
  readonly minutes: number;
  /** The sum of several that stand apart from each other. */
  readonly several: boolean;
  /** Stands in brackets, at the head or at the end: it is surely the item's own. */
  readonly set: boolean;
  readonly start: number;
  readonly end: number;
}

const NUMBERS: Readonly<Record<string, number>> = numberWords;
const NUMBER = `\\d{1,3}(?:\\.\\d)?|${Object.keys(numberWords)
  .sort((a, b) => b.length - a.length)
  .join("|")}`;
const ROUND_WORDS =
  "(?:rounds?|turns?|blocks?|slots?|lots|sets|talks|people|pairs|teachers|schools|teams|groups|members|stations|presenters)";
const COUNT = "\\d{1,2}|two|three|four|five|six";
const MINUTES =
  "(?:(?:mns?|m(?!in[ite]s?\\b)(?=\\w*i)(?=\\w*n)[inutes]{2,7})\\b\\.?|m(?=$|[\\s),.;:\\]–—-]|x)|['′’´](?![a-z\\d]))";
const HOURS = "(?:hours?|hrs?|h)\\b\\.?";
const FEW = "one|two|three|four|five|six";
const LENGTHS: readonly { pattern: RegExp; read: (m: RegExpExecArray) => number | undefined }[] = [
  // 1 hr 15, 1h30, 2 hours and 10 minutes
  {
    pattern: new RegExp(`(\\d)\\s?(?:hours?|hrs?|h)\\.?\\s?(?:and |, )?(\\d{1,2})(?!\\d)\\s?${MINUTES}?`, "gi"),
    read: (m) => Number(m[1]) * 60 + Number(m[2]),
  },
  {
    pattern: /\b(?:(\d)[\s-]?)?(½|¼|¾|1\/2|1\/4|3\/4)(?: (?:an |of an )?|-)?(?:hours?|hrs?|h)\b\.?/gi,
    read: (m) => Number(m[1] ?? 0) * 60 + partOf(m[2] as string),
  },
  {
    pattern: /(?<![\d.])()([½¼¾])\s?(?:an |of an )?(?:hours?|hrs?|h)\b\.?/gi,
    read: (m) => partOf(m[2] as string),
  },
  { pattern: /\b(?:an |one |1 )hour and a half\b/gi, read: () => 90 },
  { pattern: new RegExp(`\\b(\\d|${FEW}) and a half hours?\\b`, "gi"), read: (m) => countOf(m[1]) * 60 + 30 },
  { pattern: new RegExp(`\\b(${FEW}) hours?\\b`, "gi"), read: (m) => countOf(m[1]) * 60 },
  { pattern: /\ba (?:couple of min(?:ute)?s|minute or two)\b/gi, read: () => 2 },
  // 0:15 and :15 on no clock
  { pattern: /(?<![\d:.])(?:00?|^):([0-5]\d)(?![\d:]|\s?[ap]\.?m)/gi, read: (m) => Number(m[1]) },
  { pattern: /\b(?:(?:a )?half(?: an)?[ -]hour)\b/gi, read: () => 30 },
  { pattern: /\b(?:three[- ]quarters of an hour)\b/gi, read: () => 45 },
  { pattern: /\b(?:(?:a )?quarter(?: of)?(?: an)? hour)\b/gi, read: () => 15 },
  { pattern: /\ban h(?:ou)?r\b/gi, read: () => 60 },
  {
    pattern: new RegExp(`(?<![\\d/$£€:-]|\\d\\.)(\\d?\\.\\d{1,2}|\\d)[\\s-]?${HOURS}`, "gi"),
    read: (m) => Number(m[1]) * 60,
  },
  // 3 x 5 min, 2x15, 3 rounds of 5 min, 4 schools x 5 min
  {
    pattern: new RegExp(
      `(?<![\\d/$£€:]|\\d\\.)(${COUNT})\\s?(?:(?:\\p{L}+ )?[x×*]|${ROUND_WORDS} (?:of|at|@)) ?(${NUMBER})[\\s-]?${MINUTES}`,
      "giu",
    ),
    read: (m) => countOf(m[1]) * countOf(m[2]),
  },
  // two 15-minute rounds
  {
    pattern: new RegExp(`\\b(\\d|${FEW}) (${NUMBER})[\\s-]min(?:ute)? \\p{L}+s\\b`, "giu"),
    read: (m) => countOf(m[1]) * countOf(m[2]),
  },
  // 10 + 5 min, 5/10/5 min
  {
    pattern: new RegExp(
      `(?<![\\d/$£€:.]|\\d\\.)(\\d{1,3}(?:(?:\\s?\\+\\s?\\d{1,3})+|(?:/\\d{1,2}){2,}))[\\s-]?${MINUTES}`,
      "gi",
    ),
    read: (m) => (m[1] ?? "").split(/[+/]/).reduce((sum, part) => sum + Number(part), 0),
  },
  {
    pattern: new RegExp(
      `(?<![\\d/$£€:]|\\d\\.)(${NUMBER})[\\s-]?${MINUTES}\\s?(?:each |apiece )?[x×*]\\s?(\\d{1,2})\\b`,
      "gi",
    ),
    read: (m) => countOf(m[1]) * countOf(m[2]),
  },
  {
    pattern:
      /(?<![\d/$£€:x×]|\d\.)(\d{1,2})\s?[x×]\s?(\d?[05])(?![\d%]|\s?(?:index|cards?|photos?|inch|in\b|cm|grid|tables?|arrays?|strateg|relation|["”])|(?<!^\d\d?\s?[x×]\s?\d+)\s?\p{L})/giu,
    read: (m) => (Number(m[2]) ? Number(m[1]) * Number(m[2]) : undefined),
  },
  // 5-10 min: the longer, so that it surely fits
  {
    pattern: new RegExp(
      `(?<![\\d/$£€:]|\\d\\.)(?:\\d{1,3}\\s?(?:-|–|to|or)\\s?)?(${NUMBER})[\\s-]{0,2}${MINUTES}`,
      "gi",
    ),
    read: (m) => countOf(m[1]),
  },
];
const EACH = /^[\s,)]*(?:each|per \p{L}+|apiece|a piece|a head|\/ ?(?:person|teacher|school|team))/iu;
/** How many there are: "3 rounds", "two dilemmas", but neither "Grade 4 teachers" nor "page 12 questions". */
const ROUNDS = new RegExp(
  `(?<!\\b(?:grades?|gr|years?|yr|tier|units?|rooms?|weeks?|parts?|questions?|q|pages?|pp?|steps?|ch|chapters?|standards?|periods?|tables?)\\.? )\\b(${COUNT}) (?:${ROUND_WORDS}|of us|\\p{L}{2,}s)\\b`,
  "iu",
);
const MANY = /[x×*]|\p{L}+ (?:of|at|@) /u;

/** The length of an item in minutes; of several, the one that is set apart, or else their sum: "read 5 min, talk 10 min". */
export function lengthIn(text: string, clock: Place | undefined): Length | undefined {
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
        found.push({ minutes, start, end, set: isSet(text, start, end + eachAfter(text, end), clock), several: false });
    }
  }
  found.sort((a, b) => a.start - b.start);
  const set = found.filter((length) => length.set);
  const head = set[0];
  if (head && head.start <= OPENING && !isSumOfParts(text, found)) return head;
  const chosen = set.length && !isSumOfParts(text, found) ? set : found;
  const first = chosen[0];
  const last = chosen[chosen.length - 1];
  if (!first || !last) return undefined;
  const minutes = chosen.reduce((sum, length) => sum + length.minutes, 0);
  return { minutes, set: set.length > 0, several: chosen.length > 1, start: first.start, end: last.end };
}

/** "5 min intro, 20 min work, 5 min share": every length but the first comes right after a comma or a plus, and none has a colon. */
const isSumOfParts = (text: string, [first, ...rest]: readonly Length[]): boolean =>
  first !== undefined &&
  first.start <= OPENING &&
  rest.length > 0 &&
  /^ \p{L}/u.test(text.slice(first.end)) &&
  rest.every(
    ({ start, end }) => /[,;+&]\s*(?:then |and )?$/.test(text.slice(0, start)) && /^ \p{L}/u.test(text.slice(end)),
  );

/** Characters that the word for "each" takes after a length. */
const eachAfter = (text: string, end: number): number => EACH.exec(text.slice(end))?.[0].length ?? 0;

/** "2 min each" says nothing of the whole, unless the text says how many there are: "3 rounds, 2 min each". */
function each(text: string, match: RegExpExecArray, minutes: number | undefined): number | undefined {
  const { end } = placeOf(match);
  if (minutes === undefined || !EACH.test(text.slice(end)) || MANY.test(match[0])) return minutes;
  const rounds = ROUNDS.exec(text);
  return rounds ? minutes * countOf(rounds[1]) : undefined;
}

const countOf = (word: string | undefined): number => NUMBERS[(word ?? "").toLowerCase()] ?? Number(word);
const partOf = (part: string): number => ({ "½": 30, "1/2": 30, "¼": 15, "1/4": 15 })[part] ?? 45;
