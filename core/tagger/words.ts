import { ALPHABET, APOSTROPHE, CODES, codeOf, isDigit, PARTS } from "./characters";

/** No word of the vocabulary. */
export const UNKNOWN = -1;

/** What a node of the trie holds, side by side, so that a step touches one place in memory. */
const ONLY_CODE = 0;
const ONLY_NEXT = 1;
const EXACT = 2;
const BEGINNING = 3;
const NODE = 4;
const MOST_NODES = 0xffff;

/**
 * The words that the tagger knows, as one trie over characters. Walking a word once gives its own number
 * and the numbers of all its known beginnings ("assess*"). Most nodes have one way on, and keep just that; the few where ways
 * part have a row of `branches` (code −row). So the whole stays in the processor's cache.
 */
export class WordTrie {
  tables = { nodes: new Int32Array(NODE * 4096), branches: new Uint16Array(ALPHABET * 256) };
  private branchCount = 1;
  private nodeCount = 1;
  private readonly numbers = new Map<string, number>();

  constructor() {
    this.tables.nodes.set([0, 0, UNKNOWN, UNKNOWN]);
  }

  /** How many different words and beginnings have been added. */
  get size(): number {
    return this.numbers.size;
  }

  /** Adds a word ("quiz") or a beginning ("assess*"); gives its number, the same for the same entry. */
  add(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(entry, number);
    const open = entry.endsWith("*");
    const length = open ? entry.length - 1 : entry.length;
    let node = 0;
    for (let at = 0; at < length; at++) {
      const code = codeOf(entry.charCodeAt(at));
      node = this.follow(node, code) || this.grow(node, code);
    }
    this.tables.nodes[node * NODE + (open ? BEGINNING : EXACT)] = number;
    return number;
  }

  private follow(node: number, code: number): number {
    const { nodes, branches } = this.tables;
    const only = nodes[node * NODE + ONLY_CODE] as number;
    if (only === code) return nodes[node * NODE + ONLY_NEXT] as number;
    return only < 0 ? (branches[code - only * ALPHABET] as number) : 0;
  }

  private grow(node: number, code: number): number {
    const made = this.nodeCount++;
    if (made > MOST_NODES) throw new RangeError("the vocabulary is too large");
    if ((made + 1) * NODE > this.tables.nodes.length) this.tables.nodes = doubled(this.tables.nodes);
    const { nodes } = this.tables;
    nodes.set([0, 0, UNKNOWN, UNKNOWN], made * NODE);
    const only = nodes[node * NODE + ONLY_CODE] as number;
    if (only === 0) {
      nodes[node * NODE + ONLY_CODE] = code;
      nodes[node * NODE + ONLY_NEXT] = made;
      return made;
    }
    let branch = -only;
    if (only > 0) {
      branch = this.branchCount++;
      if (this.branchCount * ALPHABET > this.tables.branches.length) {
        const larger = new Uint16Array(this.tables.branches.length * 2);
        larger.set(this.tables.branches);
        this.tables.branches = larger;
      }
      this.tables.branches[branch * ALPHABET + only] = nodes[node * NODE + ONLY_NEXT] as number;
      nodes[node * NODE + ONLY_CODE] = -branch;
    }
    this.tables.branches[branch * ALPHABET + code] = made;
    return made;
  }
}

function doubled(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}

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
    // Read once a line: looking them up at every character costs more than the walk.
    const { nodes, branches } = trie.tables;
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
      let allDigits = numeric;
      let node = 0;
      let alive = true;
      let found = 0;
      for (;;) {
        if (alive) {
          const base = node * NODE;
          const only = nodes[base + ONLY_CODE] as number;
          if (only === code) node = nodes[base + ONLY_NEXT] as number;
          else node = only < 0 ? (branches[code - only * ALPHABET] as number) : 0;
          alive = node !== 0;
          const beginning = nodes[node * NODE + BEGINNING] as number;
          if (beginning !== UNKNOWN && found < BEGINNINGS) beginnings[count * BEGINNINGS + found++] = beginning;
        }
        at++;
        if (at >= length) break;
        const next = text.charCodeAt(at);
        code = next < 0x250 ? (CODES[next] as number) : codeOf(next);
        if (code === PARTS) break;
        if (code === APOSTROPHE) {
          const after = at + 1 < length ? codeOf(text.charCodeAt(at + 1)) : PARTS;
          if (after === PARTS || after === APOSTROPHE || numeric) break;
        }
        if (allDigits) allDigits = isDigit(code);
      }
      start[count] = from;
      end[count] = at;
      exact[count] = alive ? (nodes[node * NODE + EXACT] as number) : UNKNOWN;
      beginningCount[count] = found;
      const first = text.charCodeAt(from);
      const past = at - from > 3 && text.charCodeAt(at - 1) === 100 && text.charCodeAt(at - 2) === 101;
      marks[count] =
        mark |
        (allDigits ? Mark.number : 0) |
        (first >= 65 && first <= 90 ? Mark.capital : 0) |
        (past ? Mark.past : 0);
      mark = 0;
      count++;
    }
    words.count = count;
    return words;
  };
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
