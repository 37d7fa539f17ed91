import { MIDDLE, MOST_STEPS, pairStepsOf } from "./network-file";

/** So many units are added up at once, as digits of one whole number that a double holds without loss. */
const LANES = 4;
const LANE_BITS = 13;
const LANE = 1 << LANE_BITS;
/** What features say of two labels through all units is added up likewise. */
const PAIR = 2 ** 26;
/** So many features fit a digit. */
const MOST_PACKED = Math.floor((LANE - 1) / (2 * MOST_STEPS + 1));
/** So many numbers of a row are added up side by side. */
const ABREAST = 8;

/** What a number of features say together, in steps: to each unit, and of each label through all units. */
export interface Sums {
  readonly units: Float64Array;
  readonly labels: Float64Array;
}

/**
 * What each feature says to each hidden unit and, through all of them, of each label: packed, several whole numbers to a double, so
 * that a line's features are added up in few steps. A feature is packed when it is first met: most never show in one team's notes.
 */
export class FeatureRows {
  private readonly blocks: number;
  private readonly pairs: number;
  /** Numbers a feature: `blocks` of units, then `pairs` of labels, then nothing up to a multiple of `ABREAST`. */
  private readonly row: number;
  /** Makes what a feature says of a label positive. */
  private readonly shift: number;
  private readonly packed: Float64Array;
  private readonly known: Uint8Array;
  private readonly lanes: Float64Array;

  /** @param tagSteps steps of each unit, label by label. @param weights characters by feature, each of two units. */
  constructor(
    units: number,
    private readonly labels: number,
    private readonly tagSteps: Int32Array,
    private readonly weights: ReadonlyMap<number, string>,
    features: number,
  ) {
    this.blocks = Math.ceil(units / LANES);
    this.pairs = Math.ceil(labels / 2);
    this.row = Math.ceil((this.blocks + this.pairs) / ABREAST) * ABREAST;
    this.shift = units * MOST_STEPS * MIDDLE;
    this.packed = new Float64Array(features * this.row);
    this.known = new Uint8Array(features);
    this.lanes = new Float64Array(this.row);
  }

  /** Room for sums. */
  sums(): Sums {
    return { units: new Float64Array(this.blocks * LANES), labels: new Float64Array(this.pairs * 2) };
  }

  /** Packs those of the features that were not met before. Comes before anything is asked of them. */
  meet(features: Int32Array, count: number): void {
    for (let n = 0; n < count; n++) if (this.known[features[n] as number] === 0) this.pack(features[n] as number);
  }

  /** What features `first` … `end - 1` of a list say together. */
  addUp(features: Int32Array, first: number, end: number, { units, labels }: Sums): void {
    const { lanes, blocks, pairs, shift } = this;
    let start = first;
    do {
      const isNext = start > first;
      const stop = Math.min(end, start + MOST_PACKED);
      this.addRows(features, start, stop);
      const middle = MOST_STEPS * (stop - start);
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

  /** What a feature says of a label through all units. */
  saidOf(feature: number, label: number): number {
    const two = this.packed[feature * this.row + this.blocks + (label >> 1)] as number;
    const high = Math.floor(two / PAIR);
    return ((label & 1) === 1 ? high : two - high * PAIR) - this.shift;
  }

  /** What a feature says to one unit. */
  saidTo(feature: number, unit: number): number {
    const four = this.packed[feature * this.row + (unit >> 2)] as number;
    const high = Math.floor(four / (LANE * LANE));
    const two = (unit & 2) === 0 ? four - high * LANE * LANE : high;
    return ((unit & 1) === 0 ? two & (LANE - 1) : two >> LANE_BITS) - MOST_STEPS;
  }

  /** Adds the rows of features, `ABREAST` numbers side by side. */
  private addRows(features: Int32Array, start: number, stop: number): void {
    const { packed, row, lanes } = this;
    for (let group = 0; group < row; group += ABREAST) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      for (let n = start; n < stop; n++) {
        const at = (features[n] as number) * row + group;
        a += packed[at] as number;
        b += packed[at + 1] as number;
        c += packed[at + 2] as number;
        d += packed[at + 3] as number;
        e += packed[at + 4] as number;
        f += packed[at + 5] as number;
        g += packed[at + 6] as number;
        h += packed[at + 7] as number;
      }
      lanes[group] = a;
      lanes[group + 1] = b;
      lanes[group + 2] = c;
      lanes[group + 3] = d;
      lanes[group + 4] = e;
      lanes[group + 5] = f;
      lanes[group + 6] = g;
      lanes[group + 7] = h;
    }
  }

  private pack(feature: number): void {
    const { labels, tagSteps, packed, row, blocks, pairs, shift } = this;
    const says = pairStepsOf(this.weights.get(feature) ?? "");
    for (let block = 0; block < blocks; block++) {
      let four = 0;
      for (let unit = block * LANES + LANES - 1; unit >= block * LANES; unit--)
        four = four * LANE + (says[unit] ?? 0) + MOST_STEPS;
      packed[feature * row + block] = four;
    }
    const through = (label: number) =>
      label < labels
        ? says.reduce((sum, said, unit) => sum + said * (tagSteps[unit * labels + label] as number), shift)
        : shift;
    for (let pair = 0; pair < pairs; pair++)
      packed[feature * row + blocks + pair] = through(pair * 2 + 1) * PAIR + through(pair * 2);
    this.known[feature] = 1;
  }
}
