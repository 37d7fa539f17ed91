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

interface Node {
  readonly children: Map<number, Node>;
  exact: number;
  beginning: number;
}

const newNode = (): Node => ({ children: new Map(), exact: UNKNOWN, beginning: UNKNOWN });
/** Nodes are numbered in 16 bits. */
const MOST_NODES = 0xffff;
/** Nodes between two places to pause: some milliseconds of work at most, also ahead of the first optimisation. */
const STEP = 1024;

/**
 * The words that the tagger knows, as one trie over characters. Walking a word once gives its own number
 * and the numbers of all its known beginnings ("assess*").
 */
export class WordTrie {
  private readonly root = newNode();
  private readonly numbers = new Map<string, number>();
  private laidOut: WordTables | undefined;

  /** Adds a word ("quiz") or a beginning ("assess*"); gives its number, the same for the same entry. */
  add(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    this.laidOut = undefined;
    const number = this.numbers.size;
    this.numbers.set(entry, number);
    const open = entry.endsWith("*");
    const length = open ? entry.length - 1 : entry.length;
    let node = this.root;
    for (let at = 0; at < length; at++) {
      const code = codeOf(entry.charCodeAt(at));
      let child = node.children.get(code);
      if (!child) {
        child = newNode();
        node.children.set(code, child);
      }
      node = child;
    }
    if (open) node.beginning = number;
    else node.exact = number;
    return number;
  }

  /** The trie as it stands now. */
  tables(): WordTables {
    this.laidOut ??= finish(laidOut(this.root));
    return this.laidOut;
  }

  /** Makes ready for `tables`, with places to pause. */
  *layOutInSteps(): Steps<void> {
    this.laidOut ??= yield* laidOut(this.root);
  }
}

/** Finds a place for every node, those nearest to the start first: they have many children, and the others fill the gaps. */
function* laidOut(root: Node): Steps<WordTables> {
  const at: (Node | undefined)[] = [undefined, root];
  const parent: number[] = [0, 0];
  const base: number[] = [0, 0];
  const waiting = [START];
  let free = START + 1;
  for (let turn = 0; turn < waiting.length; turn++) {
    if (turn % STEP === 0) yield;
    const node = waiting[turn] as number;
    const { children } = at[node] as Node;
    const codes = [...children.keys()];
    if (codes.length === 0) continue;
    while (at[free]) free++;
    const least = Math.min(...codes);
    let own = Math.max(0, free - least);
    while (codes.some((code) => at[own + code])) own++;
    if (own + ALPHABET > MOST_NODES) throw new RangeError("the vocabulary is too large");
    base[node] = own;
    for (const [code, child] of children) {
      at[own + code] = child;
      parent[own + code] = node;
      waiting.push(own + code);
    }
  }
  yield;
  const size = at.length + ALPHABET;
  const nearest = new Uint16Array(size);
  // Parents come before their children.
  for (const node of waiting)
    nearest[node] = at[node]?.beginning === UNKNOWN ? (nearest[parent[node] ?? 0] ?? 0) : node;
  const cells = new Uint16Array(size * 2);
  for (const node of waiting) cells.set([parent[node] ?? 0, base[node] ?? 0], node * 2);
  return {
    cells,
    nearest,
    parent: Uint16Array.from({ length: size }, (_, node) => parent[node] ?? 0),
    exact: Int32Array.from({ length: size }, (_, node) => at[node]?.exact ?? UNKNOWN),
    beginning: Int32Array.from({ length: size }, (_, node) => at[node]?.beginning ?? UNKNOWN),
  };
}
