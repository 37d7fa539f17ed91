import { type NetworkFile, stepsOf } from "./network-file";
import { STANCES, type Stance } from "./tag";

/** Tells from what the hidden units hold how a line speaks of an indicator. Units that hold less than 0 are asleep. */
export class StanceReader {
  /** By label and unit: of each stance in turn. */
  private readonly weights: Float64Array;
  private readonly bias: Float64Array;
  private readonly units: number;
  private readonly found = new Float64Array(3);

  constructor({ hiddenBias, stance, steps }: NetworkFile, labels: readonly string[]) {
    this.units = hiddenBias.length;
    this.bias = Float64Array.from(labels.flatMap((label) => stance[label]?.bias ?? [0, 0, 0]));
    this.weights = Float64Array.from(
      labels.flatMap((label) => {
        const rows = (stance[label]?.weights ?? []).map(stepsOf);
        return hiddenBias.flatMap((_, unit) => STANCES.map((_, n) => (rows[n]?.[unit] ?? 0) * steps.stance));
      }),
    );
  }

  /** The score of each of `STANCES`, on top of what else speaks for them. The result is overwritten by the next call. */
  scores(label: number, hidden: Float64Array, besides: Float64Array): Float64Array {
    const { weights, bias, units, found } = this;
    const first = label * 3;
    let evidenced = (bias[first] as number) + (besides[first] as number);
    let planned = (bias[first + 1] as number) + (besides[first + 1] as number);
    let contrary = (bias[first + 2] as number) + (besides[first + 2] as number);
    let at = label * units * 3;
    for (let unit = 0; unit < units; unit++, at += 3) {
      const value = hidden[unit] as number;
      if (value <= 0) continue;
      evidenced += value * (weights[at] as number);
      planned += value * (weights[at + 1] as number);
      contrary += value * (weights[at + 2] as number);
    }
    found[0] = evidenced;
    found[1] = planned;
    found[2] = contrary;
    return found;
  }
}

/** The stance that scores best; on a tie the first of `STANCES`. */
export function bestStance(scores: ArrayLike<number>): Stance {
  const [evidenced, planned, contrary] = [scores[0] as number, scores[1] as number, scores[2] as number];
  if (evidenced >= planned && evidenced >= contrary) return "evidenced";
  return planned >= contrary ? "planned" : "contrary";
}
