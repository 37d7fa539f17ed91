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

/** The features that spoke most for a tag, strongest first, each with its share of the score and the words that show it (−1: none). */
export interface Reasons {
  count: number;
  readonly feature: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** Characters from the least weight to the greatest; the middle one is none. None needs an escape in JSON. */
export const WEIGHTS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abc";
const MIDDLE = WEIGHTS.length >> 1;
/** So many units are added up at once, as digits of one whole number that a double holds without loss. */
const LANES = 4;
const LANE_BITS = 13;
const LANE = 1 << LANE_BITS;
/** What features say of two labels through all units is added up likewise. */
const PAIR = 2 ** 26;
/** So many features fit a digit. */
const MOST_PACKED = Math.floor((LANE - 1) / WEIGHTS.length);
/** So many numbers of a row are added up side by side. */
const ABREAST = 4;
/** Reasons beyond these carry next to nothing. */
const MOST_REASONS = 8;
/** And so do reasons that say less than this share of the strongest. */
const LEAST_REASON = 0.15;
const SCALES = Float64Array.from({ length: 512 }, (_, words) => 3 / Math.sqrt(words + 4));

/** One over the root of a line's length, so that long lines do not gather score by length alone. */
export const lengthScale = (words: number): number => SCALES[Math.min(words, SCALES.length - 1)] as number;

/**
 * The compiled network. Only +, −, ×, ÷ in a fixed order, so that every engine finds the same numbers.
 *
 * Nearly all units are awake in nearly every line, and through units that are awake a score is a plain sum over the features. So the
 * score is added up as if all were awake, and then what the few that are asleep would have said is taken away.
 */
export class Network {
  readonly labels: readonly string[];
  /** Score of each label for the line read last. */
  readonly scores: Float64Array;
  private readonly units: number;
  private readonly step: number;
  private readonly tagStep: number;
  private readonly hiddenBias: Float64Array;
  /** Steps of each unit, label by label. */
  private readonly tagSteps: Int32Array;
  /** Score of each label where no feature shows and all units are awake. */
  private readonly plain: Float64Array;
  /** By label and unit: of each stance in turn. */
  private readonly stanceWeights: Float64Array;
  private readonly stanceBias: Float64Array;
  /** Of each feature that the file names. */
  private readonly weights = new Map<number, string>();
  /** By feature: label, weight, label, weight … */
  private readonly direct = new Map<number, number[]>();
  private readonly layout: Layout;
  /** Whether a feature is laid out yet; most features of the vocabulary never show in one team's notes. */
  private readonly laidOut: Uint8Array;
  /** What feature n says to each unit, and of each label through all units: `packed[n * layout.row]` … (see `Layout`). */
  private readonly packed: Float64Array;
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
  private readonly found: Reasons = {
    count: 0,
    feature: new Int32Array(MOST_REASONS),
    from: new Int32Array(MOST_REASONS),
    to: new Int32Array(MOST_REASONS),
    weight: new Float64Array(MOST_REASONS),
  };

  /** What each of the line's features would say of one label. */
  private shares = new Float64Array(256);
  private readonly near = { count: 0, place: new Int32Array(MOST_REASONS), weight: new Float64Array(MOST_REASONS) };

