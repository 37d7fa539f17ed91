import type { Reasons } from "./reasons";
import type { Span } from "./tag";
import type { Vocabulary } from "./vocabulary";
import { Mark, type Words } from "./words";

/** The words of a line that carried a decision, and a sentence that says so. */
export interface Explanation {
  readonly evidence: readonly Span[];
  readonly why: string;
}

/** Share of the speaking weight that the marked words must carry between them. */
const CARRIED = 0.6;
const MOST_SPANS = 4;
const MOST_QUOTES = 3;

/** Explains a score by what truly made it: the features with the largest weights. */
export function explain(
  reasons: Reasons,
  meanings: readonly Meaning[],
  words: Words,
  text: string,
  heading: string | undefined,
): Explanation {
  const evidence = spansOf(markedWords(reasons), words);
  const quoted = evidence.slice(0, MOST_QUOTES);
  const meant = meaningsOf(reasons, meanings, words, quoted);
  const under = heading !== undefined && speaksUnder(reasons, meanings) ? `, under “${heading}”.` : ".";
  return { evidence, why: saying(quoted, text) + (meant ? `: ${meant}${under}` : under) };
}

/** The quoted words, as a sentence begins. */
function saying(quoted: readonly Span[], text: string): string {
  const [first, second, third] = quoted;
  if (!first) return "The line as a whole reads like it";
  const one = text.slice(first[0], first[1]);
  if (!second) return `It says “${one}”`;
  const two = text.slice(second[0], second[1]);
  if (!third) return `It says “${one}” and “${two}”`;
  return `It says “${one}”, “${two}” and “${text.slice(third[0], third[1])}”`;
}

/** Words in order of the line, few as can be, that carry most of the weight. */
function markedWords(reasons: Reasons): number[] {
  let total = 0;
  for (let n = 0; n < reasons.count; n++) if ((reasons.from[n] as number) >= 0) total += reasons.weight[n] as number;
  const marked: number[] = [];
  let carried = 0;
  for (let n = 0; n < reasons.count && carried < total * CARRIED; n++) {
    const from = reasons.from[n] as number;
    if (from < 0) continue;
    carried += reasons.weight[n] as number;
    for (let word = from; word <= (reasons.to[n] as number); word++) insert(marked, word);
  }
  return marked;
}

/** Puts a number into a short rising list, once. */
function insert(rising: number[], number: number): void {
  let at = rising.length;
  while (at > 0 && (rising[at - 1] as number) > number) at--;
  if (at > 0 && rising[at - 1] === number) return;
  rising.push(number);
  for (let n = rising.length - 1; n > at; n--) rising[n] = rising[n - 1] as number;
  rising[at] = number;
}

/** Joins neighbouring words of one clause; keeps the first few stretches. */
function spansOf(marked: readonly number[], words: Words): Span[] {
  const spans: [number, number][] = [];
  let last = -2;
  for (const word of marked) {
    const end = words.end[word] as number;
    const open = spans[spans.length - 1];
    if (open && word - last <= 2 && !clauseBetween(words, last, word)) open[1] = end;
    else if (spans.length < MOST_SPANS) spans.push([words.start[word] as number, end]);
    else break;
    last = word;
  }
  return spans;
}

function clauseBetween(words: Words, first: number, last: number): boolean {
  for (let word = first + 1; word <= last; word++) if ((words.marks[word] as number) & Mark.clause) return true;
  return false;
}

/** What a feature says to a teacher. */
export interface Meaning {
  readonly under: boolean;
  /** What its class means, in the vocabulary's own words; empty where it is none. */
  readonly means: string;
}

/** What each feature says, by its number. */
export function meaningsByFeature(names: readonly string[], vocabulary: Vocabulary): Meaning[] {
  return names.map((full) => {
    const [space, name = ""] = full.split(" ");
    return { under: space === "under", means: space === "class" ? (vocabulary[name]?.means ?? "") : "" };
  });
}

/** Whether the heading above was among what spoke. */
function speaksUnder(reasons: Reasons, meanings: readonly Meaning[]): boolean {
  for (let n = 0; n < reasons.count; n++) if (meanings[reasons.feature[n] as number]?.under) return true;
  return false;
}

/** What the strongest two of the classes mean that the quoted words show: nobody could follow a meaning of others. */
function meaningsOf(reasons: Reasons, meanings: readonly Meaning[], words: Words, quoted: readonly Span[]): string {
  let first = "";
  for (let n = 0; n < reasons.count; n++) {
    const { means } = meanings[reasons.feature[n] as number] as Meaning;
    if (!means || means === first) continue;
    const start = words.start[reasons.from[n] as number] as number;
    const end = words.end[reasons.to[n] as number] as number;
    if (!quoted.some((span) => start >= span[0] && end <= span[1])) continue;
    if (first) return `${first} and ${means}`;
    first = means;
  }
  return first;
}
