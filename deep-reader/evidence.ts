import { SMALL_WORDS, type Span } from "../core/index";
import type { Pieces } from "./word-pieces";

/** Share of what speaks for a practice that the marked words must carry between them. */
const CARRIED = 0.6;
const MOST_WORDS = 8;
const MOST_SPANS = 4;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Between words of one stretch stands nothing that ends a clause. */
const SAME_CLAUSE = /^[^.,;:!?()\n]*$/u;

interface Word {
  readonly number: number;
  readonly start: number;
  end: number;
  share: number;
}

/** The words of a line that carried a decision: few as can be, in order, joined where they are neighbours. */
export function evidenceOf(text: string, pieces: Pieces, shares: readonly number[]): Span[] {
  const words = wordsOf(pieces, shares).filter(({ start, end }) => {
    const word = text.slice(start, end);
    return SAYS_SOMETHING.test(word) && !SMALL_WORDS.has(word.toLowerCase());
  });
  const speaking = words.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || a.number - b.number);
  const total = speaking.reduce((sum, { share }) => sum + share, 0);
  const marked: Word[] = [];
  let carried = 0;
  for (const word of speaking) {
    if (carried >= total * CARRIED || marked.length === MOST_WORDS) break;
    carried += word.share;
    marked.push(word);
  }
  return spansOf(
    text,
    marked.sort((a, b) => a.number - b.number),
  );
}

/** The pieces put together to words again, each with the sum of its shares. */
function wordsOf({ words, starts, ends }: Pieces, shares: readonly number[]): Word[] {
  const whole: Word[] = [];
  words.forEach((number, at) => {
    const open = whole[whole.length - 1];
    const [end, share] = [ends[at] as number, shares[at] as number];
    if (open?.number === number) {
      open.end = end;
      open.share += share;
    } else whole.push({ number, start: starts[at] as number, end, share });
  });
  return whole;
}

function spansOf(text: string, marked: readonly Word[]): Span[] {
  const spans: [start: number, end: number][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { number, start, end } of marked) {
    const open = spans[spans.length - 1];
    // One small word between two marked ones is taken along.
    if (open && number - last <= 2 && SAME_CLAUSE.test(text.slice(open[1], start))) open[1] = end;
    else if (spans.length < MOST_SPANS) spans.push([start, end]);
    else break;
    last = number;
  }
  return spans;
}

/** One plain sentence for a teacher. */
export function whyOf(text: string, evidence: readonly Span[]): string {
  const quotes = evidence.slice(0, 3).map(([start, end]) => `“${text.slice(start, end)}”`);
  if (quotes.length === 0) return "The line as a whole reads like it.";
  const last = quotes.pop() as string;
  const named = quotes.length ? `${quotes.join(", ")} and ${last}` : last;
  return `In the whole line, ${named} ${quotes.length ? "weigh" : "weighs"} most.`;
}