  constructor(file: NetworkFile, table: FeatureTable, direct: readonly DirectWeight[] = []) {
    const { steps } = file;
    const units = file.hiddenBias.length;
    this.units = units;
    this.step = steps.features;
    this.tagStep = steps.tags;
    this.labels = Object.keys(file.tags);
    const tags = Object.values(file.tags);
    this.hiddenBias = Float64Array.from(file.hiddenBias);
    const tagRows = tags.map(({ weights }) => stepsOf(weights));
    this.tagSteps = Int32Array.from(
      { length: units * tags.length },
      (_, at) => tagRows[at % tags.length]?.[Math.floor(at / tags.length)] ?? 0,
    );
    this.plain = Float64Array.from(tags, ({ bias, weights }) =>
      stepsOf(weights).reduce((sum, said, unit) => sum + said * steps.tags * (file.hiddenBias[unit] ?? 0), bias),
    );
    const stances = this.labels.map((label) => file.stance[label]);
    const none = STANCES.map(() => "".padEnd(units, WEIGHTS[MIDDLE]));
    this.stanceBias = Float64Array.from(stances.flatMap((stance) => stance?.bias ?? [0, 0, 0]));
    this.stanceWeights = Float64Array.from(
      stances.flatMap((stance) => {
        const rows = (stance?.weights ?? none).map(stepsOf);
        return Array.from({ length: units * rows.length }, (_, at) => rows[at % 3]?.[Math.floor(at / 3)] ?? 0);
      }),
      (weight) => weight * steps.stance,
    );
    for (const space of SPACES) {
      for (const [name, weights] of Object.entries(file.features[space] ?? {})) {
        const feature = table.add(space, name);
        if (feature >= 0) this.weights.set(feature, weights);
      }
    }
    for (const { space, name, indicator, weight } of direct) {
      const label = this.labels.indexOf(indicator);
      const feature = label < 0 ? -1 : table.add(space, name);
      if (feature >= 0) this.direct.set(feature, [...(this.direct.get(feature) ?? []), label, weight]);
    }
    const features = table.names.length;
    this.layout = layoutOf(units, this.labels.length);
    this.laidOut = new Uint8Array(features);
    this.packed = new Float64Array(features * this.layout.row);
    this.scores = new Float64Array(this.labels.length);
    this.spanned = sumsOf(this.layout);
    this.whole = sumsOf(this.layout);
    this.hidden = new Float64Array(units);
    this.asleep = new Int32Array(units);
  }

  /** Reads the features of one line of so many words. What spans no words (kind, heading) counts whole, however long the line. */
  read(shown: Shown, words: number): void {
    const { units, spanned, whole, hidden, asleep, hiddenBias, step, tagStep, tagSteps, scores, plain } = this;
    const scale = lengthScale(words);
    this.scale = scale;
    const { count, feature: features, from } = shown;
    for (let n = 0; n < count; n++) if (this.laidOut[features[n] as number] === 0) this.layOut(features[n] as number);
    // What spans no words comes last.
    let end = count;
    while (end > 0 && (from[end - 1] as number) < 0) end--;
    this.addUp(features, 0, end, spanned);
    // Most lines stand where the line before stood.
    if (!this.isLastPlace(features, end, count)) this.addUp(features, end, count, whole);
    let slept = 0;
    for (let unit = 0; unit < units; unit++) {
      const sum = (spanned.units[unit] as number) * scale + (whole.units[unit] as number);
      const value = sum * step + (hiddenBias[unit] as number);
      hidden[unit] = value;
      if (value < 0) asleep[slept++] = unit;
    }
    this.asleepCount = slept;
    const labels = scores.length;
    const both = step * tagStep;
    for (let label = 0; label < labels; label++) {
      const score = (spanned.labels[label] as number) * scale + (whole.labels[label] as number);
      scores[label] = score * both + (plain[label] as number);
    }
    for (let at = 0; at < slept; at++) {
      const unit = asleep[at] as number;
      const value = tagStep * (hidden[unit] as number);
      const row = unit * labels;
      for (let label = 0; label < labels; label++)
        scores[label] = (scores[label] as number) - (tagSteps[row + label] as number) * value;
    }
    if (this.direct.size > 0) this.addDirect(shown);
  }

  /** The stance of one label in the line read last. On a tie the first of `STANCES`. */
  stanceOf(label: number): Stance {
    const { units, hidden, stanceWeights, stanceBias } = this;
    let first = stanceBias[label * 3] as number;
    let second = stanceBias[label * 3 + 1] as number;
    let third = stanceBias[label * 3 + 2] as number;
    let at = label * units * 3;
    for (let unit = 0; unit < units; unit++, at += 3) {
      const value = hidden[unit] as number;
      if (value <= 0) continue;
      first += value * (stanceWeights[at] as number);
      second += value * (stanceWeights[at + 1] as number);
      third += value * (stanceWeights[at + 2] as number);
    }
    const best = first >= second ? (first >= third ? 0 : 2) : second >= third ? 1 : 2;
    return STANCES[best] as Stance;
  }

