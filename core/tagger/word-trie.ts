import { finish, type Steps } from "../notes/steps";
import { ALPHABET, codeOf } from "./characters";

/** No word of the vocabulary. */
export const UNKNOWN = -1;
/** The node at which every word starts. */
export const START = 1;

/**
 * A trie laid out for reading, as a double array (Aoe 1989): small enough to stay in a processor's near memory. Node 0 is nowhere.
 * From a node, a character leads to node `base + code`, if that one's parent is the node.
 */
export interface WordTables {
  /** Of each node in turn: its parent, then its base. */
  readonly cells: Uint16Array;
  readonly parent: Uint16Array;
  /** Number of the word that ends at a node, or UNKNOWN. */
  readonly exact: Int32Array;
  /** Number of the beginning that ends at a node, or UNKNOWN. */
  readonly beginning: Int32Array;
  /** The nearest node on the way to this one, itself included, at which a beginning ends; 0 for none. */
  readonly nearest: Uint16Array;
}

/** Nodes are numbered in 16 bits. */
const MOST_NODES = 0xffff;
/** Nodes between two places to pause: some milliseconds of work at most, also ahead of the first optimisation. */
const STEP = 1024;

/**
 * The words that the tagger knows, as one trie over characters. Walking a word once gives its own number
 * and the numbers of all its known beginnings ("assess*").
 */
export class WordTrie {
  private entries = 0;
  /** While it grows: each node's character, its first child and the next child of its parent. Flat, for no node is to be an object. */
  private nodes = START + 1;
  private readonly code = new Uint8Array(MOST_NODES);
  private readonly child = new Uint16Array(MOST_NODES);
  private readonly sibling = new Uint16Array(MOST_NODES);
  private readonly exact = new Int32Array(MOST_NODES).fill(UNKNOWN);
  private readonly beginning = new Int32Array(MOST_NODES).fill(UNKNOWN);
  private laidOut: WordTables | undefined;

  /** Adds a word ("quiz") or a beginning ("assess*"); gives its number. Entries that read alike ("kōrero", "korero") are one. */
  add(entry: string): number {
    const open = entry.endsWith("*");
    const length = open ? entry.length - 1 : entry.length;
    let node = START;
    for (let at = 0; at < length; at++) node = this.step(node, codeOf(entry.charCodeAt(at)));
    const numbers = open ? this.beginning : this.exact;
    if (numbers[node] === UNKNOWN) {
      numbers[node] = this.entries++;
      this.laidOut = undefined;
    }
    return numbers[node] as number;
  }

  /** The trie as it stands now. */
  tables(): WordTables {
    this.laidOut ??= finish(this.layOut());
    return this.laidOut;
  }

  /** Makes ready for `tables`, with places to pause. */
  *layOutInSteps(): Steps<void> {
    this.laidOut ??= yield* this.layOut();
  }

  /** The child of a node by this character, made on first use. */
  private step(node: number, code: number): number {
    for (let child = this.child[node] as number; child; child = this.sibling[child] as number)
      if (this.code[child] === code) return child;
    if (this.nodes === MOST_NODES) throw new RangeError("the vocabulary is too large");
    const made = this.nodes++;
    this.code[made] = code;
    this.sibling[made] = this.child[node] as number;
    this.child[node] = made;
    return made;
  }

  /** Finds a place for every node, those nearest to the start first: they have many children, and the others fill the gaps. */
  private *layOut(): Steps<WordTables> {
    const { nodes, code, child, sibling } = this;
    const taken = new Uint8Array(MOST_NODES + ALPHABET);
    const cells = new Uint16Array(taken.length * 2);
    const place = new Uint16Array(nodes);
    const waiting = new Uint16Array(nodes);
    const codes = new Uint8Array(ALPHABET);
    taken[0] = taken[START] = 1;
    place[START] = waiting[0] = START;
    let waits = 1;
    let free = START + 1;
    let last = START;
    for (let turn = 0; turn < waits; turn++) {
      if (turn % STEP === 0) yield;
      const node = waiting[turn] as number;
      let count = 0;
      let least = ALPHABET;
      for (let next = child[node] as number; next; next = sibling[next] as number) {
        const own = code[next] as number;
        codes[count++] = own;
        if (own < least) least = own;
      }
      if (count === 0) continue;
      while (taken[free]) free++;
      let base = Math.max(0, free - least);
      while (!areFree(taken, base, codes, count)) base++;
      if (base + ALPHABET > MOST_NODES) throw new RangeError("the vocabulary is too large");
      cells[(place[node] as number) * 2 + 1] = base;
      for (let next = child[node] as number; next; next = sibling[next] as number) {
        const at = base + (code[next] as number);
        taken[at] = 1;
        cells[at * 2] = place[node] as number;
        place[next] = at;
        waiting[waits++] = next;
        if (at > last) last = at;
      }
    }
    yield;
    const size = last + 1 + ALPHABET;
    const parent = new Uint16Array(size);
    const nearest = new Uint16Array(size);
    const exact = new Int32Array(size).fill(UNKNOWN);
    const beginning = new Int32Array(size).fill(UNKNOWN);
    // Parents come before their children.
    for (const node of waiting.subarray(0, waits)) {
      const at = place[node] as number;
      parent[at] = cells[at * 2] as number;
      exact[at] = this.exact[node] as number;
      beginning[at] = this.beginning[node] as number;
      nearest[at] = beginning[at] === UNKNOWN ? (nearest[parent[at] as number] as number) : at;
    }
    return { cells: cells.slice(0, size * 2), parent, exact, beginning, nearest };
  }
}

/** Whether all places are free that these characters would lead to. */
function areFree(taken: Uint8Array, base: number, codes: Uint8Array, count: number): boolean {
  for (let n = 0; n < count; n++) if (taken[base + (codes[n] as number)]) return false;
  return true;
}
