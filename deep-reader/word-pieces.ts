import { plainLetters, roleOf } from "./characters";

/** The word pieces of a text: numbers in the vocabulary, and where each stands (UTF-16 units, end exclusive). */
export interface Pieces {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Number of the word that each piece belongs to. */
  readonly words: readonly number[];
}

/** Cuts a text into at most so many word pieces. */
export type Cutter = (text: string, most: number) => Pieces;

/** A longer word is one unknown piece. */
const LONGEST_WORD = 100;
const UNKNOWN = "[UNK]";

/**
 * Makes a cutter from a vocabulary of one piece a row ("##" begins one that goes on with a word). It cuts as BERT's uncased
 * WordPiece does, but takes the encoder's own marks ("[SEP]") for words when they stand in a text.
 */
export function createCutter(vocabulary: string): Cutter {
  const numbers = new Map(vocabulary.split("\n").map((piece, number) => [piece, number]));
  const unknown = numbers.get(UNKNOWN);
  if (unknown === undefined) throw new Error(`The vocabulary holds no ${UNKNOWN}.`);

  return (text, most) => {
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const words: number[] = [];
    let count = 0;
    const add = (id: number, start: number, end: number) => {
      if (ids.length >= most) return;
      ids.push(id);
      starts.push(start);
      ends.push(end);
      words.push(count);
    };
    eachWord(text, (letters, from, to) => {
      const known = letters.length > LONGEST_WORD ? undefined : longestPieces(letters, numbers);
      if (!known) add(unknown, from[0] as number, to[letters.length - 1] as number);
      else for (const [id, first, last] of known) add(id, from[first] as number, to[last] as number);
      count++;
      return ids.length < most;
    });
    return { ids, starts, ends, words };
  };
}

/** Takes the letters of a word and where each began and ended in the text; false stops. */
type TakeWord = (letters: readonly string[], from: readonly number[], to: readonly number[]) => boolean;

function eachWord(text: string, take: TakeWord): void {
  let letters: string[] = [];
  let from: number[] = [];
  let to: number[] = [];
  const close = (): boolean => {
    if (letters.length === 0) return true;
    const more = take(letters, from, to);
    letters = [];
    from = [];
    to = [];
    return more;
  };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const role = roleOf(character);
    if (role === "space") {
      if (!close()) return;
    } else if (role !== "gone") {
      for (const letter of plainLetters(character)) {
        // An accent may hide punctuation: the Greek question mark is a semicolon.
        const alone = role === "alone" || roleOf(letter) === "alone";
        if (alone && !close()) return;
        // Of an endless word no more is kept than tells that it is too long.
        if (letters.length <= LONGEST_WORD) {
          letters.push(letter);
          from.push(at);
          to.push(end);
        } else to[letters.length - 1] = end;
        if (alone && !close()) return;
      }
    }
    at = end;
  }
  close();
}

/** The longest known pieces from the left, with their first and last letters; nothing where one part is in no piece. */
function longestPieces(
  letters: readonly string[],
  numbers: ReadonlyMap<string, number>,
): [id: number, first: number, last: number][] | undefined {
  const pieces: [number, number, number][] = [];
  for (let first = 0; first < letters.length; ) {
    let last = letters.length - 1;
    let id: number | undefined;
    for (; last >= first; last--) {
      id = numbers.get((first === 0 ? "" : "##") + letters.slice(first, last + 1).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return undefined;
    pieces.push([id, first, last]);
    first = last + 1;
  }
  return pieces;
}
