import type { Steps } from "../notes/steps";
import { type FeatureTable, type Shown, SPACES, type SpaceName } from "./features";
import { STANCES, type Stance } from "./tag";

/**
 * A small network as data. Each feature says something to every hidden unit; what the units hold after a line decides its tags and
 * their stance. Weights are characters: one for each hidden unit, `WEIGHTS` in the order of their value, times a step.
 */
export interface NetworkFile {
  /** Size of one step of a feature's weights, of a tag's and of a stance's. */
  readonly steps: { readonly features: number; readonly tags: number; readonly stance: number };
  readonly hiddenBias: readonly number[];
  readonly features: { readonly [space in SpaceName]?: Readonly<Record<string, string>> };
  readonly tags: Readonly<Record<string, { readonly bias: number; readonly weights: string }>>;
  /** By indicator; in the order of `STANCES`. */
  readonly stance: Readonly<Record<string, { readonly bias: readonly number[]; readonly weights: readonly string[] }>>;
}

/** What a feature adds to the score of one indicator by itself, past the hidden units: the team's own phrases and lessons. */
export interface DirectWeight {
  readonly space: SpaceName;
  readonly name: string;
  readonly indicator: string;
  readonly weight: number;
}

/** A feature that spoke for a tag, with its share of the score. */
export interface Reason {
  readonly feature: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Characters from the least weight to the greatest; the middle one is none. None needs an escape in JSON. */
export const WEIGHTS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abc";
const MIDDLE = WEIGHTS.length >> 1;
/** So many units are added up at once, as digits of one whole number that a double holds without loss. */
const LANES = 4;
const LANE_BITS = 13;
const LANE = 1 << LANE_BITS;
/** So many weights fit a digit. */
const MOST_PACKED = Math.floor((LANE - 1) / WEIGHTS.length);
/** Features between two places to pause. */
const STEP = 128;
/** Reasons beyond these carry next to nothing. */
const MOST_REASONS = 12;
const SCALES = Float64Array.from({ length: 512 }, (_, words) => 3 / Math.sqrt(words + 4));

/** One over the root of a line's length, so that long lines do not gather score by length alone. */
export const lengthScale = (words: number): number => SCALES[Math.min(words, SCALES.length - 1)] as number;

/** The compiled network. Only +, −, ×, ÷ in a fixed order, so that every engine finds the same numbers. */
export class Network {
  readonly labels: readonly string[];
  /** Score of each label for the line read last; what follows the last label says nothing. */
  readonly scores: Float64Array;
  /** What each unit holds after the line read last; 0: asleep. */
  private readonly hidden: Float64Array;
  private readonly sums: Int32Array;
  private readonly wholeSums: Int32Array;
  private scale = 1;
  /** Weights of feature n: `says[n * units]` … */
  private says = new Int8Array(0);
  /** The same, shifted to be positive, `LANES` units to a number. */
  private packed = new Float64Array(0);
  private readonly lanes: Float64Array;
  /** A multiple of `LANES`. */
  private readonly units: number;
  private readonly blocks: number;
  private readonly hiddenBias: Float64Array;
  /** Four labels at a time: their weights of the first unit, of the second … */
  private readonly tagWeights: Float64Array;
  /** The same as steps, by label and unit. */
  private readonly tagSteps: Int32Array;
  private readonly tagStep: number;
  /** What the units that are awake say of one label, in steps. */
  private readonly spoken: Int32Array;
  private readonly tagBias: Float64Array;
  private readonly stanceWeights: Float64Array;
  private readonly stanceBias: Float64Array;
  private readonly step: number;
  private readonly named: { readonly feature: number; readonly weights: string }[] = [];
  /** By feature: label, weight, label, weight … */
  private readonly direct = new Map<number, number[]>();

