import { type FeatureTable, type Shown, SPACES, type SpaceName } from "./features";

/**
 * A linear model as a person can read it: for each feature the labels it speaks for or against, as whole numbers
 * of tenths. `"near": { "look-at student-work": "SL3 12 RD1 -3" }`.
 */
export interface LinearFile {
  readonly bias: Readonly<Record<string, number>>;
  readonly weights: { readonly [space in SpaceName]?: Readonly<Record<string, string>> };
}

/** A feature that spoke for a label, with what it added to the score. */
export interface Reason {
  readonly feature: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

const TENTHS = 10;
/** Reasons beyond these carry next to nothing. */
const MOST_REASONS = 12;

/** A compiled linear model over numbered features. Whole numbers are added up, so that every engine finds the same sums. */
export class Linear {
  readonly labels: readonly string[];
  /** What the features of the line scored last say, by label, in tenths. */
  readonly sums: Int32Array;
  private readonly bias: Float64Array;
  private readonly spoken: { readonly feature: number; readonly parts: readonly string[] }[] = [];
  /** What feature n says stands at `start[n]` … `start[n + 1] - 2`: label, weight, label, weight … */
  private start = new Int32Array(0);
  private says = new Int16Array(0);
  /** The most that each feature says for any label. */
  private most = new Int16Array(0);

  constructor(
    file: LinearFile,
    private readonly table: FeatureTable,
  ) {
    this.labels = Object.keys(file.bias);
    this.sums = new Int32Array(this.labels.length);
    this.bias = Float64Array.from(Object.values(file.bias), (tenths) => tenths / TENTHS);
    for (const space of SPACES) {
      for (const [name, text] of Object.entries(file.weights[space] ?? {})) {
        const feature = table.add(space, name);
        if (feature >= 0) this.spoken.push({ feature, parts: text.split(" ") });
      }
    }
  }

  /** Adds up what the features of a line say; those before number `from` are taken as added already. */
  addUp(shown: Shown, from = 0): void {
    if (this.start.length <= this.table.names.length) this.layOut();
    const { sums, start, says } = this;
    if (from === 0) sums.fill(0);
    const { count, feature: featureAt } = shown;
    for (let n = from; n < count; n++) {
      const feature = featureAt[n] as number;
      const end = start[feature + 1] as number;
      for (let at = start[feature] as number; at < end; at += 2) {
        const label = says[at] as number;
        sums[label] = (sums[label] as number) + (says[at + 1] as number);
      }
    }
  }

  /** A sum that no label can exceed in this line: quickly had, and enough to pass over most lines. */
  ceiling(shown: Shown): number {
    if (this.start.length <= this.table.names.length) this.layOut();
    const { most } = this;
    const { count, feature } = shown;
    let sum = 0;
    for (let n = 0; n < count; n++) sum += most[feature[n] as number] as number;
    return sum;
  }

  /** Score of a label for the line added up last; long lines are scaled down by their number of words. */
  score(label: number, words: number): number {
    return ((this.sums[label] as number) * lengthScale(words)) / TENTHS + (this.bias[label] as number);
  }

  /** For each label the least sum whose score reaches `score` in a line of so many words. */
  leastSums(score: number, words: number): Int32Array {
    const scale = lengthScale(words) / TENTHS;
    return Int32Array.from(this.bias, (bias) => Math.ceil((score - bias) / scale - 1e-9));
  }

  /** What spoke most for a label, strongest first; on a tie the earlier feature. */
  reasons(shown: Shown, label: number): Reason[] {
    const { start, says } = this;
    const found: Reason[] = [];
    for (let n = 0; n < shown.count; n++) {
      const feature = shown.feature[n] as number;
      const end = start[feature + 1] as number;
      for (let at = start[feature] as number; at < end; at += 2) {
        if (says[at] !== label) continue;
        const weight = says[at + 1] as number;
        const least = found.length < MOST_REASONS ? 0 : (found[MOST_REASONS - 1] as Reason).weight;
        if (weight <= least) break;
        let place = Math.min(found.length, MOST_REASONS - 1);
        while (place > 0 && (found[place - 1] as Reason).weight < weight) {
          found[place] = found[place - 1] as Reason;
          place--;
        }
        found[place] = { feature, from: shown.from[n] as number, to: shown.to[n] as number, weight };
        break;
      }
    }
    return found;
  }

  /** Lays the weights flat, for all features that the table knows by now; those of other models say nothing here. */
  private layOut(): void {
    const labelNumber = new Map(this.labels.map((label, number) => [label, number]));
    const byFeature: number[][] = this.table.names.map(() => []);
    for (const { feature, parts } of this.spoken) {
      for (let n = 0; n + 1 < parts.length; n += 2) {
        const label = labelNumber.get(parts[n] as string);
        if (label !== undefined) byFeature[feature]?.push(label, Number(parts[n + 1]));
      }
    }
    let end = 0;
    this.start = Int32Array.from([[], ...byFeature], (says) => {
      end += says.length;
      return end;
    });
    this.says = Int16Array.from(byFeature.flat());
    this.most = Int16Array.from(byFeature, (says) =>
      says.reduce((most, weight, at) => (at % 2 ? Math.max(most, weight) : most), 0),
    );
  }
}

const SCALES = Float64Array.from({ length: 512 }, (_, words) => 3 / Math.sqrt(words + 4));

/** One over the root of a line's length, so that long lines do not gather score by length alone. */
export const lengthScale = (words: number): number => SCALES[Math.min(words, SCALES.length - 1)] as number;
