import type { Example } from "./examples";

/** What was fitted for one feature, and how many decisions show it. */
export interface FittedWeight {
  readonly weight: number;
  readonly decisions: number;
}

/** By indicator and feature. */
export type Weights = ReadonlyMap<string, ReadonlyMap<number, FittedWeight>>;

const ROUNDS = 60;
const PACE = 0.5;
/** Squared penalty: what one decision says alone moves little. */
const PENALTY = 0.6;
/** No single word may say more than this. */
const MOST = 3;
/** A feature is learned from where so many decided lines show it. */
const LEAST_SEEN = 2;
/** What shows in a larger share of the lines is a word of everyday: nothing to learn from. */
const MOST_SEEN = 0.08;
const LEAST_WEIGHT = 0.05;

/** Fits weights on top of the model's scores by penalised logistic regression; the order of the examples plays no part. */
export function fitLessons(examples: readonly Example[]): Weights {
  const byIndicator = new Map<string, Example[]>();
  for (const example of examples) {
    const own = byIndicator.get(example.indicator);
    if (own) own.push(example);
    else byIndicator.set(example.indicator, [example]);
  }
  const weights = new Map<string, ReadonlyMap<number, FittedWeight>>();
  for (const [indicator, own] of byIndicator) {
    if (own.some(({ decided }) => decided)) weights.set(indicator, fitOne(own));
  }
  return weights;
}

function fitOne(examples: readonly Example[]): ReadonlyMap<number, FittedWeight> {
  const seen = new Map<number, number>();
  const decisions = new Map<number, number>();
  for (const { decided, features } of examples) {
    for (const feature of features) {
      seen.set(feature, (seen.get(feature) ?? 0) + 1);
      if (decided) decisions.set(feature, (decisions.get(feature) ?? 0) + 1);
    }
  }
  const weights = new Map<number, number>();
  const most = examples.length * MOST_SEEN;
  for (const [feature, count] of decisions)
    if (count >= LEAST_SEEN && (seen.get(feature) as number) <= most) weights.set(feature, 0);
  const slopes = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const feature of weights.keys()) slopes.set(feature, 0);
    for (const { score, shows, features, scale } of examples) {
      let total = score;
      for (const feature of features) total += (weights.get(feature) ?? 0) * scale;
      const error = shows - 1 / (1 + Math.exp(-total));
      for (const feature of features) {
        const slope = slopes.get(feature);
        if (slope !== undefined) slopes.set(feature, slope + error * scale);
      }
    }
    for (const [feature, weight] of weights) {
      const slope = (slopes.get(feature) as number) - PENALTY * weight;
      // Features that many lines show would swing at full pace.
      const pace = PACE / (PENALTY + 0.25 * (seen.get(feature) as number));
      weights.set(feature, Math.max(-MOST, Math.min(MOST, weight + pace * slope)));
    }
  }
  const fitted = new Map<number, FittedWeight>();
  for (const [feature, weight] of weights)
    if (Math.abs(weight) >= LEAST_WEIGHT) fitted.set(feature, { weight, decisions: decisions.get(feature) as number });
  return fitted;
}
