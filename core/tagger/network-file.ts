import type { SpaceName } from "./features";

/**
 * A small network as data. Each feature says something to every hidden unit; what the units hold after a line decides its tags and
 * their stance. Weights are characters: one for each hidden unit, `WEIGHTS` in the order of their value, times a step.
 */
export interface NetworkFile {
  /** Size of one step of a feature's weights, of a tag's and of a stance's. */
  readonly steps: { readonly features: number; readonly tags: number; readonly stance: number };
  readonly hiddenBias: readonly number[];
  readonly features: { readonly [space in SpaceName]?: Readonly<Record<string, string>> };
  readonly tags: Readonly<Record<string, { readonly bias: number; readonly weights: string }>>;
  /** By indicator; in the order of `STANCES`. */
  readonly stance: Readonly<Record<string, { readonly bias: readonly number[]; readonly weights: readonly string[] }>>;
}

/** Characters from the least weight to the greatest; the middle one is none. None needs an escape in JSON. */
export const WEIGHTS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abc";
/** Steps of the greatest weight. */
export const MIDDLE = WEIGHTS.length >> 1;

const STEPS = Int8Array.from({ length: 128 }, (_, code) => {
  const at = WEIGHTS.indexOf(String.fromCharCode(code));
  return at < 0 ? 0 : at - MIDDLE;
});

/** The steps that characters stand for. */
export const stepsOf = (weights: string): number[] =>
  Array.from(weights, (_, at) => STEPS[weights.charCodeAt(at) & 127] as number);