  constructor(
    file: NetworkFile,
    private readonly table: FeatureTable,
  ) {
    const { steps } = file;
    this.step = steps.features;
    this.units = file.hiddenBias.length;
    this.blocks = this.units / LANES;
    this.lanes = new Float64Array(this.blocks);
    this.hiddenBias = Float64Array.from(file.hiddenBias);
    this.hidden = new Float64Array(this.units);
    this.spoken = new Int32Array(this.units);
    this.sums = new Int32Array(this.units);
    this.wholeSums = new Int32Array(this.units);
    this.labels = Object.keys(file.tags);
    const padded = Math.ceil(this.labels.length / 4) * 4;
    this.scores = new Float64Array(padded);
    const tags = Object.values(file.tags);
    const stances = this.labels.map((label) => file.stance[label]);
    this.tagBias = Float64Array.from({ length: padded }, (_, label) => tags[label]?.bias ?? 0);
    this.tagStep = steps.tags;
    this.tagSteps = Int32Array.from(tags.flatMap(({ weights }) => stepsOf(weights)));
    this.tagWeights = Float64Array.from({ length: this.scores.length * this.units }, (_, at) => {
      const block = Math.floor(at / (4 * this.units));
      const unit = (at >> 2) % this.units;
      return (this.tagSteps[(block * 4 + (at & 3)) * this.units + unit] ?? 0) * steps.tags;
    });
    this.stanceBias = Float64Array.from(stances.flatMap((stance) => stance?.bias ?? [0, 0, 0]));
    const none = STANCES.map(() => "".padEnd(this.units, WEIGHTS[MIDDLE]));
    this.stanceWeights = Float64Array.from(
      stances.flatMap((stance) => (stance?.weights ?? none).flatMap(stepsOf)),
      (weight) => weight * steps.stance,
    );
  }

  /** Takes in what each feature says. Comes before the first line is read. */
  *learnInSteps(file: NetworkFile, direct: readonly DirectWeight[]): Steps<void> {
    const { table } = this;
    let count = 0;
    for (const space of SPACES) {
      for (const [name, weights] of Object.entries(file.features[space] ?? {})) {
        const feature = table.add(space, name);
        if (feature >= 0) this.named.push({ feature, weights });
        if (++count % STEP === 0) yield;
      }
    }
    for (const { space, name, indicator, weight } of direct) {
      const label = this.labels.indexOf(indicator);
      const feature = label < 0 ? -1 : table.add(space, name);
      if (feature >= 0) this.direct.set(feature, [...(this.direct.get(feature) ?? []), label, weight]);
    }
    yield* this.layOut();
  }

  /** Reads the features of one line of so many words. What spans no words (kind, heading) counts whole, however long the line. */
  read(shown: Shown, words: number): void {
    const { units, sums, wholeSums, hidden, hiddenBias, step, scores, tagWeights, tagBias, direct } = this;
    this.scale = lengthScale(words);
    sums.fill(0);
    wholeSums.fill(0);
    const { count, feature: features, from } = shown;
    // What spans no words comes last.
    let spanned = count;
    while (spanned > 0 && (from[spanned - 1] as number) < 0) spanned--;
    this.addUp(features, 0, spanned, sums);
    this.addUp(features, spanned, count, wholeSums);
    for (let unit = 0; unit < units; unit++) {
      const sum = (sums[unit] as number) * this.scale + (wholeSums[unit] as number);
      const value = sum * step + (hiddenBias[unit] as number);
      hidden[unit] = value > 0 ? value : 0;
    }
    // Four labels at a time, so that no sum waits for another.
    let at = 0;
    for (let label = 0; label < scores.length; label += 4) {
      let first = tagBias[label] as number;
      let second = tagBias[label + 1] as number;
      let third = tagBias[label + 2] as number;
      let fourth = tagBias[label + 3] as number;
      for (let unit = 0; unit < units; unit++, at += 4) {
        const value = hidden[unit] as number;
        first += value * (tagWeights[at] as number);
        second += value * (tagWeights[at + 1] as number);
        third += value * (tagWeights[at + 2] as number);
        fourth += value * (tagWeights[at + 3] as number);
      }
      scores[label] = first;
      scores[label + 1] = second;
      scores[label + 2] = third;
      scores[label + 3] = fourth;
    }
    if (direct.size === 0) return;
    for (let n = 0; n < count; n++) {
      const own = direct.get(features[n] as number) ?? [];
      const counts = (from[n] as number) < 0 ? 1 : this.scale;
      for (let part = 0; part < own.length; part += 2) {
        const label = own[part] as number;
        scores[label] = (scores[label] as number) + (own[part + 1] as number) * counts;
      }
    }
  }

  /** Adds what some of the features say to each unit, `LANES` units at a time. */
  private addUp(features: Int32Array, first: number, end: number, sums: Int32Array): void {
    const { packed, lanes, blocks } = this;
    for (let start = first; start < end; start += MOST_PACKED) {
      const stop = Math.min(end, start + MOST_PACKED);
      lanes.fill(0);
      for (let n = start; n < stop; n++) {
        let at = (features[n] as number) * blocks;
        for (let block = 0; block < blocks; block++) lanes[block] = (lanes[block] as number) + (packed[at++] as number);
      }
      const middle = MIDDLE * (stop - start);
      for (let block = 0; block < blocks; block++) {
        const four = lanes[block] as number;
        const high = Math.floor(four / (LANE * LANE));
        const low = four - high * LANE * LANE;
        const unit = block * LANES;
        sums[unit] = (sums[unit] as number) + (low & (LANE - 1)) - middle;
        sums[unit + 1] = (sums[unit + 1] as number) + (low >> LANE_BITS) - middle;
        sums[unit + 2] = (sums[unit + 2] as number) + (high & (LANE - 1)) - middle;
        sums[unit + 3] = (sums[unit + 3] as number) + (high >> LANE_BITS) - middle;
      }
    }
  }

