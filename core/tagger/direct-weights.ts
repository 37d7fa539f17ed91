import type { FeatureTable, Shown, SpaceName } from "./features";
import { STANCES, type Stance } from "./tag";

/** What a feature adds to the score of one indicator by itself, past the hidden units: the team's own phrases and lessons. */
export interface DirectWeight {
  readonly space: SpaceName;
  readonly name: string;
  readonly indicator: string;
  readonly weight: number;
  /** With it, it adds to the score of this stance of the indicator, and nothing to whether it shows. */
  readonly stance?: Stance | undefined;
}

/** All direct weights, by feature. */
export class DirectWeights {
  /** Place, weight, place, weight … The places of all labels come first, then those of each label's stances. */
  private readonly byFeature = new Map<number, number[]>();
  readonly none: boolean;

  constructor(direct: readonly DirectWeight[], table: FeatureTable, labels: readonly string[]) {
    for (const { space, name, indicator, weight, stance } of direct) {
      const label = labels.indexOf(indicator);
      const feature = label < 0 ? -1 : table.add(space, name);
      const place = stance ? labels.length + label * STANCES.length + STANCES.indexOf(stance) : label;
      if (feature >= 0) this.byFeature.set(feature, [...(this.byFeature.get(feature) ?? []), place, weight]);
    }
    this.none = this.byFeature.size === 0;
  }

  /** Adds what the features of a line say to its scores, and to those of the stances. `scale` is what one counts that spans words. */
  addTo(scores: Float64Array, stances: Float64Array, { count, feature, from }: Shown, scale: number): void {
    for (let n = 0; n < count; n++) {
      const own = this.byFeature.get(feature[n] as number) ?? [];
      const counts = (from[n] as number) < 0 ? 1 : scale;
      for (let part = 0; part < own.length; part += 2) {
        const place = own[part] as number;
        const said = (own[part + 1] as number) * counts;
        const at = place - scores.length;
        if (at < 0) scores[place] = (scores[place] as number) + said;
        else stances[at] = (stances[at] as number) + said;
      }
    }
  }

  of(feature: number, label: number): number {
    const own = this.byFeature.get(feature) ?? [];
    let sum = 0;
    for (let part = 0; part < own.length; part += 2) if (own[part] === label) sum += own[part + 1] as number;
    return sum;
  }
}