  /**
   * What spoke most for a label in the line read last; on a tie the earlier feature comes first. Those that would speak most if all
   * units were awake are looked at, and get their true shares of the score. The result is overwritten by the next call.
   */
  reasons(shown: Shown, label: number): Reasons {
    const { feature: features, from, to } = shown;
    const { found, near } = this;
    this.findNear(shown, label);
    found.count = 0;
    for (let at = 0; at < near.count; at++) {
      const n = near.place[at] as number;
      const feature = features[n] as number;
      const share =
        (near.weight[at] as number) - this.sleptThrough(feature, label) * ((from[n] as number) < 0 ? 1 : this.scale);
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

  /** The features that would speak most for a label if all units were awake. */
  private findNear({ feature: features, from, count }: Shown, label: number): void {
    const { packed, direct, scale, near } = this;
    const { row, blocks, shift } = this.layout;
    const { place: places, weight: weights } = near;
    if (count > this.shares.length) this.shares = new Float64Array(count * 2);
    const { shares } = this;
    const both = this.step * this.tagStep;
    const pair = blocks + (label >> 1);
    const isHigh = (label & 1) === 1;
    const hasDirect = direct.size > 0;
    let most = 0;
    for (let n = 0; n < count; n++) {
      const feature = features[n] as number;
      const two = packed[feature * row + pair] as number;
      const high = Math.floor(two / PAIR);
      let share = ((isHigh ? high : two - high * PAIR) - shift) * both;
      if (hasDirect) share += this.directWeight(feature, label);
      if ((from[n] as number) >= 0) share *= scale;
      shares[n] = share;
      if (share > most) most = share;
    }
    const least = most * LEAST_REASON;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const share = shares[n] as number;
      if (share <= least) continue;
      if (kept === MOST_REASONS) {
        if (share <= (weights[kept - 1] as number)) continue;
        kept--;
      }
      let place = kept++;
      for (; place > 0 && (weights[place - 1] as number) < share; place--) {
        weights[place] = weights[place - 1] as number;
        places[place] = places[place - 1] as number;
      }
      weights[place] = share;
      places[place] = n;
    }
    near.count = kept;
  }

  /** What a feature would have said of a label through the units that are asleep. */
  private sleptThrough(feature: number, label: number): number {
    const { packed, asleep, asleepCount, tagSteps } = this;
    const labels = this.labels.length;
    const at = feature * this.layout.row;
    let sum = 0;
    for (let place = 0; place < asleepCount; place++) {
      const unit = asleep[place] as number;
      const said = digitOf(packed[at + (unit >> 2)] as number, unit & 3) - MIDDLE;
      sum += said * (tagSteps[unit * labels + label] as number);
    }
    return sum * this.step * this.tagStep;
  }

  /** Whether these features are those of the whole line read last; remembers them. */
  private isLastPlace(features: Int32Array, first: number, end: number): boolean {
    const { place } = this;
    let same = end - first === this.placeCount;
    if (end - first > place.length) {
      this.placeCount = -1;
      return false;
    }
    this.placeCount = end - first;
    for (let n = first; n < end; n++) {
      if (place[n - first] !== features[n]) same = false;
      place[n - first] = features[n] as number;
    }
    return same;
  }

  /** Adds what features say past the hidden units. */
  private addDirect({ count, feature, from }: Shown): void {
    for (let n = 0; n < count; n++) {
      const own = this.direct.get(feature[n] as number) ?? [];
      const counts = (from[n] as number) < 0 ? 1 : this.scale;
      for (let part = 0; part < own.length; part += 2) {
        const label = own[part] as number;
        this.scores[label] = (this.scores[label] as number) + (own[part + 1] as number) * counts;
      }
    }
  }

  private directWeight(feature: number, label: number): number {
    const own = this.direct.get(feature) ?? [];
    let sum = 0;
    for (let part = 0; part < own.length; part += 2) if (own[part] === label) sum += own[part + 1] as number;
    return sum;
  }

  /** Adds what some of the features say to each unit and, through all units, of each label. */
  private addUp(features: Int32Array, first: number, end: number, sums: Sums): void {
    const { blocks, pairs, shift } = this.layout;
    const { lanes, units, labels } = sums;
    let start = first;
    do {
      const isNext = start > first;
      const stop = Math.min(end, start + MOST_PACKED);
      this.addLanes(features, start, stop, lanes);
      const middle = MIDDLE * (stop - start);
      for (let block = 0; block < blocks; block++) {
        const four = lanes[block] as number;
        const high = Math.floor(four / (LANE * LANE));
        const low = four - high * LANE * LANE;
        const unit = block * LANES;
        units[unit] = (isNext ? (units[unit] as number) : 0) + (low & (LANE - 1)) - middle;
        units[unit + 1] = (isNext ? (units[unit + 1] as number) : 0) + (low >> LANE_BITS) - middle;
        units[unit + 2] = (isNext ? (units[unit + 2] as number) : 0) + (high & (LANE - 1)) - middle;
        units[unit + 3] = (isNext ? (units[unit + 3] as number) : 0) + (high >> LANE_BITS) - middle;
      }
      const shifted = shift * (stop - start);
      for (let pair = 0; pair < pairs; pair++) {
        const two = lanes[blocks + pair] as number;
        const high = Math.floor(two / PAIR);
        const label = pair * 2;
        labels[label] = (isNext ? (labels[label] as number) : 0) + (two - high * PAIR) - shifted;
        labels[label + 1] = (isNext ? (labels[label + 1] as number) : 0) + high - shifted;
      }
      start = stop;
    } while (start < end);
  }

  /** Adds the rows of features, `ABREAST` numbers side by side. */
  private addLanes(features: Int32Array, start: number, stop: number, lanes: Float64Array): void {
    const { packed } = this;
    const { row } = this.layout;
    for (let group = 0; group < row; group += ABREAST) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let n = start; n < stop; n++) {
        const at = (features[n] as number) * row + group;
        a += packed[at] as number;
        b += packed[at + 1] as number;
        c += packed[at + 2] as number;
        d += packed[at + 3] as number;
      }
      lanes[group] = a;
      lanes[group + 1] = b;
      lanes[group + 2] = c;
      lanes[group + 3] = d;
    }
  }

