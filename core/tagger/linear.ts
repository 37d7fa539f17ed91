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

/** A compiled linear model over numbered features. Its features must be in the table before the first line is scored. */
export class Linear {
  readonly labels: readonly string[];
  /** Scores of the line scored last, by label. */
  readonly scores: Float64Array;
  /** Sums of the line scored last, before scale and bias. */
  private readonly sums: Int32Array;
  private readonly sumsWith: Int32Array;
  private readonly bias: Float64Array;
  /** What feature n says stands at `start[n]` … `start[n + 1] - 1`. */
  private readonly start: Int32Array;
  private readonly label: Uint8Array;
  /** In tenths: whole numbers add up the same in every engine, and stay in the processor's cache. */
  private readonly weight: Int16Array;
  private readonly features: number;

  constructor(file: LinearFile, table: FeatureTable) {
    this.labels = Object.keys(file.bias);
    this.scores = new Float64Array(this.labels.length);
    this.sums = new Int32Array(this.labels.length);
    this.sumsWith = new Int32Array(this.labels.length);
    this.bias = Float64Array.from(Object.values(file.bias), (tenths) => tenths / TENTHS);
    const spoken: { feature: number; parts: string[] }[] = [];
    for (const space of SPACES) {
      for (const [name, parts] of Object.entries(file.weights[space] ?? {})) {
        const feature = table.add(space, name);
        if (feature >= 0) spoken.push({ feature, parts: parts.split(" ") });
      }
    }
    this.features = table.names.length;
    const counts = new Int32Array(this.features + 1);
    for (const { feature, parts } of spoken)
      counts[feature + 1] = (counts[feature + 1] as number) + (parts.length >> 1);
    for (let n = 1; n < counts.length; n++) counts[n] = (counts[n] as number) + (counts[n - 1] as number);
    this.start = counts;
    const size = counts[this.features] as number;
    this.label = new Uint8Array(size);
    this.weight = new Int16Array(size);
    const labelNumber = new Map(this.labels.map((label, number) => [label, number]));
    for (const { feature, parts } of spoken) {
      let at = counts[feature] as number;
      for (let n = 0; n + 1 < parts.length; n += 2) {
        this.label[at] = labelNumber.get(parts[n] as string) ?? 0;
        this.weight[at++] = labelNumber.has(parts[n] as string) ? Number(parts[n + 1]) : 0;
      }
    }
  }

  /** Adds up what the features of a line say, into `scores`; long lines are scaled down by their number of words. */
  score(shown: Shown, words: number): void {
    this.sums.fill(0);
    this.addUp(shown, 0, this.sums);
    this.scale(this.sums, words);
  }

  /** Scores the line scored last again, with the features from number `from` on beside those it had. */
  scoreWith(shown: Shown, from: number, words: number): void {
    this.sumsWith.set(this.sums);
    this.addUp(shown, from, this.sumsWith);
    this.scale(this.sumsWith, words);
  }

  private addUp(shown: Shown, from: number, sums: Int32Array): void {
    const { start, label, weight, features } = this;
    const { count, feature: featureAt } = shown;
    for (let n = from; n < count; n++) {
      const feature = featureAt[n] as number;
      if (feature >= features) continue;
      const end = start[feature + 1] as number;
      for (let at = start[feature] as number; at < end; at++) {
        const to = label[at] as number;
        sums[to] = (sums[to] as number) + (weight[at] as number);
      }
    }
  }

  private scale(sums: Int32Array, words: number): void {
    const { scores, bias } = this;
    const scale = lengthScale(words) / TENTHS;
    for (let n = 0; n < scores.length; n++) scores[n] = (sums[n] as number) * scale + (bias[n] as number);
  }

  /** What spoke most for a label, strongest first; on a tie the earlier feature. */
  reasons(shown: Shown, label: number): Reason[] {
    const found: Reason[] = [];
    for (let n = 0; n < shown.count; n++) {
      const feature = shown.feature[n] as number;
      if (feature >= this.features) continue;
      const end = this.start[feature + 1] as number;
      for (let at = this.start[feature] as number; at < end; at++) {
        if (this.label[at] !== label) continue;
        const weight = this.weight[at] as number;
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
}

const SCALES = Float64Array.from({ length: 512 }, (_, words) => 3 / Math.sqrt(words + 4));

/** One over the root of a line's length, so that long lines do not gather score by length alone. */
export const lengthScale = (words: number): number => SCALES[Math.min(words, SCALES.length - 1)] as number;
