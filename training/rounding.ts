import { MOST_STEPS } from "../core/tagger/network-file";

/** What one step of some weights is worth: the root of their mean square, so that few steps tell them apart and the file stays small. */
export const stepOf = (weights: Float64Array): number =>
  Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length);

/** Whole steps, as many as the file can hold. */
export const stepsIn = (weight: number, step: number): number =>
  Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / step)));

/** A weight as the file has it. */
export const roundTo = (weight: number, step: number): number => stepsIn(weight, step) * step;