  /** Lays out the weights of one feature. */
  private layOut(feature: number): void {
    const { tagSteps, packed } = this;
    const labels = this.labels.length;
    const { row, blocks, pairs, shift } = this.layout;
    const says = stepsOf(this.weights.get(feature) ?? "");
    for (let block = 0; block < blocks; block++) {
      let four = 0;
      for (let unit = block * LANES + LANES - 1; unit >= block * LANES; unit--)
        four = four * LANE + (says[unit] ?? 0) + MIDDLE;
      packed[feature * row + block] = four;
    }
    const through = (label: number) =>
      says.reduce(
        (sum, said, unit) => sum + said * (label < labels ? (tagSteps[unit * labels + label] as number) : 0),
        shift,
      );
    for (let pair = 0; pair < pairs; pair++)
      packed[feature * row + blocks + pair] = through(pair * 2 + 1) * PAIR + through(pair * 2);
    this.laidOut[feature] = 1;
  }
}

/** One of the `LANES` digits of a packed number. */
function digitOf(four: number, lane: number): number {
  const high = Math.floor(four / (LANE * LANE));
  const two = lane < 2 ? four - high * LANE * LANE : high;
  return (lane & 1) === 0 ? two & (LANE - 1) : two >> LANE_BITS;
}

/** How the packed numbers of one feature lie. */
interface Layout {
  /** Numbers a feature: `blocks` of units, then `pairs` of labels, then nothing up to a multiple of `ABREAST`. */
  readonly row: number;
  readonly blocks: number;
  readonly pairs: number;
  /** Makes what a feature says of a label positive. */
  readonly shift: number;
}

function layoutOf(units: number, labels: number): Layout {
  const blocks = Math.ceil(units / LANES);
  const pairs = Math.ceil(labels / 2);
  return { row: Math.ceil((blocks + pairs) / ABREAST) * ABREAST, blocks, pairs, shift: units * MIDDLE * MIDDLE };
}

/** What a number of features say together, in steps. */
interface Sums {
  readonly lanes: Float64Array;
  readonly units: Float64Array;
  readonly labels: Float64Array;
}

const sumsOf = ({ row, blocks, pairs }: Layout): Sums => ({
  lanes: new Float64Array(row),
  units: new Float64Array(blocks * LANES),
  labels: new Float64Array(pairs * 2),
});

const VALUES = Int8Array.from({ length: 128 }, (_, code) => {
  const at = WEIGHTS.indexOf(String.fromCharCode(code));
  return at < 0 ? 0 : at - MIDDLE;
});
const weightAt = (weights: string, at: number): number => VALUES[weights.charCodeAt(at) & 127] as number;

const stepsOf = (weights: string): number[] => Array.from(weights, (_, at) => weightAt(weights, at));
