import learned from "./model.json" with { type: "json" };
import type { NetworkFile } from "./network-file";

/** What was learned from labelled meetings, as data. Made by `npm run train`; never edited by hand. */
export interface ModelFile {
  readonly version: string;
  readonly network: NetworkFile;
  /** From score (hundredths) to the share of tags that people accepted, rising. */
  readonly calibration: readonly (readonly [score: number, confidence: number])[];
  /** Confidence from which a tag is suggested, and from which it counts as found. */
  readonly tiers: { readonly suggested: number; readonly found: number };
}

/** The model that comes with the tagger. */
export const builtInModel = learned as unknown as ModelFile;

/** Tells one trained model from another, also where both are of one version. */
export const modelStamp = ({ version, network }: ModelFile): string =>
  [version, ...network.hiddenBias.slice(0, 4)].join(" ");

/** A rising table: straight between its points, flat beyond them. */
export class RisingTable {
  private readonly x: Float64Array;
  private readonly y: Float64Array;

  constructor(points: readonly (readonly [x: number, y: number])[]) {
    this.x = Float64Array.from(points, (point) => point[0]);
    this.y = Float64Array.from(points, (point) => point[1]);
  }

  at(x: number): number {
    const xs = this.x;
    const ys = this.y;
    let high = xs.length - 1;
    if (high < 0) return 0;
    if (x >= (xs[high] as number)) return ys[high] as number;
    let low = 0;
    if (x <= (xs[0] as number)) return ys[0] as number;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((xs[middle] as number) <= x) low = middle;
      else high = middle;
    }
    const from = xs[low] as number;
    const base = ys[low] as number;
    return base + (((ys[high] as number) - base) * (x - from)) / ((xs[high] as number) - from);
  }
}
