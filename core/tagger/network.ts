import { type DirectWeight, DirectWeights } from "./direct-weights";
import { FeatureRows, type Sums } from "./feature-rows";
import { type FeatureTable, type Shown, SPACES } from "./features";
import { type NetworkFile, rowsOf, stepsOf } from "./network-file";
import { findLargest, type Reasons, roomForLargest, roomForReasons } from "./reasons";
import { bestStance, StanceReader } from "./stance-reader";
import { STANCES, type Stance } from "./tag";

const SCALES = Float64Array.from({ length: 512 }, (_, words) => 3 / Math.sqrt(words + 4));

/** One over the root of a line's length, so that long lines do not gather score by length alone. */
export const lengthScale = (words: number): number => SCALES[Math.min(words, SCALES.length - 1)] as number;

/**
 * The compiled network. Only +, −, ×, ÷ and √ in a fixed order: IEEE 754 rounds these alike, so that every engine finds the same numbers.
 *
 * Nearly all units are awake in nearly every line, and through units that are awake a score is a plain sum over the features. So the
 * score is added up as if all were awake, and then what the few that are asleep would have said is taken away.
 */
export class Network {
  readonly labels: readonly string[];
  /** Score of each label for the line read last. */
  readonly scores: Float64Array;
  private readonly units: number;
  /** Worth of one step of a feature's weight, and of a tag's. */
  private readonly step: number;
  private readonly tagStep: number;
  private readonly hiddenBias: Float64Array;
  /** Steps of each unit, label by label. */
  private readonly tagSteps: Int32Array;
  /** Score of each label where no feature shows and all units are awake. */
  private readonly plain: Float64Array;
  private readonly stances: StanceReader;
  private readonly direct: DirectWeights;
  /** What direct weights add to the stances of each label in the line read last. */
  private readonly besides: Float64Array;
  private readonly rows: FeatureRows;
  private readonly spanned: Sums;
  /** Sums of what spans no words, and the features that they are of. */
  private readonly whole: Sums;
  private readonly place = new Int32Array(256);
  private placeCount = -1;
  /** What each unit holds after the line read last; below 0: asleep. */
  private readonly hidden: Float64Array;
  private readonly asleep: Int32Array;
  private asleepCount = 0;
  private scale = 1;
  /** What each of the line's features would say of one label. */
  private shares = new Float64Array(256);
  private readonly largest = roomForLargest();
  private readonly found = roomForReasons();

  constructor(file: NetworkFile, table: FeatureTable, direct: readonly DirectWeight[] = []) {
    const { steps, hiddenBias } = file;
    const units = hiddenBias.length;
    const tags = Object.values(file.tags).map(({ bias, weights }) => ({ bias, steps: stepsOf(weights) }));
    this.units = units;
    this.step = steps.features;
    this.tagStep = steps.tags;
    this.labels = Object.keys(file.tags);
    this.hiddenBias = Float64Array.from(hiddenBias);
    this.tagSteps = Int32Array.from(hiddenBias.flatMap((_, unit) => tags.map((tag) => tag.steps[unit] ?? 0)));
    this.plain = Float64Array.from(tags, (tag) =>
      tag.steps.reduce((sum, said, unit) => sum + said * steps.tags * (hiddenBias[unit] ?? 0), tag.bias),
    );
    this.stances = new StanceReader(file, this.labels);
    const weights = new Map<number, string>();
    for (const space of SPACES) {
      const own = file.features[space];
      for (const [name, said] of own ? rowsOf(own) : []) {
        const feature = table.add(space, name);
        if (feature >= 0) weights.set(feature, said);
      }
    }
    this.direct = new DirectWeights(direct, table, this.labels);
    this.rows = new FeatureRows(units, this.labels.length, this.tagSteps, weights, table.names.length);
    this.scores = new Float64Array(this.labels.length);
    this.besides = new Float64Array(this.labels.length * STANCES.length);
    this.spanned = this.rows.sums();
    this.whole = this.rows.sums();
    this.hidden = new Float64Array(units);
    this.asleep = new Int32Array(units);
  }

  /** Reads the features of one line of so many words. What spans no words (kind, heading) counts whole, however long the line. */
  read(shown: Shown, words: number): void {
    const { rows, spanned, whole, scores } = this;
    const { count, feature: features, from } = shown;
    this.scale = lengthScale(words);
    rows.meet(features, count);
    // What spans no words comes last.
    let end = count;
    while (end > 0 && (from[end - 1] as number) < 0) end--;
    rows.addUp(features, 0, end, spanned);
    // Most lines stand where the line before stood.
    if (!this.isLastPlace(features, end, count)) rows.addUp(features, end, count, whole);
    this.wake();
    this.score();
    if (this.direct.none) return;
    this.besides.fill(0);
    this.direct.addTo(scores, this.besides, shown, this.scale);
  }

