import type { LineKind } from "../notes/notes";
import type { Hits, PhraseTrie } from "./phrase-trie";
import { UNKNOWN } from "./word-trie";
import type { Words } from "./words";

/**
 * What a feature is about. `class`: a concept class shows. `word`: a word that no class need know. `under`: a class in the heading
 * above. `fact`: of the whole line.
 */
export const SPACES = ["class", "word", "under", "fact"] as const;
export type SpaceName = (typeof SPACES)[number];

/** Facts of the whole line. */
export const FACTS = ["bullet", "item", "para", "cell", "agenda", "short", "middling", "long"] as const;
const FACT = { heading: 0, bullet: 0, item: 1, para: 2, cell: 3, agenda: 4, short: 5, middling: 6, long: 7 } as const;

/** Where a line stands. */
export interface Place {
  readonly kind: LineKind;
  readonly agenda: boolean;
  /** Numbers of the classes in the heading above. */
  readonly under: readonly number[];
}

/** The features of one line: their numbers, each once, and the words that show them (−1: none of the line's). */
export interface Shown {
  count: number;
  feature: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

const ABSENT = -1;

interface SpaceTable {
  readonly space: SpaceName;
  readonly numbers: Int32Array;
}
const MOST_WORDS = 1 << 15;

/**
 * Which features are known, by what they are about. `learning` gives every feature that it meets a number; otherwise only those
 * added by name are known. Made after the last class is known to the phrases.
 */
export class FeatureTable {
  /** `space name` of each feature. */
  readonly names: string[] = [];
  private readonly tables: { readonly [space in SpaceName]: SpaceTable };
  /** Words that may become features while learning. */
  private readonly words = new Map<number, string>();
  private readonly shown: Shown = {
    count: 0,
    feature: new Int32Array(1024),
    from: new Int32Array(1024),
    to: new Int32Array(1024),
  };
  private stamps = new Int32Array(1024);
  private stamp = 0;

  constructor(
    private readonly phrases: PhraseTrie,
    private readonly learning = false,
  ) {
    const classes = phrases.classes.length;
    const table = (space: SpaceName, size: number): SpaceTable => ({
      space,
      numbers: new Int32Array(size).fill(ABSENT),
    });
    this.tables = {
      class: table("class", classes),
      word: table("word", MOST_WORDS),
      under: table("under", classes),
      fact: table("fact", FACTS.length),
    };
  }

  /** The number of a feature by its name, given on first use; −1 for a class that the vocabulary lacks. */
  add(space: SpaceName, name: string): number {
    const at = this.placeOf(space, name);
    if (at < 0) return ABSENT;
    const table = this.tables[space].numbers;
    if (table[at] === ABSENT) table[at] = this.names.push(`${space} ${name}`) - 1;
    return table[at] as number;
  }

  /** Lets a word become a feature while learning. */
  allowWord(word: string): void {
    this.words.set(this.wordNumber(word), word);
  }

  /** All known features of a line. The result is overwritten by the next call. */
  of(words: Words, hits: Hits, place: Place): Shown {
    const { shown } = this;
    shown.count = 0;
    this.makeRoom(words.count + hits.count + place.under.length + FACTS.length);
    this.stamp++;
    const { class: classTable, word: wordTable, under, fact } = this.tables;
    for (let at = 0; at < words.count; at++) {
      const word = words.exact[at] as number;
      if (word !== UNKNOWN && (!this.learning || this.words.has(word))) this.show(wordTable, word, at, at);
    }
    for (let n = 0; n < hits.count; n++)
      this.show(classTable, hits.class[n] as number, hits.from[n] as number, hits.to[n] as number);
    for (let n = 0; n < place.under.length; n++) this.show(under, place.under[n] as number, ABSENT, ABSENT);
    this.show(fact, FACT[place.kind], ABSENT, ABSENT);
    if (place.agenda) this.show(fact, FACT.agenda, ABSENT, ABSENT);
    const length = words.count < 5 ? FACT.short : words.count < 16 ? FACT.middling : FACT.long;
    this.show(fact, length, ABSENT, ABSENT);
    return shown;
  }

  /** Makes room for so many features of one line, each of which may be new. */
  private makeRoom(count: number): void {
    const { shown } = this;
    if (count > shown.feature.length) {
      shown.feature = grown(shown.feature, count);
      shown.from = grown(shown.from, count);
      shown.to = grown(shown.to, count);
    }
    if (this.names.length + count > this.stamps.length) this.stamps = grown(this.stamps, this.names.length + count);
  }

  private show(table: SpaceTable, at: number, from: number, to: number): void {
    let feature = table.numbers[at] as number;
    if (feature === ABSENT) {
      if (!this.learning) return;
      feature = this.names.push(`${table.space} ${this.nameAt(table.space, at)}`) - 1;
      table.numbers[at] = feature;
    }
    if (this.stamps[feature] === this.stamp) return;
    this.stamps[feature] = this.stamp;
    const { shown } = this;
    const n = shown.count++;
    shown.feature[n] = feature;
    shown.from[n] = from;
    shown.to[n] = to;
  }

  private nameAt(space: SpaceName, at: number): string {
    const { classes } = this.phrases;
    if (space === "word") return this.words.get(at) as string;
    if (space === "fact") return FACTS[at] as string;
    return classes[at] as string;
  }

  private placeOf(space: SpaceName, name: string): number {
    if (space === "word") return this.wordNumber(name);
    if (space === "fact") return (FACTS as readonly string[]).indexOf(name);
    return this.phrases.known(name);
  }

  private wordNumber(word: string): number {
    const number = this.phrases.trie.add(word);
    if (number >= MOST_WORDS) throw new RangeError(`more than ${MOST_WORDS} words`);
    return number;
  }
}

function grown(old: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(old.length * 2, least));
  larger.set(old);
  return larger;
}