  /** The stance of one label in the line read last. On a tie the first of `STANCES`. */
  stanceOf(label: number): Stance {
    const { units, hidden, stanceWeights, stanceBias } = this;
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let stance = 0; stance < STANCES.length; stance++) {
      const row = label * STANCES.length + stance;
      let score = stanceBias[row] as number;
      let at = row * units;
      for (let unit = 0; unit < units; unit++) score += (stanceWeights[at++] as number) * (hidden[unit] as number);
      if (score > most) {
        most = score;
        best = stance;
      }
    }
    return STANCES[best] as Stance;
  }

  /**
   * What spoke most for a label in the line read last, strongest first; on a tie the earlier feature. Through the units that are awake
   * the score is a plain sum over the features, so these are their true shares of it.
   */
  reasons(shown: Shown, label: number): Reason[] {
    const { units, says, hidden, spoken, tagSteps, direct } = this;
    for (let unit = 0; unit < units; unit++)
      spoken[unit] = (hidden[unit] as number) > 0 ? (tagSteps[label * units + unit] as number) : 0;
    const found: Reason[] = [];
    for (let n = 0; n < shown.count; n++) {
      const feature = shown.feature[n] as number;
      const from = shown.from[n] as number;
      const at = feature * units;
      let sum = 0;
      for (let unit = 0; unit < units; unit += LANES) {
        sum +=
          Math.imul(says[at + unit] as number, spoken[unit] as number) +
          Math.imul(says[at + unit + 1] as number, spoken[unit + 1] as number) +
          Math.imul(says[at + unit + 2] as number, spoken[unit + 2] as number) +
          Math.imul(says[at + unit + 3] as number, spoken[unit + 3] as number);
      }
      let weight = sum * this.step * this.tagStep;
      if (direct.size > 0) {
        const own = direct.get(feature) ?? [];
        for (let part = 0; part < own.length; part += 2) if (own[part] === label) weight += own[part + 1] as number;
      }
      if (from >= 0) weight *= this.scale;
      const least = found.length < MOST_REASONS ? 0 : (found[MOST_REASONS - 1] as Reason).weight;
      if (weight <= least) continue;
      let place = Math.min(found.length, MOST_REASONS - 1);
      while (place > 0 && (found[place - 1] as Reason).weight < weight) {
        found[place] = found[place - 1] as Reason;
        place--;
      }
      found[place] = { feature, from, to: shown.to[n] as number, weight };
    }
    return found;
  }

  /** Lays the weights flat, for all features that the table knows by now. */
  private *layOut(): Steps<void> {
    const { units, blocks, named } = this;
    const features = this.table.names.length;
    this.says = new Int8Array(features * units);
    for (let n = 0; n < named.length; n++) {
      const { feature, weights } = named[n] as (typeof named)[number];
      for (let unit = 0; unit < units; unit++) this.says[feature * units + unit] = weightAt(weights, unit);
      if (n % STEP === 0) yield;
    }
    this.packed = new Float64Array(features * blocks);
    for (let at = 0; at < this.packed.length; at++) {
      let four = 0;
      for (let lane = LANES - 1; lane >= 0; lane--)
        four = four * LANE + (this.says[at * LANES + lane] as number) + MIDDLE;
      this.packed[at] = four;
      if (at % (STEP * blocks) === 0) yield;
    }
  }
}

/** Makes a network that is ready to read, with places to pause. */
export function* networkInSteps(
  file: NetworkFile,
  table: FeatureTable,
  direct: readonly DirectWeight[] = [],
): Steps<Network> {
  const network = new Network(file, table);
  yield;
  yield* network.learnInSteps(file, direct);
  return network;
}

const VALUES = Int8Array.from({ length: 128 }, (_, code) => {
  const at = WEIGHTS.indexOf(String.fromCharCode(code));
  return at < 0 ? 0 : at - MIDDLE;
});
const weightAt = (weights: string, at: number): number => VALUES[weights.charCodeAt(at) & 127] as number;

const stepsOf = (weights: string): number[] => Array.from(weights, (_, at) => weightAt(weights, at));
