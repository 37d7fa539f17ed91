import type { FeatureTable, Shown, SpaceName } from "./features";

/** What a feature adds to the score of one indicator by itself, past the hidden units: the team's own phrases and lessons. */
export interface DirectWeight {
  readonly space: SpaceName;
  readonly name: string;
  readonly indicator: string;
  readonly weight: number;
}

/** All direct weights, by feature. */
export class DirectWeights {
  /** Label, weight, label, weight … */
  private readonly byFeature = new Map<number, number[]>();
  readonly none: boolean;

  constructor(direct: readonly DirectWeight[], table: FeatureTable, labels: readonly string[]) {
    for (const { space, name, indicator, weight } of direct) {
      const label = labels.indexOf(indicator);
      const feature = label < 0 ? -1 : table.add(space, name);
      if (feature >= 0) this.byFeature.set(feature, [...(this.byFeature.get(feature) ?? []), label, weight]);
    }
    this.none = this.byFeature.size === 0;
  }

  /** Adds what the features of a line say to its scores. `scale` is what one counts that spans words. */
  addTo(scores: Float64Array, { count, feature, from }: Shown, scale: number): void {
    for (let n = 0; n < count; n++) {
      const own = this.byFeature.get(feature[n] as number) ?? [];
      const counts = (from[n] as number) < 0 ? 1 : scale;
      for (let part = 0; part < own.length; part += 2) {
        const label = own[part] as number;
        scores[label] = (scores[label] as number) + (own[part + 1] as number) * counts;
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
