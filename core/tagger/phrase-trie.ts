import { finish, type Steps } from "../notes/steps";
import { PairTable } from "./pair-table";
import { NUMBER_WORD, phraseWords } from "./phrase-words";
import type { Vocabulary } from "./vocabulary";
import { UNKNOWN, WordTrie } from "./word-trie";
import { BEGINNINGS, Mark, type Words } from "./words";

/** A place in a line where a class shows: words `from`–`to`, both included. */
export interface Hits {
  count: number;
  class: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

/** Numbers of the classes that are seen from the shape of a line and not from a word list. */
const SHAPE = {
  fraction: 0,
  percent: 1,
  time: 2,
  number: 3,
  question: 4,
  money: 5,
  quote: 6,
  speaker: 7,
  name: 8,
  arrow: 9,
  tick: 10,
  cross: 11,
  past: 12,
} as const;

/** Their names. */
export const SHAPES: readonly string[] = Object.keys(SHAPE).map((name) => `shape-${name}`);

/** The compiled vocabulary: finds all its phrases in one pass over the words of a line. */
export class PhraseTrie {
  readonly trie = new WordTrie();
  readonly classes: string[] = [];
  private readonly classNumber = new Map<string, number>();
  private readonly numberSymbol: number;
  /** Node of the first symbol, by symbol. */
  private roots = new Int32Array(1024);
  /** Where a further symbol leads from a node. */
  private readonly edges = new PairTable();
  private nodes = 1;
  /** Which node says which class: node, class, node, class … */
  private readonly said: number[] = [];
  /** The same laid flat for reading: node n has `classList[classEnd[n - 1]]` … `classList[classEnd[n] - 1]`. */
  private classEnd = new Int32Array(0);
  private classList = new Int32Array(0);
  /** Bits of the symbols that lead on from a node, so that most of those that do not need no look into the table. */
  private readonly ahead: number[] = [0];
  private aheadOf = new Int32Array(0);
  private readonly hits: Hits = {
    count: 0,
    class: new Int32Array(512),
    from: new Int32Array(512),
    to: new Int32Array(512),
  };

  constructor(vocabulary: Vocabulary) {
    this.numberSymbol = this.trie.add(NUMBER_WORD);
    for (const shape of SHAPES) this.classOf(shape);
    finish(this.addInSteps(vocabulary));
  }

  /** Adds all phrases of a vocabulary, with places to pause. */
  *addInSteps(vocabulary: Vocabulary): Steps<void> {
    for (const [name, { words }] of Object.entries(vocabulary)) {
      for (const phrase of words) this.add(phrase, name);
      yield;
    }
  }

  /** The number of a class by its name, or −1. */
  known(name: string): number {
    return this.classNumber.get(name) ?? UNKNOWN;
  }

  /** The number of a class, given on first use. */
  classOf(name: string): number {
    const known = this.classNumber.get(name);
    if (known !== undefined) return known;
    this.classNumber.set(name, this.classes.length);
    return this.classes.push(name) - 1;
  }

  add(phrase: string, className: string): void {
    let node = 0;
    for (const word of phraseWords(phrase)) {
      const symbol = this.trie.add(word);
      if (node > 0) this.ahead[node] = (this.ahead[node] as number) | bitOf(symbol);
      node = this.step(node, symbol);
    }
    if (node === 0) return;
    this.said.push(node, this.classOf(className));
    this.classEnd = new Int32Array(0);
  }

  /** All classes in the line. The result is overwritten by the next call. */
  find(words: Words, text: string): Hits {
    if (this.classEnd.length === 0) this.flatten();
    const { hits, roots } = this;
    const { count, exact, beginnings, beginningCount, marks } = words;
    hits.count = 0;
    for (let at = 0; at < count; at++) {
      const word = exact[at] as number;
      // A word newer than the last phrase has no root: the array ends before it.
      if (word !== UNKNOWN && roots[word]) this.reach(words, at, at, roots[word] as number);
      const known = beginningCount[at] as number;
      for (let n = 0; n < known; n++) {
        const root = roots[beginnings[at * BEGINNINGS + n] as number];
        if (root) this.reach(words, at, at, root);
      }
      const mark = marks[at] as number;
      if (mark === 0 || mark === Mark.clause) continue;
      if (mark & Mark.number && roots[this.numberSymbol]) this.reach(words, at, at, roots[this.numberSymbol] as number);
      this.shapesAt(words, at, text);
    }
    return hits;
  }

