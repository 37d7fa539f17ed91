import type { Example } from "./examples";

/** What was fitted for one feature, and how many decisions show it. */
export interface FittedWeight {
  readonly weight: number;
  readonly decisions: number;
}

/** By what it is about, and feature. */
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
  const groups = new Map<string, Example[]>();
  for (const example of examples) {
    const own = groups.get(example.about);
    if (own) own.push(example);
    else groups.set(example.about, [example]);
  }
  const weights = new Map<string, ReadonlyMap<number, FittedWeight>>();
  for (const [about, own] of groups) {
    if (own.some(({ decided }) => decided)) weights.set(about, fitOne(own));
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
  const most = examples.length * MOST_SEEN;
  const fitted = [...decisions]
    .filter(([feature, count]) => count >= LEAST_SEEN && (seen.get(feature) as number) <= most)
    .map(([feature]) => feature);
  const placeOf = new Map(fitted.map((feature, place) => [feature, place]));
  // A line that shows none of them has no say.
  const rows = examples.flatMap(({ score, shows, scale, features }) => {
    const shown = features.flatMap((feature) => placeOf.get(feature) ?? []);
    return shown.length > 0 ? [{ score, shows, scale, shown }] : [];
  });
  const weights = new Float64Array(fitted.length);
  const slopes = new Float64Array(fitted.length);
  // Features that many lines show would swing at full pace.
  const paces = fitted.map((feature) => PACE / (PENALTY + 0.25 * (seen.get(feature) as number)));
  for (let round = 0; round < ROUNDS; round++) {
    slopes.fill(0);
    for (const { score, shows, scale, shown } of rows) {
      let total = score;
      for (const place of shown) total += (weights[place] as number) * scale;
      const error = (shows - 1 / (1 + Math.exp(-total))) * scale;
      for (const place of shown) slopes[place] = (slopes[place] as number) + error;
    }
    paces.forEach((pace, place) => {
      const weight = weights[place] as number;
      weights[place] = Math.max(-MOST, Math.min(MOST, weight + pace * ((slopes[place] as number) - PENALTY * weight)));
    });
  }
  return new Map(
    fitted.flatMap((feature, place) => {
      const weight = weights[place] as number;
      if (Math.abs(weight) < LEAST_WEIGHT) return [];
      return [[feature, { weight, decisions: decisions.get(feature) as number }] as const];
    }),
  );
}
