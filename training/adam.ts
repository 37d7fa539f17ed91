/** Weights that learn, with the slope gathered since the last step and the means that Adam keeps of it. */
export interface Parameter {
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly mean: Float64Array;
  readonly spread: Float64Array;
}

/** So many weights, each as `start` gives it. */
export function parameter(size: number, start: () => number): Parameter {
  const value = Float64Array.from({ length: size }, start);
  return { value, slope: new Float64Array(size), mean: new Float64Array(size), spread: new Float64Array(size) };
}

/**
 * One step of Adam (Kingma & Ba 2015) against the slope gathered, which is then forgotten. `step` counts from 1; `penalty` is that on the
 * square of a weight.
 */
export function adam({ value, slope, mean, spread }: Parameter, rate: number, step: number, penalty: number): void {
  const [keepMean, keepSpread] = [0.9, 0.999];
  const pace = (rate * Math.sqrt(1 - keepSpread ** step)) / (1 - keepMean ** step);
  for (let at = 0; at < value.length; at++) {
    const pull = (slope[at] as number) + 2 * penalty * (value[at] as number);
    const m = keepMean * (mean[at] as number) + (1 - keepMean) * pull;
    const s = keepSpread * (spread[at] as number) + (1 - keepSpread) * pull * pull;
    mean[at] = m;
    spread[at] = s;
    value[at] = (value[at] as number) - (pace * m) / (Math.sqrt(s) + 1e-8);
    slope[at] = 0;
  }
}