  /** Takes what words `from`–`at` mean, and goes on where longer phrases begin like them. */
  private reach(words: Words, from: number, at: number, node: number): void {
    const end = this.classEnd[node] as number;
    for (let n = this.classEnd[node - 1] as number; n < end; n++) this.hit(this.classList[n] as number, from, at);
    const next = at + 1;
    const ahead = this.aheadOf[node] as number;
    if (ahead === 0 || next === words.count) return;
    const exact = words.exact[next] as number;
    if (exact !== UNKNOWN && ahead & bitOf(exact)) this.goOn(words, from, next, node, exact);
    const known = words.beginningCount[next] as number;
    for (let n = 0; n < known; n++) {
      const beginning = words.beginnings[next * BEGINNINGS + n] as number;
      if (ahead & bitOf(beginning)) this.goOn(words, from, next, node, beginning);
    }
    if ((words.marks[next] as number) & Mark.number && ahead & bitOf(this.numberSymbol))
      this.goOn(words, from, next, node, this.numberSymbol);
  }

  private goOn(words: Words, from: number, at: number, node: number, symbol: number): void {
    const there = this.edges.get(node, symbol);
    if (there) this.reach(words, from, at, there);
  }

  private flatten(): void {
    const { said, nodes } = this;
    const end = new Int32Array(nodes);
    for (let n = 0; n < said.length; n += 2) end[said[n] as number] = (end[said[n] as number] as number) + 1;
    let before = 0;
    for (let node = 0; node < nodes; node++) {
      const count = end[node] as number;
      end[node] = before;
      before += count;
    }
    const list = new Int32Array(before);
    for (let n = 0; n < said.length; n += 2) {
      const node = said[n] as number;
      list[end[node] as number] = said[n + 1] as number;
      end[node] = (end[node] as number) + 1;
    }
    this.classEnd = end;
    this.classList = list;
    this.aheadOf = Int32Array.from(this.ahead);
  }

  private shapesAt(words: Words, at: number, text: string): void {
    const marks = words.marks[at] as number;
    if (marks & Mark.number) {
      const joined = at + 1 < words.count && (words.start[at + 1] as number) === (words.end[at] as number) + 1;
      const next = joined ? (words.marks[at + 1] as number) : 0;
      if (marks & Mark.percentAfter) this.hit(SHAPE.percent, at, at);
      else if (marks & Mark.slashAfter && next & Mark.number) this.hit(SHAPE.fraction, at, at + 1);
      else if (marks & Mark.colonAfter && next & Mark.number) this.hit(SHAPE.time, at, at + 1);
      else if (marks & Mark.moneyBefore) this.hit(SHAPE.money, at, at);
      else this.hit(SHAPE.number, at, at);
    }
    if (marks & Mark.past) this.hit(SHAPE.past, at, at);
    if (marks & (Mark.arrowBefore | Mark.tickBefore | Mark.crossBefore)) {
      if (marks & Mark.arrowBefore) this.hit(SHAPE.arrow, at, at);
      if (marks & Mark.tickBefore) this.hit(SHAPE.tick, at, at);
      if (marks & Mark.crossBefore) this.hit(SHAPE.cross, at, at);
    }
    if (marks & Mark.questionAfter) this.hit(SHAPE.question, at, at);
    if (marks & Mark.quoteBefore) this.hit(SHAPE.quote, at, at);
    if (marks & Mark.capital) {
      const second = text.charCodeAt((words.start[at] as number) + 1);
      if (second >= 97 && second <= 122) {
        if (at > 0 && !(marks & Mark.clause)) this.hit(SHAPE.name, at, at);
        if (at < 2 && marks & Mark.colonAfter && words.count > at + 2) this.hit(SHAPE.speaker, at, at);
      }
    }
  }

  private hit(classNumber: number, from: number, to: number): void {
    const { hits } = this;
    const at = hits.count;
    if (at === hits.class.length) {
      hits.class = doubled(hits.class);
      hits.from = doubled(hits.from);
      hits.to = doubled(hits.to);
    }
    hits.class[at] = classNumber;
    hits.from[at] = from;
    hits.to[at] = to;
    hits.count = at + 1;
  }

  private step(node: number, symbol: number): number {
    if (node === 0) {
      if (symbol >= this.roots.length) {
        const larger = new Int32Array(Math.max(this.roots.length * 2, symbol + 1));
        larger.set(this.roots);
        this.roots = larger;
      }
      if (!this.roots[symbol]) this.roots[symbol] = this.newNode();
      return this.roots[symbol] as number;
    }
    let there = this.edges.get(node, symbol);
    if (there === 0) {
      there = this.newNode();
      this.edges.set(node, symbol, there);
    }
    return there;
  }

  private newNode(): number {
    this.ahead.push(0);
    return this.nodes++;
  }
}

/** One of 32 bits for a symbol. */
const bitOf = (symbol: number): number => 1 << (symbol & 31);

function doubled(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}