  /** The stance of one label in the line read last. */
  stanceOf(label: number): Stance {
    return bestStance(this.stanceScores(label));
  }

  /** The score of each of `STANCES` for one label in the line read last. The result is overwritten by the next call. */
  stanceScores(label: number): Float64Array {
    return this.stances.scores(label, this.hidden, this.besides);
  }

  /**
   * What spoke most for a label in the line read last; on a tie the earlier feature comes first. Those that would speak most if all
   * units were awake are looked at, and get their true shares of the score. The result is overwritten by the next call.
   */
  reasons(shown: Shown, label: number): Reasons {
    const { feature: features, from, to } = shown;
    const { found, largest } = this;
    findLargest(this.shares, shown.count, this.share(shown, label), largest);
    found.count = 0;
    for (let at = 0; at < largest.count; at++) {
      const n = largest.place[at] as number;
      const feature = features[n] as number;
      const slept = this.sleptThrough(feature, label) * ((from[n] as number) < 0 ? 1 : this.scale);
      const share = (largest.share[at] as number) - slept;
      if (share <= 0) continue;
      let place = found.count++;
      for (; place > 0 && (found.weight[place - 1] as number) < share; place--) {
        found.weight[place] = found.weight[place - 1] as number;
        found.feature[place] = found.feature[place - 1] as number;
        found.from[place] = found.from[place - 1] as number;
        found.to[place] = found.to[place - 1] as number;
      }
      found.weight[place] = share;
      found.feature[place] = feature;
      found.from[place] = from[n] as number;
      found.to[place] = to[n] as number;
    }
    return found;
  }

  /** Finds what each unit holds, and which are asleep. */
  private wake(): void {
    const { units, spanned, whole, hidden, asleep, hiddenBias, step, scale } = this;
    let slept = 0;
    for (let unit = 0; unit < units; unit++) {
      const sum = (spanned.units[unit] as number) * scale + (whole.units[unit] as number);
      const value = sum * step + (hiddenBias[unit] as number);
      hidden[unit] = value;
      if (value < 0) asleep[slept++] = unit;
    }
    this.asleepCount = slept;
  }

  private score(): void {
    const { spanned, whole, scores, plain, scale, asleep, asleepCount, hidden, tagSteps, tagStep } = this;
    const labels = scores.length;
    const both = this.step * tagStep;
    for (let label = 0; label < labels; label++) {
      const sum = (spanned.labels[label] as number) * scale + (whole.labels[label] as number);
      scores[label] = sum * both + (plain[label] as number);
    }
    for (let at = 0; at < asleepCount; at++) {
      const unit = asleep[at] as number;
      const value = tagStep * (hidden[unit] as number);
      const row = unit * labels;
      for (let label = 0; label < labels; label++)
        scores[label] = (scores[label] as number) - (tagSteps[row + label] as number) * value;
    }
  }

  /** Shares out the score of a label over the features as if all units were awake; gives the largest share. */
  private share({ feature: features, from, count }: Shown, label: number): number {
    if (count > this.shares.length) this.shares = new Float64Array(count * 2);
    const { rows, direct, shares, scale } = this;
    const both = this.step * this.tagStep;
    const hasDirect = !direct.none;
    let most = 0;
    for (let n = 0; n < count; n++) {
      const feature = features[n] as number;
      let share = rows.saidOf(feature, label) * both;
      if (hasDirect) share += direct.of(feature, label);
      if ((from[n] as number) >= 0) share *= scale;
      shares[n] = share;
      if (share > most) most = share;
    }
    return most;
  }

  /** What a feature would have said of a label through the units that are asleep. */
  private sleptThrough(feature: number, label: number): number {
    const { rows, asleep, asleepCount, tagSteps, labels } = this;
    let sum = 0;
    for (let at = 0; at < asleepCount; at++) {
      const unit = asleep[at] as number;
      sum += rows.saidTo(feature, unit) * (tagSteps[unit * labels.length + label] as number);
    }
    return sum * this.step * this.tagStep;
  }

  /** Whether these features are those of the whole line read last; remembers them. */
  private isLastPlace(features: Int32Array, first: number, end: number): boolean {
    const { place } = this;
    let same = end - first === this.placeCount;
    this.placeCount = end - first > place.length ? -1 : end - first;
    if (this.placeCount < 0) return false;
    for (let n = first; n < end; n++) {
      if (place[n - first] !== features[n]) same = false;
      place[n - first] = features[n] as number;
    }
    return same;
  }
}
