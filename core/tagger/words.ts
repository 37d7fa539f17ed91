import { APOSTROPHE, CODES, codeOf, isDigit, PARTS } from "./characters";
import { START, UNKNOWN, type WordTrie } from "./word-trie";

/** Most beginnings kept for one word. */
export const BEGINNINGS = 4;

/** Marks around and between words that carry meaning, as bits. */
export const Mark = {
  number: 1,
  capital: 2,
  /** A full stop, semicolon, dash or bracket stands before the word: a new clause. */
  clause: 4,
  percentAfter: 8,
  slashAfter: 16,
  colonAfter: 32,
  questionAfter: 64,
  moneyBefore: 128,
  quoteBefore: 256,
  arrowBefore: 512,
  tickBefore: 1024,
  crossBefore: 2048,
  /** Ends in -ed: most such words are past. */
  past: 4096,
} as const;

/** The words of one line, in arrays that are used again for the next line. */
export interface Words {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Number of the word itself, or UNKNOWN. */
  exact: Int32Array;
  /** Numbers of its known beginnings: `beginnings[word * 4 + n]`, `beginningCount[word]` of them. */
  beginnings: Int32Array;
  beginningCount: Uint8Array;
  marks: Uint16Array;
}

const wordsFor = (capacity: number): Words => ({
  count: 0,
  start: new Int32Array(capacity),
  end: new Int32Array(capacity),
  exact: new Int32Array(capacity),
  beginnings: new Int32Array(capacity * BEGINNINGS),
  beginningCount: new Uint8Array(capacity),
  marks: new Uint16Array(capacity),
});

/** Gives a scanner that reads the words of a line in one pass over its characters. */
export function createScanner(trie: WordTrie): (text: string) => Words {
  let words = wordsFor(256);

  return (text) => {
    // A word takes at least one character and one separator, except the last.
    const most = (text.length >> 1) + 1;
    if (most > words.start.length) words = wordsFor(most * 2);
    const { start, end, exact, beginnings, beginningCount, marks } = words;
    const { cells, exact: exactAt, beginning, nearest, parent } = trie.tables();
    const length = text.length;
    let count = 0;
    let mark = 0;
    let at = 0;
    while (at < length) {
      const unit = text.charCodeAt(at);
      if (unit === 32) {
        at++;
        continue;
      }
      let code = unit < 0x250 ? (CODES[unit] as number) : codeOf(unit);
      if (code === PARTS || code === APOSTROPHE) {
        mark = markBetween(unit, mark, count, marks, text, at);
        at++;
        continue;
      }
      const from = at;
      const numeric = isDigit(code);
      let node = START;
      let base = cells[START * 2 + 1] as number;
      // Walks on for as long as the trie knows the way, then only to the end of the word.
      let known = true;
      for (;;) {
        if (known) {
          const to = base + code;
          known = cells[to * 2] === node;
          if (known) {
            node = to;
            base = cells[to * 2 + 1] as number;
          }
        }
        at++;
        if (at >= length) break;
        const following = text.charCodeAt(at);
        code = following < 0x250 ? (CODES[following] as number) : codeOf(following);
        if (code === PARTS) break;
        if (code === APOSTROPHE) {
          const after = at + 1 < length ? codeOf(text.charCodeAt(at + 1)) : PARTS;
          if (after === PARTS || after === APOSTROPHE || numeric) break;
        }
      }
      let found = 0;
      for (let open = nearest[node] as number; open !== 0 && found < BEGINNINGS; found++) {
        beginnings[count * BEGINNINGS + found] = beginning[open] as number;
        open = nearest[parent[open] as number] as number;
      }
      const allDigits = numeric && onlyDigits(text, from, at);
      start[count] = from;
      end[count] = at;
      exact[count] = known ? (exactAt[node] as number) : UNKNOWN;
      beginningCount[count] = found;
      const first = text.charCodeAt(from);
      const past = at - from > 3 && text.charCodeAt(at - 1) === 100 && text.charCodeAt(at - 2) === 101;
      marks[count] =
        mark | (allDigits ? Mark.number : 0) | (first >= 65 && first <= 90 ? Mark.capital : 0) | (past ? Mark.past : 0);
      mark = 0;
      count++;
    }
    words.count = count;
    return words;
  };
}

function onlyDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isDigit(codeOf(text.charCodeAt(at)))) return false;
  return true;
}

/** Notes a separator: some belong to the word before, some to the word to come. */
function markBetween(unit: number, mark: number, count: number, marks: Uint16Array, text: string, at: number): number {
  const last = count - 1;
  switch (unit) {
    case 0x25: // %
      if (last >= 0) marks[last] = (marks[last] as number) | Mark.percentAfter;
      return mark;
    case 0x2f: // /
      if (last >= 0) marks[last] = (marks[last] as number) | Mark.slashAfter;
      return mark;
    case 0x3a: // :
      if (last >= 0) marks[last] = (marks[last] as number) | Mark.colonAfter;
      return mark | Mark.clause;
    case 0x3f: // ?
      if (last >= 0) marks[last] = (marks[last] as number) | Mark.questionAfter;
      return mark | Mark.clause;
    case 0x24: // $
    case 0xa3: // £
    case 0x20ac: // €
      return mark | Mark.moneyBefore;
    case 0x22:
    case 0x201c:
    case 0x2018:
      return mark | Mark.quoteBefore;
    case 0x2d: // a dash parts clauses only where spaces stand around it
      return text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32 ? mark | Mark.clause : mark;
    case 0x2e: // a full stop parts clauses only before a space
      return text.charCodeAt(at + 1) === 32 ? mark | Mark.clause : mark;
    case 0x2192: // →
      return mark | Mark.clause | Mark.arrowBefore;
    case 0x3e: // > as in "->"
      return mark | Mark.clause | (at > 0 ? Mark.arrowBefore : 0);
    case 0x2611:
    case 0x2713:
    case 0x2714:
    case 0x2705:
      return mark | Mark.tickBefore;
    case 0x2610:
    case 0x2612:
    case 0x2717:
    case 0x2718:
    case 0x274c:
      return mark | Mark.crossBefore;
    case 0x3b:
    case 0x21:
    case 0x28:
    case 0x29:
    case 0x2013:
    case 0x2014:
      return mark | Mark.clause;
    default:
      return mark;
  }
}
