import { type NetworkFile, stepsOf } from "./network-file";
import { STANCES, type Stance } from "./tag";

/** Tells from what the hidden units hold how a line speaks of an indicator. */
export class StanceReader {
  /** By label and unit: of each stance in turn. */
  private readonly weights: Float64Array;
  private readonly bias: Float64Array;
  private readonly units: number;

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

  /** The stance that scores best; on a tie the first of `STANCES`. Units that hold less than 0 are asleep. */
  of(label: number, hidden: Float64Array): Stance {
    const { weights, bias, units } = this;
    let evidenced = bias[label * 3] as number;
    let planned = bias[label * 3 + 1] as number;
    let contrary = bias[label * 3 + 2] as number;
    let at = label * units * 3;
    for (let unit = 0; unit < units; unit++, at += 3) {
      const value = hidden[unit] as number;
      if (value <= 0) continue;
      evidenced += value * (weights[at] as number);
      planned += value * (weights[at + 1] as number);
      contrary += value * (weights[at + 2] as number);
    }
    if (evidenced >= planned && evidenced >= contrary) return "evidenced";
    return planned >= contrary ? "planned" : "contrary";
  }
}
