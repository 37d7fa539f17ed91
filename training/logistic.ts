/** Rows of numbered features, each present or absent: `indices[starts[row]] … indices[starts[row + 1] - 1]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  /** What a present feature counts in its row (long lines are scaled down). */
  readonly scale: Float64Array;
  /** How much more than others each feature must earn its place: factors of the absolute penalty. */
  readonly price: Float64Array;
  readonly features: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: Float64Array;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Logistic regression with absolute and squared penalties by FTRL-Proximal (McMahan et al. 2013, "Ad click
 * prediction"), over the rows in a fixed shuffled order, so that the same data give the same weights.
 */
export function fitLogistic(rows: SparseRows, use: Int32Array, positive: Uint8Array, options: FitOptions): Logistic {
  const { epochs, rate, l1, l2 } = options;
  const z = new Float64Array(rows.features);
  const n = new Float64Array(rows.features);
  const weights = new Float64Array(rows.features);
  let biasSum = 0;
  let bias = -2;
  const order = Int32Array.from(use);
  let seed = 20260914;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const other = Math.floor((seed / 4294967296) * (at + 1));
      const kept = order[at] as number;
      order[at] = order[other] as number;
      order[other] = kept;
    }
    for (let at = 0; at < order.length; at++) {
      const row = order[at] as number;
      const from = rows.starts[row] as number;
      const to = rows.starts[row + 1] as number;
      const value = rows.scale[row] as number;
      let score = 0;
      for (let k = from; k < to; k++) score += weights[rows.indices[k] as number] as number;
      const error = sigmoid(score * value + bias) - (positive[row] as number);
      biasSum += error * error;
      bias -= (0.1 * error) / Math.sqrt(1 + biasSum);
      const gradient = error * value;
      for (let k = from; k < to; k++) {
        const f = rows.indices[k] as number;
        const before = n[f] as number;
        const after = before + gradient * gradient;
        const root = Math.sqrt(after);
        z[f] = (z[f] as number) + gradient - ((root - Math.sqrt(before)) / rate) * (weights[f] as number);
        n[f] = after;
        const pull = z[f] as number;
        const penalty = l1 * (rows.price[f] as number);
        weights[f] = Math.abs(pull) <= penalty ? 0 : -(pull - Math.sign(pull) * penalty) / ((1 + root) / rate + l2);
      }
    }
  }
  return { bias, weights };
}

/** Scores of rows under a fitted model. */
export function scoreRow(rows: SparseRows, row: number, { bias, weights }: Logistic): number {
  let score = 0;
  for (let k = rows.starts[row] as number; k < (rows.starts[row + 1] as number); k++)
    score += weights[rows.indices[k] as number] as number;
  return score * (rows.scale[row] as number) + bias;
}
