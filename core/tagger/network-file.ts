import type { SpaceName } from "./features";

/**
 * A small network as data. Each feature says something to every hidden unit; what the units hold after a line decides its tags and
 * their stance. Weights are characters, times a step: of a tag or stance one for each hidden unit, `WEIGHTS` in the order of their value;
 * of a feature, where few steps do, one for two units.
 */
export interface NetworkFile {
  /** Size of one step of a feature's weights, of a tag's and of a stance's. */
  readonly steps: { readonly features: number; readonly tags: number; readonly stance: number };
  readonly hiddenBias: readonly number[];
  readonly features: { readonly [space in SpaceName]?: FeatureFile };
  readonly tags: Readonly<Record<string, { readonly bias: number; readonly weights: string }>>;
  /** By indicator; in the order of `STANCES`. */
  readonly stance: Readonly<Record<string, { readonly bias: readonly number[]; readonly weights: readonly string[] }>>;
}

/** The features of one space: names apart from weights, since each alone packs smaller. */
export interface FeatureFile {
  /** Parted by blanks. */
  readonly names: string;
  /** Feature by feature, a character for units 0 and 1, one for 2 and 3, and so on. */
  readonly weights: string;
}

/** Characters from the least weight to the greatest; the middle one is none. None needs an escape in JSON. */
export const WEIGHTS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abc";
/** Steps of the greatest weight. */
export const MIDDLE = WEIGHTS.length >> 1;

/** Characters of two weights of a feature: the first counts ones, the second nines, both from the least. None needs an escape in JSON. */
export const PAIRS = `${WEIGHTS}defghijklmnopqrst`;
/** Steps of a feature's greatest weight. */
export const MOST_STEPS = 4;
const LEVELS = 2 * MOST_STEPS + 1;

/** Places of some characters, by their code. */
const places = (characters: string): Int8Array =>
  Int8Array.from({ length: 128 }, (_, code) => characters.indexOf(String.fromCharCode(code)));
const PLACES = places(WEIGHTS);
const PAIR_PLACES = places(PAIRS);

/** The steps that characters stand for. */
export const stepsOf = (weights: string): number[] =>
  Array.from(weights, (_, at) => (PLACES[weights.charCodeAt(at) & 127] as number) - MIDDLE);

/** The steps of a feature's weights, two for each character. */
export const pairStepsOf = (weights: string): number[] =>
  Array.from(weights, (_, at) => PAIR_PLACES[weights.charCodeAt(at) & 127] as number).flatMap((place) => [
    (place % LEVELS) - MOST_STEPS,
    Math.floor(place / LEVELS) - MOST_STEPS,
  ]);

/** The character of two weights of a feature, given in steps. */
export const pairOf = (first: number, second: number): string =>
  PAIRS.charAt(first + MOST_STEPS + LEVELS * (second + MOST_STEPS));

/** The features of a space with their weights, as characters. */
export function rowsOf({ names, weights }: FeatureFile): [name: string, weights: string][] {
  const all = names.split(" ");
  const length = weights.length / all.length;
  return all.map((name, at) => [name, weights.slice(at * length, (at + 1) * length)]);
}
